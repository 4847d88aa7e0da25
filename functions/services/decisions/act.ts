import * as z from 'zod';
import { cycleTransitions } from '#domain/cycles';
import { dateInShanghai, yearOf } from '#domain/dates';
import { countsAgree, type Decision, decisionTransitions } from '#domain/decisions';
import { formatDocumentNumber } from '#domain/document-number';
import { AwardError } from '#domain/errors';
import { isRecentSignIn, signInMinutes } from '#domain/policies';
import { documentSeries } from '#domain/serials';
import { LimitedText } from '#domain/texts';
import { next } from '#domain/transitions';
import { cycles, decisions } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { fieldIs, save } from '#store/writes';
import { anew } from '../anew.ts';
import { type Act, commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { annexOf, applicationsIn } from './annex.ts';
import { stepOf } from './approver.ts';
import { takeNumber } from './number.ts';

export const ActInput = z.strictObject({ decisionId: z.string(), opinion: LimitedText(1000).default('') });

const objectionsOpen = () => new AwardError('ObjectionsOpen');

/** Everything that is about to be named still stands: nobody withdrew or fell since the draft. */
async function requireSound(ctx: Context, decision: Decision): Promise<void> {
  const annex = await annexOf(ctx, decision.decisionId);
  allow(countsAgree(decision, annex), 'WrongState', { state: 'counts differ' });
  for (const { status, openObjections } of await applicationsIn(ctx, annex)) {
    allow(status === 'cleared', 'WrongState', { state: status });
    allow(openObjections === 0, 'ObjectionsOpen');
  }
}

/** The last act of the chain: the decision gets its number and becomes valid, and the naming begins. */
async function signing(ctx: Context, decision: Versioned<Decision>): Promise<Act<Decision>> {
  const { decisionId, cycleId, publicityId } = decision;
  await requireSound(ctx, decision);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  allow(cycle.decisionId === decisionId, 'StaleVersion');
  const signedAt = ctx.clock.now();
  const of = { code: cycle.issuerCode, year: yearOf(dateInShanghai(signedAt)) };
  const number = await takeNumber(ctx, documentSeries(of.code, of.year), (n) => ({
    text: formatDocumentNumber({ ...of, number: n, width: 1 }),
    decisionId,
  }));
  const status = next(decisionTransitions, 'sign', decision.status);
  const signed = { ...decision, status, signedAt, documentNumber: number.issued.text };
  return {
    chain: `cycle/${cycleId}`,
    action: 'decision.signed',
    cycleId,
    details: { decisionId, documentNumber: number.issued.text, total: decision.total },
    writes: [
      save(decisions, signed),
      save(cycles, { ...cycle, status: next(cycleTransitions, 'signDecision', cycle.status) }),
      fieldIs(keys.publicity(publicityId), 'openObjections', 0, objectionsOpen),
      ...number.writes,
    ],
    decides: [{ kind: 'decision', subjectId: cycleId, outcome: { decision: 'signed', decisionId } }],
    answer: signed,
  };
}

/** Whoever makes a decision valid has just shown that it is they. */
function requireRecentSignIn({ clock, request }: Context): void {
  allow(isRecentSignIn(request.signedInAt, clock.now()), 'SignInTooOld', { minutes: signInMinutes });
}

/**
 * The next step of the approval chain: check, approve, sign, each by another person with the right role. The last one
 * wants a sign-in of the last minutes.
 * @throws AwardError `SignInTooOld`.
 */
export async function actOnDecision(ctx: Context, input: z.input<typeof ActInput>): Promise<Decision> {
  const { decisionId, opinion } = parse(ActInput, input);
  return anew(async () => {
    const decision = await ctx.store.get(keys.decision(decisionId));
    const step = await stepOf(ctx, decision);
    const { personId, name } = ctx.actor.kind === 'person' ? ctx.actor : { personId: '', name: '' };
    const acts = [...decision.acts, { step, personId, name, at: ctx.clock.now(), opinion }];
    const acted = { ...decision, acts };
    if (acts.length === decision.chain.length) {
      requireRecentSignIn(ctx);
      return commit(ctx, await signing(ctx, acted));
    }
    return commit(ctx, {
      chain: `cycle/${decision.cycleId}`,
      action: `decision.${step}`,
      cycleId: decision.cycleId,
      details: { decisionId, step },
      writes: [save(decisions, acted)],
      answer: acted,
    });
  });
}

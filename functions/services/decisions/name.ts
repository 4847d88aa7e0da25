import * as z from 'zod';
import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { dateInShanghai } from '#domain/dates';
import { type AnnexRow, type Award, type Decision, validityFrom } from '#domain/decisions';
import { AwardError } from '#domain/errors';
import { titleOf } from '#domain/titles';
import { awards } from '#store/entities';
import { keys } from '#store/keys';
import { create, fieldIs } from '#store/writes';
import { unlessDone } from '../anew.ts';
import { moved } from '../applications/moved.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { categoryNamed } from '../reference.ts';
import { allow, parse } from '../require.ts';

export const NameInput = z.strictObject({
  items: z.array(z.strictObject({ decisionId: z.string(), position: z.int().min(1) })),
});

type Naming = { readonly row: AnnexRow; readonly cycle: Cycle; readonly decision: Decision };

async function awardOf(ctx: Context, { row, cycle, decision }: Naming, application: Application): Promise<Award> {
  const namedOn = dateInShanghai(decision.signedAt ?? ctx.clock.now());
  return {
    certificateNumber: row.certificateNumber,
    applicationId: row.applicationId,
    organizationId: application.organizationId,
    organizationName: row.organizationName,
    cycleId: cycle.cycleId,
    categoryId: row.categoryId,
    areaId: row.areaId,
    title: titleOf(await categoryNamed(ctx, row.categoryId)),
    namedOn,
    ...validityFrom(namedOn, cycle.validYears),
    status: 'valid',
    statusSince: ctx.clock.now(),
    reReviews: 0,
  };
}

const notNaming = () => new AwardError('WrongState', { values: { state: 'not naming' } });

/** Names one unit: application, award and certificate become true together, and only while no objection is open. */
function nameOne(ctx: Context, naming: Naming): Promise<boolean> {
  const { applicationId, certificateNumber } = naming.row;
  const read = () => ctx.store.get(keys.application(applicationId));
  const isNamed = async () => (await read()).certificateNumber === certificateNumber;
  return unlessDone(isNamed, async () => {
    const application = await read();
    allow(application.openObjections === 0, 'ObjectionsOpen');
    const next = moved(ctx, application, 'name', { certificateNumber });
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action: 'application.named',
      cycleId: application.cycleId,
      details: { applicationId, certificateNumber, decisionId: naming.decision.decisionId },
      writes: [
        // Conditional on the version that was read, and with it on its count of open objections.
        ...next.writes,
        create(awards, await awardOf(ctx, naming, application)),
        fieldIs(keys.cycle(naming.cycle.cycleId), 'status', 'naming', notNaming),
      ],
      decides: next.decides,
      answer: undefined,
    });
  });
}

/** 命名: a batch of annex rows; what was named before stays as it is. */
export async function nameAwards(ctx: Context, input: z.input<typeof NameInput>): Promise<{ named: number }> {
  let named = 0;
  for (const { decisionId, position } of parse(NameInput, input).items) {
    const row = await ctx.store.get(keys.annexRow(decisionId, position));
    const decision = await ctx.store.get(keys.decision(decisionId));
    allow(decision.status === 'signed', 'WrongState', { state: decision.status });
    const cycle = await ctx.store.get(keys.cycle(decision.cycleId));
    if (await nameOne(ctx, { row, cycle, decision })) named += 1;
  }
  return { named };
}

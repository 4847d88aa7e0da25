import { type AuditEvent, GENESIS, sealed } from '#domain/audit';
import { AwardError } from '#domain/errors';
import { type GateKind, type GateOutcome, gateIdOf } from '#domain/gates';
import type { Actor } from '#domain/people';
import { auditEvents, auditHeads, gates, keptAnswers } from '#store/entities';
import { keys } from '#store/keys';
import type { ExecutionStart, ExecutionStop } from '#store/records';
import { create, save, type Write } from '#store/writes';
import type { Context } from './context.ts';

/** What a verb did: it becomes true, is recorded, told to the workflows and kept as the answer, all or nothing. */
export type Act<T> = {
  /** The audit chain, `application/<id>` and the like. */
  readonly chain: string;
  readonly action: string;
  readonly cycleId?: string;
  /** Ids, codes and counts; never personal data. */
  readonly details?: AuditEvent['details'];
  readonly writes: readonly Write[];
  /** The gates that this act decides. */
  readonly decides?: readonly Decision[];
  /** The workflow that this act begins. */
  readonly starts?: ExecutionStart;
  /** The workflow that this act ends before its time. */
  readonly stops?: ExecutionStop;
  /** Who acted is confidential (an objector): the audit event does not tell. */
  readonly concealed?: boolean;
  readonly answer: T;
};

export type Decision = {
  readonly kind: GateKind;
  readonly subjectId: string;
  readonly round?: number;
  readonly outcome: GateOutcome;
};

/** The item moved under us although the act itself still holds: read it and try once more. */
class Moved extends Error {}
const moved = (): Error => new Moved();

/** The same request was answered in the meantime; whoever asked gets that answer. */
export class AnsweredAlready extends Error {}

const actorId = (actor: Actor): string => {
  switch (actor.kind) {
    case 'person':
      return actor.personId;
    case 'system':
      return actor.process;
    case 'public':
      return 'public';
  }
};

/** Whose keys they are; the public has no names, so that there the request itself tells one sender from another. */
const keyOwner = (ctx: Context, hash: string): string =>
  ctx.actor.kind === 'public' ? `public/${hash}` : actorId(ctx.actor);

const keptAnswer = <T>(ctx: Context, answer: T): Write[] => {
  if (!ctx.request.idempotency) return [];
  const { key, hash } = ctx.request.idempotency;
  const kept = { actorId: keyOwner(ctx, hash), idempotencyKey: key, requestHash: hash, answer, at: ctx.clock.now() };
  return [create(keptAnswers, kept, () => new AnsweredAlready())];
};

async function auditWrites<T>(ctx: Context, act: Act<T>): Promise<Write[]> {
  const head = await ctx.store.find(keys.auditHead(act.chain));
  const now = ctx.clock.now();
  const event = sealed({
    chainId: act.chain,
    sequence: (head?.sequence ?? 0) + 1,
    at: now,
    action: act.action,
    actor: act.concealed ? { kind: 'public', id: 'public' } : { kind: ctx.actor.kind, id: actorId(ctx.actor) },
    requestId: ctx.request.id,
    ...(act.cycleId && { cycleId: act.cycleId }),
    details: act.details ?? {},
    previousHash: head?.hash ?? GENESIS,
  });
  const nextHead = { chainId: act.chain, sequence: event.sequence, hash: event.hash };
  return [
    head ? save(auditHeads, { ...nextHead, version: head.version }, moved) : create(auditHeads, nextHead, moved),
    create(
      auditEvents,
      {
        ...event,
        ...(act.starts && { start: act.starts, pendingSince: now }),
        ...(act.stops && { stop: act.stops, pendingSince: now }),
      },
      moved,
    ),
  ];
}

async function decisionWrite(ctx: Context, { kind, subjectId, round, outcome }: Decision): Promise<Write> {
  const gateId = gateIdOf(kind, subjectId, round);
  const gate = await ctx.store.find(keys.gate(gateId));
  if (gate?.outcome) throw new AwardError('WrongState', { values: { state: String(gate.outcome['decision'] ?? '') } });
  const decided = { outcome, decidedAt: ctx.clock.now() };
  return gate
    ? save(gates, { ...gate, ...decided }, moved)
    : create(gates, { gateId, kind, subjectId, ...decided }, moved);
}

/**
 * Writes an act in one transaction: the kept answer, its state, the audit event (the outbox record too) and the
 * outcomes of the gates that it decides.
 * @throws AwardError of the write whose condition failed; `TryAgain` when the chain is too busy.
 */
export async function commit<T>(ctx: Context, act: Act<T>): Promise<T> {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const bookkeeping = await auditWrites(ctx, act);
    const decisions = await Promise.all((act.decides ?? []).map((decision) => decisionWrite(ctx, decision)));
    try {
      await ctx.store.transact([...keptAnswer(ctx, act.answer), ...act.writes, ...decisions, ...bookkeeping]);
      return act.answer;
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** Math.min(attempt, 6)));
    }
  }
  throw new AwardError('TryAgain');
}

/**
 * Runs a verb at most once for an Idempotency-Key: the answer that was kept is given again.
 * @throws AwardError `IdempotencyKeyReused` when the key came with another request before.
 */
export async function once<T>(ctx: Context, verb: () => Promise<T>): Promise<{ answer: T; replayed: boolean }> {
  const replay = async (): Promise<{ answer: T; replayed: boolean } | undefined> => {
    if (!ctx.request.idempotency) return undefined;
    const { key, hash } = ctx.request.idempotency;
    const kept = await ctx.store.find(keys.kept(keyOwner(ctx, hash), key));
    if (!kept) return undefined;
    if (kept.requestHash !== hash) throw new AwardError('IdempotencyKeyReused');
    return { answer: kept.answer as T, replayed: true };
  };
  const before = await replay();
  if (before) return before;
  try {
    return { answer: await verb(), replayed: false };
  } catch (error) {
    const meanwhile = error instanceof AnsweredAlready || error instanceof AwardError ? await replay() : undefined;
    if (meanwhile) return meanwhile;
    throw error;
  }
}

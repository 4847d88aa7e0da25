import type { Application } from '#domain/applications';
import { gateIdOf } from '#domain/gates';
import { isOpenObjection, type Objection } from '#domain/objections';
import { personIdOf } from '#domain/people';
import { isConflicted, mayCheck } from '#domain/policies';
import type { Publicity } from '#domain/publicity';
import { applications, objections, publicities } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, type Write } from '#store/writes';
import type { Decision } from '../commit.ts';
import { type Context, hasCome } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow } from '../require.ts';

export type ObjectionCase = {
  readonly objection: Versioned<Objection>;
  readonly publicity: Versioned<Publicity>;
  /** The entry that it is against. */
  readonly application?: Versioned<Application>;
};

async function objectionWith(ctx: Context, objectionId: string): Promise<Versioned<Objection>> {
  const { pk, sk } = await ctx.store.get(keys.locator(objectionId));
  return ctx.store.get<Objection>({ pk, sk });
}

/** Refuses whoever speaks for the entry, or where the whole list is at stake for any applicant of the cycle. */
export async function requireNoStakeIn(
  ctx: Context,
  { publicity, application }: Omit<ObjectionCase, 'objection'>,
): Promise<void> {
  if (application) allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  else await requireNoStake(ctx, publicity);
}

/** Refuses whoever has a conflict in a case: a stake in what it is about, or the objection itself. */
async function requireNoConflict(ctx: Context, found: ObjectionCase): Promise<void> {
  await requireNoStakeIn(ctx, found);
  const record = await ctx.store.find(keys.objector(found.objection.objectionId));
  const filedBy = record?.filedBy;
  allow(filedBy === undefined || filedBy !== personIdOf(ctx.actor), 'ConflictOfInterest');
}

/** A case for somebody who may see it at all. */
export async function caseOf(ctx: Context, objectionId: string): Promise<ObjectionCase> {
  const objection = await objectionWith(ctx, objectionId);
  const { publicityId, target } = objection;
  const found: ObjectionCase = {
    objection,
    publicity: await ctx.store.get(keys.publicity(publicityId)),
    ...(target.kind === 'entry' && { application: await ctx.store.get(keys.application(target.applicationId)) }),
  };
  await requireNoConflict(ctx, found);
  return found;
}

/** A case on the desk of an officer with the duty and without a conflict. */
export function officeCase(ctx: Context, objectionId: string): Promise<ObjectionCase> {
  allow(mayCheck(ctx.actor));
  return caseOf(ctx, objectionId);
}

/** What the counters that block conclusion and naming become in the transaction that opens or closes a case. */
const counted = ({ publicity, application }: Omit<ObjectionCase, 'objection'>, by: 1 | -1): Write[] => [
  save(publicities, { ...publicity, openObjections: publicity.openObjections + by }),
  ...(application ? [save(applications, { ...application, openObjections: application.openObjections + by })] : []),
];

export const opening = (found: Omit<ObjectionCase, 'objection'>): Write[] => counted(found, 1);

/**
 * The writes that close a case finally. The last one of a publicity whose mail grace is over settles its objections at
 * once; before that a letter may still arrive, and the workflow asks again on its own.
 */
export async function closing(
  ctx: Context,
  found: ObjectionCase,
  after: Versioned<Objection>,
): Promise<{ writes: Write[]; decides: Decision[] }> {
  const { objection, publicity } = found;
  if (!isOpenObjection(objection) || isOpenObjection(after)) throw new Error('only an open case is closed');
  const { publicityId, graceUntil, openObjections } = publicity;
  const isLast = openObjections === 1 && graceUntil !== undefined && hasCome(ctx, graceUntil);
  const gate = isLast ? await ctx.store.find(keys.gate(gateIdOf('objections-settled', publicityId))) : undefined;
  const settles = isLast && !gate?.outcome && publicity.status === 'expired';
  return {
    writes: [save(objections, after), ...counted(found, -1)],
    decides: settles ? [{ kind: 'objections-settled', subjectId: publicityId, outcome: { decision: 'settled' } }] : [],
  };
}

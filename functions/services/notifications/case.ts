import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import type { Award, Decision } from '#domain/decisions';
import type { GateKind } from '#domain/gates';
import type { Objection } from '#domain/objections';
import type { Organization } from '#domain/organizations';
import type { Publicity } from '#domain/publicity';
import type { Assignment } from '#domain/reviews';
import { type KeyOf, keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import type { Context } from '../context.ts';

/** The case that an act is about, as far as the act names it. */
export type Case = {
  readonly event: StoredEvent;
  readonly gate?: GateKind | undefined;
  readonly cycle?: Cycle | undefined;
  readonly application?: Application | undefined;
  readonly organization?: Organization | undefined;
  readonly assignment?: Assignment | undefined;
  /** Who takes the seat of a reviewer that left, or the arbiter's. */
  readonly successor?: Assignment | undefined;
  readonly publicity?: Publicity | undefined;
  readonly objection?: Objection | undefined;
  readonly decision?: Decision | undefined;
  readonly award?: Award | undefined;
};

type Noun = 'cycle' | 'application' | 'organization' | 'publicity' | 'objection' | 'decision' | 'award' | 'assignment';
type Ids = { readonly [noun in Noun]?: string | undefined };

/** What the subject of a gate is. A fault's is an execution, of which no message tells anything. */
const subjectOf: Readonly<Record<Exclude<GateKind, 'fault'>, Noun>> = {
  'applications-closed': 'cycle',
  'review-start': 'cycle',
  'round-closed': 'cycle',
  list: 'cycle',
  notice: 'cycle',
  decision: 'cycle',
  recommendation: 'application',
  correction: 'application',
  'formal-check': 'application',
  'self-assessment': 'application',
  review: 'application',
  conclusion: 'application',
  'notice-check': 'publicity',
  'objections-settled': 'publicity',
  're-review': 'award',
  rectification: 'award',
};

/** A gate's chain is `gate/<kind>/<subject>/<round>`. */
const gateOf = (event: StoredEvent): GateKind | undefined =>
  event.chainId.startsWith('gate/') ? (event.chainId.split('/')[1] as GateKind) : undefined;

const text = (event: StoredEvent, name: string): string | undefined => {
  const value = event.details[name];
  return typeof value === 'string' ? value : undefined;
};

function idsOf(event: StoredEvent): Ids {
  const gate = gateOf(event);
  const about = gate && gate !== 'fault' ? { [subjectOf[gate]]: text(event, 'subjectId') } : {};
  return {
    cycle: event.cycleId,
    application: text(event, 'applicationId'),
    organization: text(event, 'organizationId'),
    assignment: text(event, 'assignmentId'),
    publicity: text(event, 'publicityId'),
    objection: text(event, 'objectionId'),
    decision: text(event, 'decisionId'),
    award: text(event, 'certificateNumber'),
    ...about,
  };
}

/** An extension names its organization, if it is for one alone. */
async function extendedFor(ctx: Context, event: StoredEvent): Promise<string | undefined> {
  const extensionId = text(event, 'extensionId');
  if (!event.cycleId || !extensionId) return undefined;
  const scope = (await ctx.store.find(keys.extension(event.cycleId, extensionId)))?.scope;
  return scope?.kind === 'organization' ? scope.organizationId : undefined;
}

/** Reads what an act is about, each thing anew and consistently; what is not there (any more) is left out. */
export async function caseOf(ctx: Context, event: StoredEvent): Promise<Case> {
  const ids = idsOf(event);
  const find = async <T>(id: string | undefined, key: (id: string) => KeyOf<T>): Promise<T | undefined> =>
    id === undefined ? undefined : ctx.store.find(key(id));
  const award = await find(ids.award, keys.award);
  const named = await find(ids.publicity, keys.publicity);
  const objection =
    ids.publicity && ids.objection ? await ctx.store.find(keys.objection(ids.publicity, ids.objection)) : undefined;
  const accused = objection?.target.kind === 'entry' ? objection.target.applicationId : undefined;
  const application = await find(ids.application ?? award?.applicationId ?? accused, keys.application);
  const seat = (id: string | undefined) =>
    find(application && id, (assignmentId) => keys.assignment(application?.applicationId ?? '', assignmentId));
  const organization = await find(
    ids.organization ?? (await extendedFor(ctx, event)) ?? application?.organizationId ?? award?.organizationId,
    keys.organization,
  );
  const cycle = await find(ids.cycle ?? application?.cycleId ?? named?.cycleId ?? award?.cycleId, keys.cycle);
  /** An entry is in the publicity that is in force. */
  const publicity = named ?? (await find(cycle?.publicityId, keys.publicity));
  const decision = await find(ids.decision ?? cycle?.decisionId, keys.decision);
  return {
    event,
    gate: gateOf(event),
    cycle,
    application,
    organization,
    assignment: await seat(ids.assignment),
    successor: await seat(text(event, 'replacedBy') ?? text(event, 'arbiterAssignmentId')),
    publicity,
    objection,
    decision,
    award,
  };
}

import type { Decision } from '#domain/decisions';
import { nextStep } from '#domain/decisions';
import { isOpenObjection, type Objection } from '#domain/objections';
import { type Actor, holds, personIdOf } from '#domain/people';
import { mayAdminister, mayApprove, mayCheck, mayDraft } from '#domain/policies';
import type { Publicity } from '#domain/publicity';
import type { ProposedList } from '#domain/selections';
import { office } from '#web/messages/office.ts';
import type { Said } from '#web/messages/say.ts';
import type { Counts } from './board/funnel.ts';
import { countOf } from './board/funnel.ts';

/** What of a cycle an actor's duties may have to do with. */
export type CycleState = {
  readonly cycle: { readonly cycleId: string; readonly status: string };
  readonly counts: Counts;
  readonly deadlines: Readonly<Record<string, string>>;
  /** How many cases of the round still lack something; undefined where it is not known. */
  readonly openCases?: number | undefined;
  readonly now: number;
  readonly list?: Pick<ProposedList, 'status' | 'draftedBy'> | undefined;
  readonly publicity?: Pick<Publicity, 'status' | 'draftedBy' | 'editedBy' | 'sentBack'> | undefined;
  readonly decision?: Pick<Decision, 'status' | 'chain' | 'acts'> | undefined;
  readonly objections: readonly Pick<Objection, 'objectionId' | 'status' | 'admitBy' | 'investigateBy' | 'answerBy'>[];
};

/** One thing that waits for somebody: what, until when, where it is done. */
export type Due = {
  readonly key: string;
  readonly what: Said;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly until?: string | undefined;
};

const checksDue = (actor: Actor, { cycle, counts, deadlines }: CycleState): Due[] => {
  const count = countOf(counts, 'recommended');
  if (!mayCheck(actor) || count === 0) return [];
  const to = `/cycles/${cycle.cycleId}/applications`;
  return [
    {
      key: 'checks',
      what: office.dueChecks(count),
      to,
      search: { status: 'recommended' },
      until: deadlines['checkBy'],
    },
  ];
};

/** Lists, notices and decisions are checked by another than who drafted them. */
function papersDue(actor: Actor, { cycle, list, publicity }: CycleState): Due[] {
  const me = personIdOf(actor) ?? '';
  const at = (page: string): string => `/cycles/${cycle.cycleId}/${page}`;
  const isListing = cycle.status === 'listing';
  const isWaiting = publicity?.status === 'drafted';
  const noticeIsMine = publicity && [publicity.draftedBy, ...publicity.editedBy].includes(me);
  return [
    ...(isListing && !list && mayDraft(actor) ? [{ key: 'list', what: office.dueListDraft, to: at('list') }] : []),
    ...(isListing && list?.status === 'sent-back' && mayDraft(actor)
      ? [{ key: 'list', what: office.dueListAgain, to: at('list') }]
      : []),
    ...(list?.status === 'drafted' && mayCheck(actor) && list.draftedBy !== me
      ? [{ key: 'list', what: office.dueList, to: at('list') }]
      : []),
    ...(isListing && list?.status === 'checked' && !publicity && mayDraft(actor)
      ? [{ key: 'notice', what: office.dueNoticeDraft, to: at('publicity') }]
      : []),
    ...(isWaiting && !publicity.sentBack && mayCheck(actor) && !noticeIsMine
      ? [{ key: 'notice', what: office.dueNotice, to: at('publicity') }]
      : []),
    ...(isWaiting && publicity.sentBack && mayDraft(actor)
      ? [{ key: 'notice', what: office.dueNoticeAgain, to: at('publicity') }]
      : []),
  ];
}

const takesStep = {
  draft: mayDraft,
  check: mayCheck,
  approve: mayApprove,
  sign: (actor: Actor) => holds(actor, 'committee'),
} as const;

function decisionDue(actor: Actor, { cycle, decision }: CycleState): Due[] {
  const to = `/cycles/${cycle.cycleId}/decision`;
  const isWanted = cycle.status === 'deciding' && (!decision || decision.status === 'sent-back');
  if (isWanted) return mayDraft(actor) ? [{ key: 'decision', what: office.dueDecisionDraft, to }] : [];
  if (decision?.status !== 'in-approval') return [];
  const step = nextStep(decision);
  const me = personIdOf(actor);
  if (!step || !takesStep[step](actor) || decision.acts.some(({ personId }) => personId === me)) return [];
  return [{ key: 'decision', what: office.dueDecision[step], to }];
}

const objectionDeadline = {
  received: 'admitBy',
  admitted: 'investigateBy',
  investigating: 'investigateBy',
  upheld: 'answerBy',
  'partly-upheld': 'answerBy',
  dismissed: 'answerBy',
} as const;

const hasDeadline = (status: string): status is keyof typeof objectionDeadline =>
  Object.hasOwn(objectionDeadline, status);

const objectionsDue = (actor: Actor, { cycle, objections }: CycleState): Due[] =>
  mayCheck(actor)
    ? objections.filter(isOpenObjection).flatMap((objection) => {
        const { status, objectionId } = objection;
        if (!hasDeadline(status)) return [];
        return [
          {
            key: `objection/${objectionId}`,
            what: office.dueObjection[status],
            to: `/cycles/${cycle.cycleId}/publicity`,
            until: objection[objectionDeadline[status]],
          },
        ];
      })
    : [];

/** The round can be closed once everything is in; when its end has come, somebody must see to what is not. */
function roundDue(actor: Actor, { cycle, deadlines, openCases, now }: CycleState): Due[] {
  const until = deadlines['reviewBy'];
  const hasEnded = until !== undefined && Date.parse(until) <= now;
  if (cycle.status !== 'reviewing' || !mayCheck(actor) || !(openCases === 0 || hasEnded)) return [];
  return [{ key: 'round', what: office.dueRoundClose, to: `/cycles/${cycle.cycleId}/progress`, until }];
}

/** The steps of the cycle itself, which whoever administers takes. */
function stepsDue(actor: Actor, { cycle, deadlines }: CycleState): Due[] {
  if (!mayAdminister(actor)) return [];
  const to = `/cycles/${cycle.cycleId}`;
  switch (cycle.status) {
    case 'draft':
      return [{ key: 'announce', what: office.dueAnnounce, to }];
    case 'assessing':
      return [{ key: 'review-start', what: office.dueReviewStart, to, until: deadlines['assessBy'] }];
    default:
      return [];
  }
}

/** What of one cycle waits for somebody, by their duties; what is due first comes first. */
export const dueIn = (actor: Actor, state: CycleState): Due[] =>
  [
    ...objectionsDue(actor, state),
    ...checksDue(actor, state),
    ...papersDue(actor, state),
    ...decisionDue(actor, state),
    ...roundDue(actor, state),
    ...stepsDue(actor, state),
  ].sort((a, b) => (a.until ?? '9999').localeCompare(b.until ?? '9999'));

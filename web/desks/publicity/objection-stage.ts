import {
  isOpenObjection,
  mayHaveEffect,
  type ObjectionEffect,
  type ObjectionStatus,
  type ObjectionTarget,
  type ObjectionVerdict,
  objectionTransitions,
} from '#domain/objections';

/** What the office may do to an objection; each but the last three moves it on. */
export type ObjectionAct =
  | 'admit'
  | 'refuse'
  | 'investigate'
  | 'determine'
  | 'answer'
  | 'archive'
  | 'exOfficio'
  | 'withdraw';

const moves = {
  admit: objectionTransitions.admit.from,
  refuse: objectionTransitions.refuse.from,
  investigate: objectionTransitions.investigate.from,
  determine: objectionTransitions.uphold.from,
  answer: objectionTransitions.answer.from,
  archive: objectionTransitions.archive.from,
} as const satisfies Partial<Record<ObjectionAct, readonly ObjectionStatus[]>>;

type Case = {
  readonly status: ObjectionStatus;
  readonly channel: string;
  readonly withdrawnAt?: string | undefined;
};

/** The acts that a case takes now, the one that moves it on first. `runs` tells whether its publicity does. */
export function actsOf({ status, channel, withdrawnAt }: Case, runs: boolean): ObjectionAct[] {
  const moving = (Object.keys(moves) as (keyof typeof moves)[]).filter((act) =>
    (moves[act] as readonly ObjectionStatus[]).includes(status),
  );
  const mayFollow = status === 'inadmissible' && runs;
  const mayWithdraw = withdrawnAt === undefined && channel !== 'ex-officio' && isOpenObjection({ status });
  return [...moving, ...(mayFollow ? ['exOfficio' as const] : []), ...(mayWithdraw ? ['withdraw' as const] : [])];
}

type Dated = Case & {
  readonly admitBy: string;
  readonly investigateBy?: string | undefined;
  readonly answerBy?: string | undefined;
};

/** Until when the office must take the next step; undefined when nothing waits for it. */
export function deadlineOf({ status, admitBy, investigateBy, answerBy }: Dated): string | undefined {
  if (status === 'received') return admitBy;
  if (status === 'admitted' || status === 'investigating') return investigateBy;
  return ['upheld', 'partly-upheld', 'dismissed'].includes(status) ? answerBy : undefined;
}

export type EffectKind = ObjectionEffect['kind'];

const examples: Readonly<Record<EffectKind, ObjectionEffect>> = {
  none: { kind: 'none' },
  remove: { kind: 'remove' },
  amend: { kind: 'amend', organizationName: '' },
  add: { kind: 'add', applicationId: '' },
};

/** Which effects a verdict may have on this target, by the domain's own rule. */
export const effectsOf = (target: ObjectionTarget, verdict: ObjectionVerdict): EffectKind[] =>
  (Object.keys(examples) as EffectKind[]).filter((kind) => mayHaveEffect(target, verdict, examples[kind]));

/** How far a case has come: 0 received … 5 archived; a refused one goes from the first step to the last. */
export function stepOf(status: ObjectionStatus): number {
  const steps: Readonly<Record<ObjectionStatus, number>> = {
    received: 0,
    inadmissible: 0,
    admitted: 1,
    investigating: 2,
    upheld: 3,
    'partly-upheld': 3,
    dismissed: 3,
    answered: 4,
    archived: 5,
  };
  return steps[status];
}

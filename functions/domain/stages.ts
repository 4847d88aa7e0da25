import type { Cycle } from './cycles.ts';

/** In which stages of its cycle something may be done that does not move the cycle itself. */
export const stagesFor = {
  /** 邀请: experts are invited and answer; a late one may still take a seat that falls vacant. */
  invite: ['announced', 'accepting', 'assessing', 'reviewing'],
  /** 申请回避: an applicant says whom it does not want, before the review starts. */
  fileAvoidance: ['accepting', 'assessing'],
  /** The office refuses that, while panels are drawn or seats may still fall vacant. */
  refuseAvoidance: ['accepting', 'assessing', 'reviewing'],
  /** 试算、指定: a draw is still to come, if only a redraw. */
  draw: ['assessing', 'reviewing'],
  /** The round is open: sheets, and what counts beside them. */
  review: ['reviewing'],
  /** 一票否决: until the list is drawn up into a notice a veto may still come, or turn out wrong. */
  veto: ['reviewing', 'ranking', 'listing'],
  /** 合议: a panel may meet over its marks until the list is drawn up into a notice. */
  discuss: ['reviewing', 'ranking', 'listing'],
} as const satisfies Readonly<Record<string, readonly Cycle['status'][]>>;

export type StagedAct = keyof typeof stagesFor;

export const isTimeFor = (act: StagedAct, { status }: Pick<Cycle, 'status'>): boolean =>
  stagesFor[act].some((stage) => stage === status);

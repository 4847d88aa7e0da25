import { addNaturalDays } from './dates.ts';
import type { GateKind } from './gates.ts';
import { type Instant, instantOf, millisOf } from './instants.ts';

/** To whom a message goes: by what they are in the case, never by name. */
export type Audience =
  /** Who speaks for the applicant: the person who registered the unit. */
  | 'representative'
  /** The lead department's people for the unit's category and area. */
  | 'recommenders'
  /** The desk that returned the form, recommenders or office. */
  | 'returner'
  /** The reviewer of the assignment that the act is about. */
  | 'reviewer'
  /** The reviewer who takes that assignment's seat. */
  | 'successor'
  /** The visitor of the site team whom the act is about, and who is asked in their place. */
  | 'visitor'
  | 'next-visitor'
  /** All visitors of a team that was drawn. */
  | 'visitors'
  /** Whom a redraw seats on a panel, and whom it takes off. */
  | 'joining'
  | 'leaving'
  /** The application's reviewers whose sheets are still owed. */
  | 'owing-reviewers'
  /** Those of them whose own time is up. */
  | 'overdue-reviewers'
  /** The experts whom the act invites to a cycle; the one whose invitation it is about. */
  | 'invited'
  | 'invitee'
  | 'administrators'
  | 'drafters'
  | 'checkers'
  | 'approvers'
  /** Whoever may do the next step of the decision's chain. */
  | 'next-approvers';

/** Which deadline a message prints: the act's own, or the one that binds the case at that stage. */
export type Due =
  | 'act'
  | 'recommendBy'
  | 'checkBy'
  | 'assessBy'
  | 'reviewBy'
  | 'round'
  | 'assignment'
  | 'successor'
  | 'admission'
  | 'window'
  | 'rectification';

type Wording = { readonly subject: string; readonly body: string };

/** Who is told of an act, and in which words. `{…}` are the only things of the case that a message may hold. */
export type Notice = {
  readonly to: Audience;
  /** For what befalls gates: the kind of gate. */
  readonly gate?: GateKind;
  /** Only when the act says so: a detail of it and its value. */
  readonly when?: readonly [detail: string, is: boolean | string];
  readonly due?: Due;
  readonly zh: Wording;
  readonly en: Wording;
};

/**
 * What a message may say of its case. The closed list is the guard: no score, no reason, no opinion, no phone, nothing
 * of an objection has a place here. `unit` is the unit that the case is about.
 */
export const placeholders = ['issuer', 'cycle', 'unit', 'deadline', 'number'] as const;
/** `deadline` is an instant; the words are made of it. */
export type Facts = { readonly [name in (typeof placeholders)[number]]?: string | undefined };

export type Message = { readonly subject: string; readonly text: string };

const padded = (value: number): string => String(value).padStart(2, '0');
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A deadline in both languages. 00:00 is told as 24:00 of the day before, as the office says it. */
export function deadlineInWords(deadline: Instant): { readonly zh: string; readonly en: string } {
  const instant = instantOf(millisOf(deadline));
  const midnight = instant.slice(11, 16) === '00:00';
  const date = midnight ? addNaturalDays(instant.slice(0, 10), -1) : instant.slice(0, 10);
  const time = midnight ? '24:00' : instant.slice(11, 16);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return {
    zh: `${year}年${month}月${day}日${time}(北京时间)`,
    en: `${time} on ${padded(day)} ${months[month - 1]} ${year} (Beijing time)`,
  };
}

/** Line breaks in a value would forge lines of the message or headers of the mail. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const filled = (template: string, facts: Facts): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name as keyof Facts];
    if (value === undefined) throw new Error(`a message lacks its ${name}`);
    return oneLine(value);
  });

/**
 * A notice as a mail: Chinese first, English below.
 * @throws Error when the wording names a fact that is not there: better put aside than sent with a hole in it.
 */
export function compose(notice: Notice, facts: Facts): Message {
  const deadline = facts.deadline === undefined ? undefined : deadlineInWords(facts.deadline);
  const zh = { ...facts, deadline: deadline?.zh };
  const en = { ...facts, deadline: deadline?.en };
  const text = [
    filled(notice.zh.body, zh),
    '请登录学创系统查看详情或办理。本邮件由系统自动发出，请勿直接回复；系统不会通过邮件收取任何费用，也不会索要密码。',
    ...(facts.issuer ? [oneLine(facts.issuer)] : []),
    '————————',
    filled(notice.en.body, en),
    'Sign in to 学创 for the details or to act. This message was sent automatically; please do not reply. No fee and no password is ever asked for by mail.',
  ].join('\n\n');
  return { subject: `【学创】${filled(notice.zh.subject, zh)} / ${filled(notice.en.subject, en)}`, text };
}

import type { Calendar } from '../calendar.ts';
import { addNaturalDays, dateInShanghai } from '../dates.ts';
import type { AnnexRow, Decision } from '../decisions.ts';
import type { Objection } from '../objections.ts';
import type { Publicity } from '../publicity.ts';
import type { Allocation } from '../quotas.ts';
import type { ListRow, ProposedList } from '../selections.ts';
import type { DossierLine } from './seal.ts';

type Numbers = ReadonlyMap<string, string>;

/** How the seats of one cell were given. */
export const cellLine = ({ category, recommender, seats, selected, undecided, vacant }: Allocation): DossierLine => ({
  kind: 'cell',
  categoryId: category,
  recommender,
  seats,
  selected: selected.length,
  undecided: undecided.reduce((all, tie) => all + tie.seats, 0),
  vacant,
});

/** The list as it was drafted; the reasons of exclusions are free texts and stay private. */
export const listLine = (list: ProposedList, rows: readonly ListRow[], numbers: Numbers): DossierLine => ({
  kind: 'list',
  listId: list.listId,
  total: list.total,
  countsByCategory: list.countsByCategory,
  exclusions: list.exclusions.map(({ applicationId }) => numbers.get(applicationId)),
  entries: rows.map(({ applicationId }) => numbers.get(applicationId)),
  private: { exclusions: list.exclusions },
});

/** Official days off and worked rest days from the day of publication to the last day. */
function daysOf(publishedOn: string, lastDay: string, { holidays, workdays }: Calendar) {
  const days: string[] = [];
  for (let day = publishedOn; day <= lastDay; day = addNaturalDays(day, 1)) days.push(day);
  return { holidays: days.filter((day) => holidays.has(day)), workdays: days.filter((day) => workdays.has(day)) };
}

/** A publicity that was published; undefined for a draft. */
export function publicityLine(of: Publicity, calendar: Calendar): DossierLine | undefined {
  const { publishedAt, firstDay, lastDay } = of;
  if (!publishedAt || !firstDay || !lastDay) return undefined;
  const publishedOn = dateInShanghai(publishedAt);
  return {
    kind: 'publicity',
    number: of.number,
    publicityKind: of.kind,
    publishedOn,
    firstDay,
    lastDay,
    total: of.total,
    countsByCategory: of.countsByCategory,
    outcome: of.outcome,
    ...daysOf(publishedOn, lastDay, calendar),
    private: { publicityId: of.publicityId },
  };
}

/** An objection in outline: what it was against and what came of it, not who objected nor in which words. */
export const objectionLine = (
  of: Objection,
  place: { readonly publicity: number; readonly number: number },
  numbers: Numbers,
): DossierLine => ({
  kind: 'objection',
  publicity: place.publicity,
  number: place.number,
  target: of.target.kind,
  application: of.target.kind === 'entry' ? numbers.get(of.target.applicationId) : undefined,
  status: of.status,
  effect: of.effect?.kind,
  receivedOn: dateInShanghai(of.receivedAt),
  private: { objectionId: of.objectionId },
});

export const decisionLine = (of: Decision): DossierLine => ({
  kind: 'decision',
  documentNumber: of.documentNumber,
  title: of.title,
  total: of.total,
  countsByCategory: of.countsByCategory,
  signedAt: of.signedAt,
  steps: of.acts.map(({ step }) => step),
  private: { acts: of.acts },
});

export const namedLine = (row: AnnexRow, name: string, numbers: Numbers): DossierLine => ({
  kind: 'named',
  application: numbers.get(row.applicationId),
  categoryId: row.categoryId,
  name,
  certificateNumber: row.certificateNumber,
  private: { organizationName: row.organizationName },
});

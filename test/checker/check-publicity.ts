import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { addDays, arrangement2026, calendarOf, type Day, dayOf, YearUnknown } from './calendar.ts';
import type { Expected } from './expected.ts';
import { differs, type Problem, problem, when } from './problem.ts';
import type { PublicityRecord, SeasonRecord } from './record.ts';

/** The checker counts by its own table, never by what it is told. */
const calendar = calendarOf([arrangement2026]);

/** 24:00 Asia/Shanghai of a day. */
const endOf = (day: Day): string => new Date(Date.parse(`${addDays(day, 1)}T00:00:00+08:00`)).toISOString();
const instant = (text: string): string => new Date(text).toISOString();

/** The window begins with the first working day after the publication and has as many as the cycle says. */
function checkWindow(plan: SeasonPlan, publicity: PublicityRecord): Problem[] {
  const { days, mailGrace } = plan.cycle.publicity;
  const { publicityId, publishedAt, firstDay, lastDay, endsAt, graceUntil, concludedAt } = publicity;
  const window = calendar.workingDaysAfter(dayOf(publishedAt), days);
  const last = window.at(-1) ?? '';
  const grace = calendar.workingDaysAfter(last, mailGrace).at(-1) ?? last;
  return [
    ...differs('publicity', publicityId, 'first day', firstDay, window[0]),
    ...differs('publicity', publicityId, 'last day', lastDay, last),
    ...differs('publicity', publicityId, 'end', instant(endsAt), endOf(last)),
    ...differs('publicity', publicityId, 'end of the wait for letters', instant(graceUntil), endOf(grace)),
    ...when(concludedAt === undefined, 'publicity', publicityId, 'was never concluded'),
    ...when(
      concludedAt !== undefined && instant(concludedAt) < endOf(grace),
      'publicity',
      publicityId,
      `was concluded at ${concludedAt}, before the wait for letters was over`,
    ),
  ];
}

/** What was published first is the list, on the day and for the days of the plan. */
function checkFirst(plan: SeasonPlan, record: SeasonRecord): Problem[] {
  const first = record.publicities.find(({ number }) => number === 1);
  if (!first) return [problem('publicity', 'list', 'was never published')];
  return [
    ...differs('publicity', first.publicityId, 'published', dayOf(first.publishedAt), plan.cycle.windows.publicityOn),
    ...differs(
      'publicity',
      first.publicityId,
      'window',
      [first.firstDay, first.lastDay],
      [plan.expectedPublicity.firstDay, plan.expectedPublicity.lastDay],
    ),
  ];
}

/** Whoever is named was in a publicity that was over before; a corrected entry in one of its own with a full period. */
function checkNamed(record: SeasonRecord, plan: SeasonPlan, { outcomes }: Expected): Problem[] {
  const signedAt = record.decision ? instant(record.decision.signedAt) : '';
  return outcomes
    .filter(({ named }) => named)
    .flatMap(({ of: { unit, application } }) => {
      const { unitKey } = unit;
      const shown = record.publicities.filter(({ entries }) =>
        entries.some(({ applicationId }) => applicationId === application.applicationId),
      );
      const open = shown.filter(({ concludedAt }) => concludedAt === undefined || instant(concludedAt) > signedAt);
      const correction = plan.objections.find(
        ({ effect, target }) => effect === 'corrected' && target.kind === 'entry' && target.unitKey === unitKey,
      );
      const again = shown.filter(({ publishedAt }) => correction && dayOf(publishedAt) >= dayOf(correction.decidedAt));
      return [
        ...when(shown.length === 0, 'publicity', unitKey, 'is named and was in no publicity'),
        ...open.map(({ publicityId }) => problem('publicity', unitKey, `was named before ${publicityId} was over`)),
        ...when(
          correction !== undefined && again.length === 0,
          'publicity',
          unitKey,
          'was corrected, not published again',
        ),
      ];
    });
}

/** The counts that the notice prints are those of its entries. */
function checkNotice(
  record: SeasonRecord,
  { publicityId, entries, total, countsByCategory }: PublicityRecord,
): Problem[] {
  const categories = new Map(record.applications.map((each) => [each.applicationId, each.categoryId]));
  const counts = Object.entries(countsByCategory).flatMap(([categoryId, count]) => {
    const held = entries.filter(({ applicationId }) => categories.get(applicationId) === categoryId).length;
    return differs('counts', publicityId, `${categoryId} on the notice`, count, held);
  });
  return [...differs('counts', publicityId, 'total on the notice', total, entries.length), ...counts];
}

/** What is sent back for correction may come back within the cycle's working days. */
function checkCorrections({ applications }: SeasonRecord, { cycle }: SeasonPlan): Problem[] {
  return applications.flatMap(({ name, returned }) => {
    if (!returned) return [];
    const last = calendar.workingDaysAfter(dayOf(returned.at), cycle.correctionDays).at(-1) ?? '';
    return differs('calendar', name, 'deadline of the correction', instant(returned.deadline), endOf(last));
  });
}

export function checkPublicity(record: SeasonRecord, plan: SeasonPlan, expected: Expected): Problem[] {
  try {
    return [
      ...record.publicities.flatMap((publicity) => checkWindow(plan, publicity)),
      ...record.publicities.flatMap((publicity) => checkNotice(record, publicity)),
      ...checkCorrections(record, plan),
      ...checkFirst(plan, record),
      ...checkNamed(record, plan, expected),
    ];
  } catch (error) {
    if (error instanceof YearUnknown) return [problem('calendar', 'years', error.message)];
    throw error;
  }
}

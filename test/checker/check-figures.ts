import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { decimal, shown } from '#local/dossier/fraction';
import type { Case } from './case.ts';
import { milestonesOf } from './courses.ts';
import type { Directory } from './people.ts';
import { differs, type Problem } from './problem.ts';

const exact = (text: string | undefined): string | undefined => text && shown(decimal(text));

const inOrder = (adjustments: readonly { readonly kind: string; readonly points: string }[]): string[] =>
  adjustments.map(({ kind, points }) => `${kind} ${exact(points)}`).toSorted();

/** 实地, 满意度, 加减分 and 一票否决 of a reviewed unit stand as the plan has them; the visit's sheet is its visitor's. */
export function checkFigures(plan: SeasonPlan, directory: Directory, { unit, application }: Case): Problem[] {
  if (!milestonesOf(unit).reviewed) return [];
  const { unitKey, site, satisfaction, adjustments, veto } = unit;
  const visitor = plan.reviewers.find(({ key }) => key === site.reviewerKey);
  return [
    ...differs('figures', unitKey, 'site', exact(application.site?.score), exact(site.score)),
    ...differs('figures', unitKey, 'visitor', application.site?.reviewerId, visitor && directory.subjectOf(visitor)),
    ...differs('figures', unitKey, 'satisfaction', exact(application.satisfaction?.score), exact(satisfaction.score)),
    ...differs('figures', unitKey, 'adjustments', inOrder(application.adjustments), inOrder(adjustments)),
    ...differs(
      'veto',
      unitKey,
      'grounds',
      application.vetoes.map(({ ground }) => ground),
      veto ? [veto.ground] : [],
    ),
  ];
}

import { type Composite, type CompositeStep, opened, type PanelScore } from './composite.ts';
import { fromInteger, type Rational } from './exact.ts';
import type { ResultRow } from './selections.ts';

/** One step of the arithmetic as it is frozen with a result: named, exact, and as it is shown. */
export type Step = ResultRow['steps'][number];

export const step = (name: string, value: Rational): Step => ({ name, ...opened(value) });

/** How a panel's score came about: sheets, how many of them were kept, their sum and mean. */
export function panelSteps(panel: PanelScore): Step[] {
  if (panel.method === 'none') return [];
  return [
    step('documents.sheets', fromInteger(panel.n)),
    step('documents.kept', fromInteger(panel.kept.length)),
    step('documents.sum', panel.sum),
    step('documents.mean', panel.mean),
  ];
}

function stepsOf(part: CompositeStep): Step[] {
  switch (part.kind) {
    case 'component':
      return [
        { name: `${part.component}.score`, ...part.score },
        step(`${part.component}.weight`, fromInteger(part.weight)),
        { name: `${part.component}.points`, ...part.points },
      ];
    case 'bonus':
      return [
        { name: 'bonus.asked', ...part.asked },
        { name: 'bonus.cap', ...part.cap },
        { name: 'bonus.points', ...part.points },
      ];
    case 'deduction':
      return [{ name: 'deduction.points', ...part.points }];
    case 'held':
      return [
        { name: 'composite.before', ...part.before },
        { name: 'composite.highest', ...part.highest },
        { name: 'composite', ...part.points },
      ];
  }
}

/** How the composite came about, in the order in which it was computed. */
export const compositeSteps = ({ steps }: Composite): Step[] => steps.flatMap(stepsOf);

import { type Composite, type CompositeStep, opened, type PanelScore } from './composite.ts';
import { fromInteger, type Rational } from './exact.ts';
import { type Hundredths, markToRational } from './marks.ts';
import type { ResultRow } from './selections.ts';

/** One step of the arithmetic as it is frozen with a result: named, exact, and as it is shown. */
export type Step = ResultRow['steps'][number];

export const step = (name: string, value: Rational): Step => ({ name, ...opened(value) });

/** How a panel's or a site team's score came about: sheets, how many of them were kept, their sum and mean. */
export function panelSteps(panel: PanelScore, component: 'documents' | 'site'): Step[] {
  if (panel.method === 'none') return [];
  return [
    step(`${component}.sheets`, fromInteger(panel.n)),
    step(`${component}.kept`, fromInteger(panel.kept.length)),
    step(`${component}.sum`, panel.sum),
    step(`${component}.mean`, panel.mean),
  ];
}

/** The lines that the composite is held against: the pass line, and each tier's under its name. */
export const lineSteps = (
  passLine: Hundredths,
  tiers: readonly { readonly name: string; readonly line: Hundredths }[],
): Step[] => [
  step('line.pass', markToRational(passLine)),
  ...tiers.map(({ name, line }) => step(`line.tier.${name}`, markToRational(line))),
];

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

import type { MarkingRule, ObservationPoint, Standard } from '../standards.ts';
import { exampleLabel } from '../standards.ts';

/** One observation point as a person would write it: whole marks, and only what differs from the usual. */
type PointSketch = {
  readonly name: string;
  readonly marks: number;
  readonly description: string;
  readonly rule: MarkingRule;
  readonly method?: ObservationPoint['method'];
  /** Usual: evidence is required. */
  readonly evidence?: false;
  readonly veto?: true;
};

type SecondLevelSketch = { readonly name: string; readonly marks: number; readonly points: readonly PointSketch[] };
type FirstLevelSketch = { readonly name: string; readonly marks: number; readonly parts: readonly SecondLevelSketch[] };

type Sketch = {
  readonly categoryId: string;
  readonly name: string;
  readonly source?: string;
  readonly note?: string;
  readonly indicators: readonly FirstLevelSketch[];
};

/**
 * Numbers the sketch (1, 1.1, 1.1.1) and turns whole marks into hundredths. It sums nothing: every level states its
 * full marks as its source does, so that `checkStandard` has something to find.
 */
export const exampleStandard = ({ indicators, ...head }: Sketch): Standard => ({
  ...head,
  standardId: `example-${head.categoryId}`,
  version: 1,
  status: 'published',
  label: exampleLabel,
  fullMarks: 10_000,
  indicators: indicators.map((first, i) => ({
    indicatorId: `${i + 1}`,
    name: first.name,
    fullMarks: first.marks * 100,
    children: first.parts.map((second, j) => ({
      indicatorId: `${i + 1}.${j + 1}`,
      name: second.name,
      fullMarks: second.marks * 100,
      children: second.points.map((point, k) => numbered(point, `${i + 1}.${j + 1}.${k + 1}`)),
    })),
  })),
});

const numbered = (sketch: PointSketch, pointId: string): ObservationPoint => ({
  pointId,
  name: sketch.name,
  description: sketch.description,
  fullMarks: sketch.marks * 100,
  method: sketch.method ?? 'documents',
  rule: sketch.rule,
  evidenceRequired: sketch.evidence !== false,
  veto: sketch.veto === true,
});

/** A scale of 优, 良, 中, 差 at 100, 85, 70 and 50 % of the full marks; exact for whole marks. */
export const scale = (marks: number): MarkingRule => ({
  kind: 'levels',
  levels: [
    { label: '优', marks: marks * 100 },
    { label: '良', marks: marks * 85 },
    { label: '中', marks: marks * 70 },
    { label: '差', marks: marks * 50 },
  ],
});

/** Steps of its own, in whole marks, for a point whose source names them. */
export const steps = (...levels: readonly (readonly [label: string, marks: number])[]): MarkingRule => ({
  kind: 'levels',
  levels: levels.map(([label, marks]) => ({ label, marks: marks * 100 })),
});

/** Deductions in whole marks. */
export const less = (...items: readonly (readonly [label: string, marks: number])[]): MarkingRule => ({
  kind: 'deduction',
  items: items.map(([label, marks]) => ({ label, marks: marks * 100 })),
});

export const ratioTo = (fullAtPercent: number): MarkingRule => ({ kind: 'ratio', fullAtPercent });

export const yesNo: MarkingRule = { kind: 'yes-no' };

/** A first level whose source knows no second one holds its points through one of the same name. */
export const implied = (name: string, marks: number, points: readonly PointSketch[]): FirstLevelSketch => ({
  name,
  marks,
  parts: [{ name, marks, points }],
});

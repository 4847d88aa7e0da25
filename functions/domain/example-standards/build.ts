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
  rule: described(sketch.rule, sketch.method ?? 'documents'),
  evidenceRequired: sketch.evidence !== false,
  veto: sketch.veto === true,
});

/** What 优, 良, 中 and 差 look like, by the way in which the point is examined. */
const scaleDescriptors: Readonly<Record<ObservationPoint['method'], readonly string[]>> = {
  documents: [
    '要求全部落实，制度、过程记录和成果材料齐全，互相印证。',
    '要求基本落实，材料较全，个别环节缺少记录。',
    '主要要求落实，材料不够完整，或执行时断时续。',
    '仅有部分工作，材料零散，多数要求难以印证。',
  ],
  site: [
    '现场与材料一致，条件完备，使用经常，要求全部达到。',
    '现场与材料基本一致，条件较好，使用较为经常，个别要求未达到。',
    '现场有基本条件，使用不多，或有多项要求未达到。',
    '现场条件不足，很少使用，或与材料有明显出入。',
  ],
  interview: [
    '受访者普遍知晓并亲身参与，能举出实例，说法与材料一致。',
    '多数受访者知晓并参与，能说明做法，个别说法与材料不一。',
    '部分受访者知晓，参与不多，只能说明大致做法。',
    '受访者大多不了解，难以说明做法，或与材料有明显出入。',
  ],
  questionnaire: [
    '问卷显示绝大多数人认同并参与，意见有回应、有改进。',
    '问卷显示多数人认同并参与，个别方面评价不高。',
    '问卷显示认同和参与约占半数，意见分散。',
    '问卷显示少数人认同或参与，不满意见较多。',
  ],
};

/** Levels that bear no descriptor of their own take those of the scale. */
const described = (rule: MarkingRule, method: ObservationPoint['method']): MarkingRule =>
  rule.kind === 'levels'
    ? {
        kind: 'levels',
        levels: rule.levels.map((level, at) => ({ descriptor: scaleDescriptors[method][at], ...level })),
      }
    : rule;

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
export const steps = (
  ...levels: readonly (readonly [label: string, marks: number, descriptor: string])[]
): MarkingRule => ({
  kind: 'levels',
  levels: levels.map(([label, marks, descriptor]) => ({ label, marks: marks * 100, descriptor })),
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

import fc from 'fast-check';
import type { MarkingRule, ObservationPoint, StandardContent } from '#domain/standards';

/** What may stand in a text of a standard; a cell of a workbook knows no other line end than the line feed. */
const text = (maxLength: number, minLength = 0) =>
  fc
    .string({ unit: 'grapheme', minLength, maxLength: Math.floor(maxLength / 12) })
    .map((typed) => typed.replace(/\r\n?/g, '\n'));
/** Where a text may be left out, an empty one is left out. */
const some = (maxLength: number) => text(maxLength, 1);
const marks = fc.integer({ min: 0, max: 10_000 });

const rule: fc.Arbitrary<MarkingRule> = fc.oneof(
  fc.record({
    kind: fc.constant('levels' as const),
    levels: fc.array(
      fc.record({ label: text(100), marks, descriptor: some(500) }, { requiredKeys: ['label', 'marks'] }),
      { maxLength: 10 },
    ),
  }),
  fc.record({
    kind: fc.constant('deduction' as const),
    items: fc.array(fc.record({ label: text(100), marks }), { maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant('ratio' as const), fullAtPercent: fc.integer({ min: 1, max: 100 }) }),
  fc.constant({ kind: 'yes-no' as const }),
);

const point: fc.Arbitrary<ObservationPoint> = fc.record({
  pointId: text(20),
  name: text(100),
  description: text(1000),
  fullMarks: marks,
  method: fc.constantFrom('documents', 'site', 'interview', 'questionnaire'),
  rule,
  evidenceRequired: fc.boolean(),
  veto: fc.boolean(),
});

const above = <Child>(child: fc.Arbitrary<Child>) =>
  fc.record({
    indicatorId: text(20),
    name: text(100),
    fullMarks: marks,
    children: fc.array(child, { maxLength: 4 }),
  });

/** Any draft that the schema keeps, sound or not. */
export const randomStandard: fc.Arbitrary<StandardContent> = fc.record(
  {
    name: text(100),
    label: text(100),
    source: some(300),
    note: some(1000),
    fullMarks: marks,
    indicators: fc.array(above(above(point)), { maxLength: 4 }),
  },
  { requiredKeys: ['name', 'label', 'fullMarks', 'indicators'] },
);

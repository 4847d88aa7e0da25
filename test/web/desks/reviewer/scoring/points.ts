import type { MarkingRule, ObservationPoint, Standard } from '#domain/standards';

export const pointOf = (pointId: string, rule: MarkingRule, fullMarks = 1000): ObservationPoint => ({
  pointId,
  name: `point ${pointId}`,
  description: '',
  fullMarks,
  method: 'documents',
  rule,
  evidenceRequired: false,
  veto: false,
});

export const levels = pointOf('1.1.1', {
  kind: 'levels',
  levels: [
    { label: '优', marks: 1000 },
    { label: '良', marks: 850 },
    { label: '差', marks: 500 },
  ],
});
export const deduction = pointOf('1.1.2', {
  kind: 'deduction',
  items: [
    { label: '制度不成文', marks: 300 },
    { label: '执行无记录', marks: 800 },
  ],
});
export const share = pointOf('1.1.3', { kind: 'ratio', fullAtPercent: 80 }, 700);
export const yesNo = pointOf('1.1.4', { kind: 'yes-no' }, 300);

export const standard: Standard = {
  standardId: 'small',
  categoryId: 'school',
  name: 'small',
  version: 1,
  status: 'published',
  label: '',
  fullMarks: 3000,
  indicators: [
    {
      indicatorId: '1',
      name: 'all',
      fullMarks: 3000,
      children: [{ indicatorId: '1.1', name: 'all', fullMarks: 3000, children: [levels, deduction, share, yesNo] }],
    },
  ],
};

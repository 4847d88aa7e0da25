import type { ObservationPoint, Standard } from '#domain/standards';

const point = (
  pointId: string,
  name: string,
  fullMarks: number,
  rule: ObservationPoint['rule'] = { kind: 'yes-no' },
): ObservationPoint => ({
  pointId,
  name,
  description: `${name}的要求`,
  fullMarks,
  method: 'documents',
  rule,
  evidenceRequired: true,
  veto: false,
});

/** The smallest standard that has every kind of rule and nothing to complain of. */
export const soundStandard: Standard = {
  standardId: 'sound',
  categoryId: 'enterprise',
  name: '学习型企业评估标准',
  version: 1,
  status: 'draft',
  label: '示例标准，由各地修订',
  fullMarks: 10_000,
  indicators: [
    {
      indicatorId: '1',
      name: '组织管理',
      fullMarks: 7_000,
      children: [
        {
          indicatorId: '1.1',
          name: '制度',
          fullMarks: 4_000,
          children: [
            point('1.1.1', '机构', 3_000, {
              kind: 'levels',
              levels: [
                { label: '优', marks: 3_000, descriptor: '机构健全，职责到人，记录完整。' },
                { label: '良', marks: 2_000, descriptor: '有机构，职责或记录不全。' },
              ],
            }),
            point('1.1.2', '计划', 1_000, { kind: 'deduction', items: [{ label: '无计划', marks: 1_000 }] }),
          ],
        },
        { indicatorId: '1.2', name: '载体', fullMarks: 3_000, children: [point('1.2.1', '场所', 3_000)] },
      ],
    },
    {
      indicatorId: '2',
      name: '工作成效',
      fullMarks: 3_000,
      children: [
        {
          indicatorId: '2.1',
          name: '工作成效',
          fullMarks: 3_000,
          children: [point('2.1.1', '参训率', 3_000, { kind: 'ratio', fullAtPercent: 50 })],
        },
      ],
    },
  ],
};

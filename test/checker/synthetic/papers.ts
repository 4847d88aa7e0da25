import type { SeasonPlan } from '#examples/xicheng-2011/index';
import type { Expected, Outcome } from '../expected.ts';
import type { DecisionRecord, ObjectionRecord, PublicityRecord } from '../record.ts';
import { officerOf, subjectOf } from './people.ts';

/** Numbers by category, in the order of the plan. */
export function numbersFor(plan: SeasonPlan, named: readonly Outcome[]): Map<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    named.map(({ of: { unit } }) => {
      const next = (counts.get(unit.categoryId) ?? 0) + 1;
      counts.set(unit.categoryId, next);
      const code = unit.unitKey.slice(0, 2);
      return [unit.unitKey, `${plan.cycle.issuerCode}证〔${plan.cycle.year}〕${code}-${String(next).padStart(4, '0')}`];
    }),
  );
}

const countsOf = (outcomes: readonly Outcome[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { of } of outcomes) counts[of.unit.categoryId] = (counts[of.unit.categoryId] ?? 0) + 1;
  return counts;
};

/** The golden window of 2026-09-18, and the supplementary one that the correction asks for. */
export function publicitiesFor(plan: SeasonPlan, { outcomes }: Expected): PublicityRecord[] {
  const of = (number: number, entries: readonly Outcome[]) => ({
    publicityId: `publicity-${number}`,
    number,
    entries: entries.map(({ of: { unit } }) => ({ applicationId: unit.unitKey, name: unit.name })),
    total: entries.length,
    countsByCategory: countsOf(entries),
    draftedBy: officerOf(plan, 'draft').id,
    checkedBy: officerOf(plan, 'check').id,
  });
  return [
    {
      ...of(
        1,
        outcomes.filter(({ shortlisted }) => shortlisted),
      ),
      publishedAt: '2026-09-18T09:00:00.000+08:00',
      firstDay: '2026-09-20',
      lastDay: '2026-09-24',
      endsAt: '2026-09-25T00:00:00.000+08:00',
      graceUntil: '2026-10-01T00:00:00.000+08:00',
      concludedAt: '2026-10-14T11:00:00.000+08:00',
    },
    {
      ...of(
        2,
        outcomes.filter(({ named }) => named),
      ),
      publishedAt: '2026-10-15T09:00:00.000+08:00',
      firstDay: '2026-10-16',
      lastDay: '2026-10-22',
      endsAt: '2026-10-23T00:00:00.000+08:00',
      graceUntil: '2026-10-28T00:00:00.000+08:00',
      concludedAt: '2026-10-28T09:00:00.000+08:00',
    },
  ];
}

const verdicts = {
  upheld: 'uphold',
  'partly-upheld': 'upholdPartly',
  dismissed: 'dismiss',
  inadmissible: 'inadmissible',
};

export const objectionsFor = ({ objections }: SeasonPlan): ObjectionRecord[] =>
  objections.map(({ key, target, grounds, receivedAt, outcome, answeredAt, decidedAt }) => ({
    objectionId: key,
    publicityId: 'publicity-1',
    ...(target.kind === 'entry' && { applicationId: target.unitKey }),
    grounds,
    receivedAt,
    status: 'archived',
    verdict: verdicts[outcome],
    closedAt: answeredAt ?? decidedAt,
  }));

export function decisionFor(
  plan: SeasonPlan,
  named: readonly Outcome[],
  numbers: ReadonlyMap<string, string>,
): DecisionRecord {
  const counts = countsOf(named);
  const [chair] = plan.committee;
  const parts = Object.entries(counts).map(([categoryId, count]) => `${categoryId}${count}个`);
  const at = '2026-10-28T10:00:00.000+08:00';
  return {
    documentNumber: `${plan.cycle.issuerCode}〔${plan.cycle.year}〕1号`,
    signedAt: at,
    body: `经研究，决定授予某单位等${named.length}个申报主体称号，其中${parts.join('、')}。`,
    total: named.length,
    countsByCategory: counts,
    annex: named.map(({ of: { unit } }) => ({
      applicationId: unit.unitKey,
      categoryId: unit.categoryId,
      name: unit.name,
      certificateNumber: numbers.get(unit.unitKey) ?? '',
    })),
    approvals: [
      { step: 'draft', personId: officerOf(plan, 'draft').id, at },
      { step: 'check', personId: officerOf(plan, 'check').id, at },
      { step: 'approve', personId: officerOf(plan, 'approve').id, at },
      { step: 'sign', personId: chair ? subjectOf(chair) : '', at },
    ],
  };
}

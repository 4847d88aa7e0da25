import { describe, expect, it } from 'vitest';
import { invariantsOf } from '#examples/player/invariants';
import type { Outcome } from '#examples/player/outcome';
import { outcome } from './small-outcome.ts';

const flawsOf = (of: Outcome): string[] => invariantsOf(of).flatMap(({ flaw }) => flaw ?? []);
const [annexA, annexB] = outcome.annex as [Outcome['annex'][number], Outcome['annex'][number]];
const [publicity] = outcome.publicities as [Outcome['publicities'][number]];

const changedResult = (applicationId: string, changes: object): Outcome => ({
  ...outcome,
  results: outcome.results.map((row) => (row.applicationId === applicationId ? { ...row, ...changes } : row)),
});

const broken: readonly (readonly [string, Outcome, string])[] = [
  [
    'a body that counts another number than the annex',
    { ...outcome, decision: { ...outcome.decision, body: '授予单位a等3个申报主体称号。' } },
    '"body":3',
  ],
  [
    'a certificate that is not valid',
    { ...outcome, certificates: outcome.certificates.map((each, at) => (at ? { ...each, status: 'revoked' } : each)) },
    '"certificates":1',
  ],
  [
    'two units with one certificate number',
    { ...outcome, annex: [annexA, { ...annexB, certificateNumber: annexA.certificateNumber }] },
    annexA.certificateNumber,
  ],
  ['a file that came back changed', { ...outcome, evidence: { ...outcome.evidence, differing: ['x.pdf'] } }, 'x.pdf'],
  [
    'two files with the same bytes',
    { ...outcome, evidence: { ...outcome.evidence, distinct: 29 } },
    '29 distinct of 30',
  ],
  ['somebody named below the line', changedResult('a', { passed: false }), '单位a'],
  ['somebody named in spite of a veto', changedResult('a', { vetoed: true }), '单位a'],
  [
    'somebody named while an objection is open',
    {
      ...outcome,
      objections: [{ objectionId: 'o', status: 'investigating', target: { kind: 'entry', applicationId: 'b' } }],
    },
    '单位b',
  ],
  [
    'more named than the recommender has seats',
    {
      ...outcome,
      plan: {
        ...outcome.plan,
        cycle: {
          ...outcome.plan.cycle,
          categories: outcome.plan.cycle.categories.map((category) =>
            category.categoryId === 'enterprise'
              ? { ...category, quota: { total: 6, byRecommender: { 经信局: 0, 总工会: 6 } } }
              : category,
          ),
        },
      },
    },
    'enterprise × 经信局 > 0',
  ],
  [
    'a publicity of four working days',
    { ...outcome, shift: 1, publicities: [{ ...publicity, lastDay: '2026-09-23' }] },
    '2026-09-20 … 2026-09-23',
  ],
  [
    'another window than the golden one',
    { ...outcome, publicities: [{ ...publicity, lastDay: '2026-09-28' }] },
    'not as the golden window has it',
  ],
  ['an exact 90 that fails', changedResult('b', { passed: false }), '单位b 90.00'],
  [
    'an event that was changed afterwards',
    { ...outcome, chains: outcome.chains.map((chain) => chain.map((event) => ({ ...event, requestId: 'another' }))) },
    'event 1 was changed',
  ],
  [
    'an act by somebody whose role it is not',
    { ...outcome, subjects: { 'application.submitted': ['applicant-b'] } },
    'application.submitted of application/a by person applicant-a',
  ],
  [
    'an act that left no event',
    { ...outcome, subjects: { ...outcome.subjects, 'decision.signed': ['chair'] } },
    'decision.signed is in no chain',
  ],
];

describe('what must hold of every season', () => {
  it('holds of a sound one', () => {
    expect(flawsOf(outcome)).toEqual([]);
  });

  it.each(broken)('does not hold with %s', (_, of, flaw) => {
    expect(flawsOf(of).join('\n')).toContain(flaw);
  });
});

import { GENESIS, sealed } from '#domain/audit';
import type { Outcome } from '#examples/player/outcome';
import type { ApplicationShape, ResultRowShape } from '#examples/player/shapes';
import { season } from '#examples/xicheng-2011/index';

const { cycle, expectedPublicity } = season('2011');

const application = (applicationId: string, changes: Partial<ApplicationShape> = {}): ApplicationShape => ({
  applicationId,
  organizationId: `organization-${applicationId}`,
  organizationName: `单位${applicationId}`,
  categoryId: 'enterprise',
  recommender: '经信局',
  status: 'named',
  submissions: 1,
  assessments: 1,
  rounds: { 'self-assessment': 1, conclusion: 1 },
  openObjections: 0,
  ...changes,
});

const result = (applicationId: string, changes: Partial<ResultRowShape> = {}): ResultRowShape => ({
  applicationId,
  categoryId: 'enterprise',
  recommender: '经信局',
  organizationName: `单位${applicationId}`,
  shown: '92.40',
  passed: true,
  vetoed: false,
  needsVote: false,
  selected: true,
  ...changes,
});

const number = (n: number): string => `文学证〔2026〕QY-000${n}`;

/** A season of five enterprises that came to a sound end: two named, one removed, one below the line, one returned. */
export const outcome: Outcome = {
  plan: { cycle, expectedPublicity },
  shift: 0,
  exactlyNinety: ['b'],
  applications: [
    application('a', { certificateNumber: number(1) }),
    application('b', { certificateNumber: number(2), recommender: '总工会' }),
    application('c', { status: 'removed' }),
    application('d', { status: 'not-selected' }),
    application('e', { status: 'declined', assessments: 0, rounds: {} }),
  ],
  results: [
    result('a'),
    result('b', { shown: '90.00' }),
    result('c'),
    result('d', { shown: '88.00', passed: false, selected: false }),
  ],
  publicized: ['a', 'b', 'c'].map((applicationId) => ({ applicationId })),
  publicities: [
    {
      publicityId: 'p',
      number: 1,
      status: 'concluded',
      firstDay: '2026-09-20',
      lastDay: '2026-09-24',
      openObjections: 0,
      version: 9,
    },
  ],
  objections: [{ objectionId: 'o', status: 'archived', target: { kind: 'entry', applicationId: 'c' } }],
  decision: {
    decisionId: 'd',
    status: 'signed',
    body: '现决定授予单位a等2个申报主体称号。',
    total: 2,
    countsByCategory: { enterprise: 2 },
  },
  annex: [
    { applicationId: 'a', categoryId: 'enterprise', organizationName: '单位a', certificateNumber: number(1) },
    { applicationId: 'b', categoryId: 'enterprise', organizationName: '单位b', certificateNumber: number(2) },
  ],
  certificates: [1, 2].map((n) => ({ certificateNumber: number(n), status: 'valid' })),
  evidence: { files: 30, differing: [], distinct: 30 },
  chains: [
    [
      sealed({
        chainId: 'application/a',
        sequence: 1,
        at: '2026-03-02T09:00:00.000+08:00',
        action: 'application.submitted',
        actor: { kind: 'person', id: 'applicant-a' },
        requestId: 'request-1',
        details: {},
        previousHash: GENESIS,
      }),
    ],
  ],
  dossier: { cycleId: 'c', number: 1, root: 'r' },
  subjects: { 'application.submitted': ['applicant-a', 'applicant-b'] },
};

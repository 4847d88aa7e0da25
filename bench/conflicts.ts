import { conflictTable, type Reviewed, type Reviewing } from '#domain/conflicts';

/**
 * The conflicts of a pool of 500 with 33,055 applications, every setting on, 16 streets: how long it takes to lay the
 * pool out, to find whom each unit bars, and to ask for all 16.5 million pairs.
 * `npx tsx bench/conflicts.ts`
 */
const reviewers = 500;
const applications = 33_055;
const streets = 16;

const rules = {
  windows: { opensAt: '2026-03-02T09:00:00.000+08:00' },
  avoidSameArea: true,
  avoidSameMailDomain: true,
  avoidSameRecommender: true,
};

const pool = Array.from(
  { length: reviewers },
  (_, at): Reviewing => ({
    reviewer: {
      ...{
        reviewerId: `reviewer-${at}`,
        name: `专家${at}`,
        organizationName: `单位${at % 120}`,
        recommender: `部门${at % 40}`,
      },
      ...{ areaIds: [`street-${at % streets}`], conflicts: [], thirdParty: { name: `事务所${at % 30}` } },
      formerOrganizations: [{ name: `单位${(at * 7) % 5000}`, until: '2025-01-01' }],
    },
    person: { username: `r${at}`, email: `r${at}@unit${at % 120}.example.cn`, grants: [] },
    localAreas: [`street-${at % streets}`],
  }),
);

const reviewedOf = (at: number): Reviewed => ({
  application: {
    ...{ organizationId: `unit-${at}`, organizationName: `单位${at}`, recommender: `部门${40 + (at % 10)}` },
    areaId: `community-${at % 255}`,
  },
  organization: { registeredBy: `person-${at}` },
  localAreas: [`community-${at % 255}`, `street-${at % streets}`],
  representative: { username: `p${at}`, email: `p${at}@qq.com` },
});

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const answer = work();
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
  return answer;
}

const units = Array.from({ length: applications }, (_, at) => reviewedOf(at));
const table = timed(`the ties of ${reviewers} experts`, () => conflictTable(pool, rules));
const barred = timed(`the conflicts of ${applications} units`, () => units.map(table));
const pairs = timed('asking for every pair', () =>
  barred.reduce((all, found) => all + pool.filter(({ reviewer }) => found.has(reviewer.reviewerId)).length, 0),
);
console.log(`barred: ${pairs} pairs, ${((100 * pairs) / reviewers / applications).toFixed(1)} %`);

/**
 * The result of one category of a season's largest size: every composite, rank, tier, seat and step as exact fractions.
 * In memory, the rule alone; reading the sheets from the table is the workflow's work.
 * Run: npx tsx bench/results.ts [applications] [sheets] (33,055 and 5 by default)
 */
import { hashOf } from '#domain/audit';
import type { CycleCategory } from '#domain/cycles';
import { exampleStandards } from '#domain/example-standards/index';
import { changesBetween } from '#domain/result-comparison';
import { type Reviewed, resultsOf } from '#domain/results';
import { leavesOf } from '#domain/standards';
import { randomFrom } from '#test/support/arithmetic-cases';

const [applications = 33_055, sheets = 5] = process.argv.slice(2).map(Number);
const LEAVES = 25;

const example = exampleStandards.find(({ categoryId }) => categoryId === 'enterprise');
const [first] = example?.indicators ?? [];
const point = example && leavesOf(example)[0];
if (!example || !first || !point) throw new Error('the example standard is gone');
const leaves = Array.from({ length: LEAVES }, (_, at) => ({ ...point, pointId: `p${at}`, fullMarks: 400 }));
const half = (name: string, from: number, to: number) => ({
  ...first,
  ...{ indicatorId: name, name, fullMarks: 400 * (to - from) },
  children: [{ ...{ indicatorId: name, name, fullMarks: 400 * (to - from) }, children: leaves.slice(from, to) }],
});
const standard = { ...example, indicators: [half('工作成效', 0, 10), half('组织管理', 10, LEAVES)] };

const random = randomFrom(33_055);
const areaOf = (at: number) => `street-${at % 15}`;
const recommenders = ['妇联', '总工会', '学习办'];
const reviewed: Reviewed[] = Array.from({ length: applications }, (_, at) => ({
  ...{ applicationId: `case-${String(at).padStart(6, '0')}`, categoryId: 'family', areaId: areaOf(at) },
  ...{ areaPath: [areaOf(at), 'district'], organizationName: `${at}`, recommender: recommenders[at % 3] ?? '' },
  sheets: Array.from({ length: sheets }, (_sheet, seat) => ({
    ...{ assignmentId: `${at}-${seat}`, reviewerId: `reviewer-${(at + seat) % 500}` },
    marks: Object.fromEntries(leaves.map(({ pointId }) => [pointId, 300 + random(101)])),
  })),
  ...{ site: 8000 + random(2000), satisfaction: 8000 + random(2000), adjustments: [], vetoed: random(100) === 0 },
  ...{ namedBefore: random(5) === 0, voted: null },
}));

const seats = Math.trunc(applications / 6);
const category: CycleCategory = {
  ...{ categoryId: 'family', standardId: 'x', standardVersion: 1, reviewMode: 'panel', panelSize: sheets },
  ...{ weights: { documents: 60, site: 30, satisfaction: 10 }, passLine: '80' },
  tiers: [{ name: '示范', line: '90' }],
  quota: {
    total: seats * 3,
    byRecommender: Object.fromEntries(recommenders.map((name) => [name, seats])),
    areas: recommenders.flatMap((recommender) =>
      Array.from({ length: 15 }, (_, at) => ({
        ...{ recommender, areaId: areaOf(at) },
        ...{ minimum: Math.trunc(seats / 30), maximum: Math.trunc(seats / 10) },
      })),
    ),
  },
};

const timed = <T>(what: string, work: () => T): T => {
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const answer = work();
  const { user, system } = process.cpuUsage(cpu);
  const used = Math.round(process.memoryUsage().heapUsed / 1024 ** 2);
  const seconds = ((performance.now() - begun) / 1000).toFixed(2);
  console.log(`${what}: ${seconds} s (${((user + system) / 1e6).toFixed(2)} s of CPU), heap ${used} MB`);
  return answer;
};

const size = `${applications} applications × ${sheets} sheets × ${LEAVES} leaves`;
const rule = { category, bonusCap: '5', standard };
const rows = timed(`results of ${size}`, () => resultsOf(reviewed, rule));
const selected = rows.filter((row) => row.selected).length;
console.log(`  ${rows.filter((row) => row.passed).length} passed, ${selected} of ${seats * 3} seats taken`);
timed('their hash', () => hashOf(rows));
const median = { ...category, panelRule: { minimumSheets: 3, trimFrom: null, median: true } };
const other = timed('a what-if with the median', () => resultsOf(reviewed, { ...rule, category: median }));
timed('who enters, leaves and moves', () => changesBetween(rows, other));
const bare = reviewed.map(({ sheets: _, ...rest }) => rest);
const waived = { ...category, reviewMode: 'recommender-only' as const };
timed('all tied, as where the recommendation decides', () => resultsOf(bare, { ...rule, category: waived }));

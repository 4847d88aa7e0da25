import type { Calendar } from '#domain/calendar';
import { calendarOf, publicityWindow } from '#domain/calendar';
import type { Cycle, CycleCategory } from '#domain/cycles';
import { caseLines, type DossierCase, numbersOf } from '#domain/dossier/case-lines';
import {
  cellLine,
  decisionLine,
  listLine,
  namedLine,
  objectionLine,
  publicityLine,
} from '#domain/dossier/outcome-lines';
import { categoryLine, drawLine, headLine, standardLine, voteLine } from '#domain/dossier/rule-lines';
import { commitmentTo, type DossierLine, headsRoot, openSeal, publicPart } from '#domain/dossier/seal';
import { exampleStandards } from '#domain/example-standards/index';
import { allocate } from '#domain/quotas';
import { quotaPlanOf, type Reviewed, resultsOf, seatsOf } from '#domain/results';
import type { Adjustment } from '#domain/reviews';
import type { ListRow, ResultRow } from '#domain/selections';
import { leavesOf } from '#domain/standards';
import { randomOf } from './instances.ts';
import { smallDraw } from './small-draw.ts';

const standard = exampleStandards.find(
  ({ categoryId }) => categoryId === 'enterprise',
) as (typeof exampleStandards)[number];
const cycleId = 'cycle-2026';
const calendar: Calendar = calendarOf();
const recommenders = ['经信局', '总工会'];
const areas = ['yunjin', 'songling', 'heping'];

const categoryFor = (applications: number): CycleCategory => ({
  categoryId: 'enterprise',
  standardId: standard.standardId,
  standardVersion: standard.version,
  reviewMode: 'panel',
  panelSize: 5,
  weights: { documents: 60, site: 30, satisfaction: 10 },
  passLine: '70',
  tiers: [
    { name: '示范', line: '90' },
    { name: '达标', line: '70' },
  ],
  siteTeam: 2,
  quota: {
    total: Math.ceil(applications * 0.6),
    byRecommender: { 经信局: Math.floor(applications * 0.3), 总工会: Math.floor(applications * 0.3) },
    areas: [
      { recommender: '经信局', areaId: 'heping', minimum: 1, maximum: Math.max(1, Math.floor(applications / 20)) },
    ],
  },
});

const cycleFor = (category: CycleCategory): Cycle =>
  // Safe: the lines read only what stands here.
  ({
    cycleId,
    title: '2026 年学习型组织创建',
    year: 2026,
    nature: 'creation',
    issuer: '示范区学习办',
    basis: { title: '关于开展创建工作的通知', documentNumber: '示学办〔2026〕1号' },
    bonusCap: '5',
    drawSeed: '2026-06-20 07 12 19',
    publicity: { days: 5, unit: 'working', firstDay: 'excluded', mailGrace: 3 },
    approvalChain: ['draft', 'check', 'approve', 'sign'],
    categories: [category],
  }) as unknown as Cycle;

/** One application as it might have been judged: good ones and bad ones, some bonuses, some vetoes, some tied. */
function reviewedAs(at: number, next: () => number): { reviewed: Reviewed; adjustments: Adjustment[] } {
  const id = String(at).padStart(6, '0');
  const merit = 0.6 + 0.4 * next();
  const marks = () =>
    Object.fromEntries(
      leavesOf(standard).map(({ pointId, fullMarks }) => {
        const share = Math.min(1, Math.max(0, merit + 0.3 * (next() - 0.5)));
        return [pointId, Math.round((fullMarks * share) / 25) * 25];
      }),
    );
  const adjustment = (kind: 'bonus' | 'deduction'): Adjustment => ({
    ...{ cycleId, adjustmentId: `adjustment-${id}`, applicationId: `application-${id}`, kind },
    ...{ points: 25 + Math.floor(next() * 20) * 25, reason: '理由', source: '来源', enteredBy: 'officer', at: '' },
  });
  const adjustments = [
    ...(next() < 0.3 ? [adjustment('bonus')] : []),
    ...(next() < 0.1 ? [adjustment('deduction')] : []),
  ];
  const vetoed = at % 19 === 3;
  const visit = () => Math.round((merit + 0.2 * (next() - 0.5)) * 200) * 50;
  const areaId = areas[Math.floor(next() * areas.length)] ?? '';
  return {
    adjustments,
    reviewed: {
      applicationId: `application-${id}`,
      categoryId: 'enterprise',
      areaId,
      areaPath: [areaId, 'district'],
      organizationName: `云锦第${id}企业`,
      recommender: recommenders[Math.floor(next() * recommenders.length)] ?? '',
      sheets: Array.from({ length: 5 }, (_, seat) => ({
        assignmentId: `assignment-${id}-${seat}`,
        reviewerId: `reviewer-${(at * 7 + seat * 13) % 500}`,
        marks: marks(),
      })),
      visits: [1, 2].map((seat) => ({
        reviewerId: `visitor-${(at + seat * 31) % 500}`,
        score: Math.min(10_000, visit()),
      })),
      satisfaction: Math.min(10_000, visit()),
      adjustments,
      vetoed,
      namedBefore: next() < 0.3,
      voted: null,
    },
  };
}

const vetoOf = (applicationId: string) => ({
  ...{ cycleId, vetoId: 'veto', applicationId, ground: 'safety-accident' as const, source: '通报', evidence: '文件' },
  ...{ occurredOn: '2026-05-01', enteredBy: 'officer', at: '2026-07-01T09:00:00.000+08:00' },
});

/** A vote on every tie across a cut, in the order of the ids; it names all who share the rank. */
function votesOn(rows: readonly Omit<ResultRow, 'resultId'>[]) {
  const ranks = new Set(rows.filter(({ needsVote }) => needsVote).map(({ rank }) => rank));
  return [...ranks].map((rank, at) => ({
    ...{ voteId: `vote-${at}`, cycleId, categoryId: 'enterprise', minutes: '纪要', recordedBy: 'member' },
    order: rows.filter((row) => row.rank === rank).map(({ applicationId }) => applicationId),
    at: `2026-08-0${(at % 9) + 1}T09:00:00.000+08:00`,
  }));
}

function outcomeOf(cycle: Cycle, rows: readonly ResultRow[], numbers: ReadonlyMap<string, string>): DossierLine[] {
  const listed: ListRow[] = rows
    .filter(({ selected }) => selected)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((row) => ({ ...row, listId: 'list-1', rank: row.rank ?? 0, shown: row.shown ?? '' }));
  const counts = { enterprise: listed.length };
  const publishedAt = '2026-09-18T09:00:00.000+08:00';
  const window = publicityWindow({ ...cycle.publicity, publishedOn: '2026-09-18' }, calendar);
  const list = { listId: 'list-1', exclusions: [], countsByCategory: counts, total: listed.length };
  const publicity = {
    ...window,
    publicityId: 'publicity-1',
    number: 1,
    kind: 'initial',
    publishedAt,
    outcome: 'changed',
  };
  const [fallen] = listed;
  const objection = {
    ...{ objectionId: 'objection-1', status: 'archived', effect: { kind: 'remove' }, receivedAt: publishedAt },
    target: { kind: 'entry', applicationId: fallen?.applicationId ?? '' },
  };
  const named = listed
    .slice(1)
    .map((row, at) => ({ ...row, certificateNumber: `示学证〔2026〕QY-${String(at + 1).padStart(4, '0')}` }));
  const decision = {
    ...{ documentNumber: '示学办〔2026〕9号', title: '关于命名的决定', total: named.length },
    ...{ countsByCategory: { enterprise: named.length }, signedAt: '2026-10-10T09:00:00.000+08:00' },
    acts: cycle.approvalChain.map((step) => ({ step, personId: step, name: step, at: '', opinion: '' })),
  };
  // Safe, all five: the lines read only what stands above.
  return [
    listLine(list as unknown as Parameters<typeof listLine>[0], listed, numbers),
    publicityLine(
      { ...publicity, countsByCategory: counts, total: listed.length } as unknown as Parameters<
        typeof publicityLine
      >[0],
      calendar,
    ) as DossierLine,
    objectionLine(objection as unknown as Parameters<typeof objectionLine>[0], { publicity: 1, number: 1 }, numbers),
    decisionLine(decision as unknown as Parameters<typeof decisionLine>[0]),
    ...named.map((row) => namedLine(row as unknown as Parameters<typeof namedLine>[0], row.organizationName, numbers)),
  ];
}

/** The lines of a full dossier of so many made-up applications, all that follows computed by the house's own rules. */
export function* dossierLines(applications: number, seed = 1): Generator<DossierLine> {
  const next = randomOf(seed);
  const category = categoryFor(applications);
  const cycle = cycleFor(category);
  const rule = { category, bonusCap: cycle.bonusCap, standard };
  const all = Array.from({ length: applications }, (_, at) => reviewedAs(at, next));
  const first = resultsOf(
    all.map(({ reviewed }) => reviewed),
    rule,
  );
  const votes = votesOn(first);
  const voted = new Map(
    votes.flatMap(({ voteId, order }) => order.map((id, at) => [id, { voteId, place: at + 1 }] as const)),
  );
  const reviewed = all.map((each) => ({ ...each.reviewed, voted: voted.get(each.reviewed.applicationId) ?? null }));
  const rows = resultsOf(reviewed, rule).map((row) => ({ ...row, resultId: 'result-1' }));
  const rowOf = new Map(rows.map((row) => [row.applicationId, row]));
  const salt = 'ab'.repeat(32);
  const commit = commitmentTo(salt);
  const numbers = numbersOf(
    rows.map(({ applicationId }) => applicationId),
    commit,
  );
  const result = {
    resultId: 'result-1',
    cycleId,
    computedAt: '2026-08-01T09:00:00.000+08:00',
    hash: 'cd'.repeat(32),
    rows: rows.length,
  };
  yield headLine(cycle, result, '2026-10-12T09:00:00.000+08:00');
  yield { kind: 'salt', private: { salt } };
  yield standardLine(standard);
  yield categoryLine(category, { name: '企业', standard, applications });
  const draw = smallDraw(cycle.drawSeed);
  // Safe: the line reads only what stands there.
  yield drawLine({ ...draw.record, applications } as unknown as Parameters<typeof drawLine>[0], commit);
  for (const vote of votes) yield voteLine(vote, numbers);
  const listed = new Set(rows.flatMap((row) => (row.selected ? [row.applicationId] : [])));
  const inOrder = reviewed.toSorted((a, b) =>
    (numbers.get(a.applicationId) ?? '') < (numbers.get(b.applicationId) ?? '') ? -1 : 1,
  );
  const adjustments = new Map(all.map((each) => [each.reviewed.applicationId, each.adjustments]));
  for (const each of inOrder) {
    const of: DossierCase = {
      number: numbers.get(each.applicationId) ?? '',
      application: { applicationId: each.applicationId, organizationId: `organization-${each.applicationId}` },
      reviewed: each,
      adjustments: adjustments.get(each.applicationId) ?? [],
      vetoes: each.vetoed ? [vetoOf(each.applicationId)] : [],
      ...(listed.has(each.applicationId) && { publicName: each.organizationName }),
      headHash: commit('head', each.applicationId),
      sheetFacts: new Map(),
      row: rowOf.get(each.applicationId) as ResultRow,
    };
    yield* caseLines(of, commit);
  }
  const candidates = rows.map((row) => ({
    ...{ id: row.applicationId, category: row.categoryId, recommender: seatsOf(category, row.recommender) },
    ...{ areaPath: [row.areaId, 'district'], rank: row.rank ?? 0, passes: row.passed, vetoed: row.vetoed },
  }));
  yield* allocate(quotaPlanOf(category), candidates).map(cellLine);
  yield* outcomeOf(cycle, rows, numbers);
  const heads = [{ chainId: `cycle/${cycleId}`, hash: 'aa'.repeat(32) }];
  yield { kind: 'heads', chains: heads.length, root: headsRoot(heads), private: { heads } };
  for (const [part, text] of Object.entries(draw.files)) {
    yield { kind: 'drawn', round: 'documents', number: 1, part, at: 0, private: { text } };
  }
}

/** Written lines of one edition, each with its hash. */
export function* editionOf(edition: 'public' | 'full', lines: Iterable<DossierLine>): Generator<string> {
  const seal = openSeal();
  for (const line of lines) {
    const part = edition === 'full' ? line : publicPart(line);
    if (part) yield seal.line(part);
  }
  yield seal.line({ kind: 'end', counts: seal.counts() });
}

import { emptyReport } from '#domain/assessments';
import type { CycleCategory } from '#domain/cycles';
import type { Actor } from '#domain/people';
import type { Assignment, Reviewer } from '#domain/reviews';
import { leavesOf } from '#domain/standards';
import type { Mail } from '#services/notifications/mailer';
import { notify } from '#services/notifications/notify';
import { computeResults } from '#services/results/compute';
import { compareTexts } from '#services/similarity/job';
import {
  applications,
  assessments,
  cycles,
  files,
  forms,
  jobs,
  locators,
  memberships,
  ownApplications,
  roleHolders,
  siteSheets,
  siteTeams,
  snapshots,
} from '#store/entities';
import { keys, lists } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { create, overwrite, save } from '#store/writes';
import { syntheticText } from '../domain/similarity/synthetic.ts';
import { type Answer, type Client, openClient } from './client.ts';
import { assignAll, cycleId, marksOf, panelOf, seedReview } from './review-fixture.ts';
import {
  checker,
  committee,
  drafter,
  fullForm,
  recommender,
  cycle as seasonCycle,
  supervisor,
} from './season-fixture.ts';
import { person, system, type World } from './world.ts';

export const applicationId = 'case-1';
const unit = '示例企业1';

/** The moments of a round, in their order. */
export const moments = ['assigned', 'one in', 'all in', 'closed', 'frozen'] as const;
export type Moment = (typeof moments)[number];

/** A mark as it goes over the wire, or as the hundredths that lie in the table. */
const markTrace = (mark: string): RegExp =>
  new RegExp(`"${mark.replace('.', '\\.')}"|[:[,]${Number(mark.replace('.', ''))}[,}\\]]`);

/** What could leak, each by a trace that nothing else leaves. */
const traces = {
  'mark of 甲': markTrace('6.37'),
  'comment of 甲': /机密评语-甲/,
  'total of 甲': markTrace('99.37'),
  'mark of 乙': markTrace('6.41'),
  'comment of 乙': /机密评语-乙/,
  'panel’s mean': /"99\.44"|29831\/300/,
  'site mark': markTrace('88.17'),
  'site comment': /机密考察/,
  'survey mark': markTrace('77.73'),
  'job’s result': /机密推演/,
  'that all are in': /"scored"/,
  discussion: /机密合议/,
  rating: /机密评价/,
  'self-score': markTrace('5.55'),
  unit: new RegExp(unit),
  contact: /王梅|8888-?6666/,
} as const satisfies Record<string, RegExp>;
/** `who 甲 is`: that the reviewer whom the draw put there and the case stand in one text. */
export type Secret = keyof typeof traces | 'who 甲 is';

const settings: Partial<CycleCategory> = { blind: true, hideSelfScore: true, siteTeam: 1 };

/** Everybody whose eyes count; the third of the panel only acts. */
export const roles = [
  'applicant',
  'recommender',
  'first',
  'second',
  'outsider',
  'visitor',
  'office',
  'bound',
  'committee',
  'supervisor',
  'public',
] as const;
export type Role = (typeof roles)[number];

export type LeakWorld = {
  readonly world: World;
  readonly client: Client;
  readonly actors: Readonly<Record<Role, Actor>>;
  readonly panel: readonly Assignment[];
  /** What of the secrets stands in a text. */
  secretsIn(text: string): Secret[];
  /** Everything told by mail since it was asked last, by the role of the one who got it. */
  told(): Promise<{ role: Role | undefined; text: string }[]>;
  /** Goes on to a moment; what the acts on the way answered, by who acted. */
  goTo(moment: Moment): Promise<{ role: Role; what: string; answer: Answer }[]>;
};

const name = `${unit}-佐证.pdf`;
const written = syntheticText(1, 200);

async function seedPapers(world: World): Promise<void> {
  const [point = ''] = leavesOf(await world.store.get(keys.standard('example-enterprise', 1))).map(
    (leaf) => leaf.pointId,
  );
  const file = (fileId: string, purpose: 'evidence' | 'signed-sheet') => [
    create(files, {
      fileId,
      ownerId: `application/${applicationId}`,
      purpose,
      fileName: name,
      contentType: 'application/pdf',
      size: 10,
      sha256: '0'.repeat(64),
      status: 'confirmed',
      objectKey: `application/${applicationId}/${fileId}`,
      objectVersion: 'v1',
      uploadedBy: 'applicant-1',
      at: '2026-06-20T09:00:00.000+08:00',
    }),
    create(locators, { id: fileId, ...keys.file(`application/${applicationId}`, fileId) }),
  ];
  const assessment = await world.store.get(keys.snapshot(applicationId, 'assessment', 1));
  const part = '示例 企业１的做法';
  const report = { organization: part, practices: part, results: written, features: part, shortcomings: part };
  const content = {
    points: { [point]: { score: 555, justification: `${unit}人人学习，联系王梅 010-88886666` } },
    report,
  };
  await world.store.transact([
    ...file('file-evidence', 'evidence'),
    ...file('file-scan', 'signed-sheet'),
    create(forms, { applicationId, form: fullForm }),
    create(assessments, { applicationId, ...content }),
    create(ownApplications, { organizationId: 'unit-1', applicationId, cycleId }),
    save(snapshots, {
      ...assessment,
      content,
      evidence: [{ fileId: 'file-evidence', objectVersion: 'v1', sha256: '0'.repeat(64) }],
    }),
  ]);
}

/** The unit's report of the year before says in part the same; the office has had them compared. */
async function seedSimilar(world: World): Promise<void> {
  const { version: _, ...now } = await world.store.get(keys.application(applicationId));
  const { version: __, ...cycle } = await world.store.get(keys.cycle(cycleId));
  const old = { ...now, applicationId: 'old-1', cycleId: 'cycle-2025', status: 'named' as const };
  const report = { ...emptyReport, results: written };
  await world.store.transact([
    create(cycles, { ...cycle, cycleId: 'cycle-2025', year: 2025, status: 'concluded' }),
    create(applications, old),
    create(memberships, { cycleId: 'cycle-2025', applicationId: 'old-1', categoryId: 'enterprise' }),
    create(snapshots, {
      applicationId: 'old-1',
      what: 'assessment',
      number: 1,
      at: '2025-06-20T09:00:00.000+08:00',
      by: 'applicant-1',
      content: { points: {}, report },
      evidence: [],
    }),
  ]);
  await compareTexts(world.as(system), { cycleId }, async () => undefined);
}

/** A job whose result holds what only those may see who may start it. */
async function seedJob(world: World): Promise<void> {
  await world.bucket.putText('jobs/job-1.json', JSON.stringify({ words: '机密推演' }), 'application/json');
  const progress = { done: 1, of: 1, zh: '完成', en: 'done' };
  await world.store.transact([
    create(jobs, {
      jobId: 'job-1',
      cycleId,
      kind: 'analysis',
      input: {},
      status: 'done',
      progress,
      startedBy: 'checker',
      startedAt: world.clock.now(),
      resultKey: 'jobs/job-1.json',
    }),
  ]);
}

async function seedVisitor(world: World, reviewerId: string): Promise<void> {
  await world.store.transact([
    create(siteTeams, { cycleId, applicationId, size: 1, members: [reviewerId], former: [] }),
    create(siteSheets, {
      cycleId,
      applicationId,
      organizationName: unit,
      reviewerId,
      status: 'asked',
      comment: '',
    }),
  ]);
}

/** Roles as the mailer finds them. */
async function seedRoles(world: World, actors: readonly Actor[]): Promise<void> {
  const held = actors.flatMap((actor) =>
    actor.kind === 'person' ? actor.grants.map(({ role }) => ({ role, personId: actor.personId })) : [],
  );
  await world.store.transact(
    held.flatMap(({ role, personId }) => (role === 'applicant' ? [] : [overwrite(roleHolders, { role, personId })])),
  );
}

/** A blind round with a site visit, in which everything lies that could leak. */
export async function openLeakWorld(world: World): Promise<LeakWorld> {
  const categories = seasonCycle.categories.map((category) => ({ ...category, ...settings }));
  const poolOf = (at: number): Partial<Reviewer> => ({ name: `评审人第${at}位` });
  await seedReview(world, { cases: 1, reviewers: 5, cycle: { categories }, reviewer: poolOf });
  await seedPapers(world);
  await seedJob(world);
  await seedSimilar(world);
  await assignAll(world);
  const panel = await panelOf(world, applicationId);
  const seated = new Set(panel.map(({ reviewerId }) => reviewerId));
  const [outside = '', visiting = ''] = [1, 2, 3, 4, 5].map((at) => `reviewer-${at}`).filter((id) => !seated.has(id));
  await seedVisitor(world, visiting);
  const reviewer = (reviewerId: string | undefined): Actor => person(reviewerId ?? '', { role: 'reviewer' });
  const applicant = person('applicant-1', { role: 'applicant', organizationId: 'unit-1' });
  const bound = person(
    'bound',
    { role: 'office', duties: ['administer', 'check'] },
    { role: 'applicant', organizationId: 'unit-1' },
  );
  const actors: Record<Role, Actor> = {
    applicant,
    recommender,
    first: reviewer(panel[0]?.reviewerId),
    second: reviewer(panel[1]?.reviewerId),
    outsider: reviewer(outside),
    visitor: reviewer(visiting),
    office: checker,
    bound,
    committee,
    supervisor,
    public: { kind: 'public' },
  };
  const client = await openClient(world, [applicant, recommender, checker, bound, drafter, committee, supervisor]);
  await seedRoles(world, [...Object.values(actors), drafter]);
  const roleOf = new Map<string, Role>(
    roles.flatMap((role) => {
      const actor = actors[role];
      return actor.kind === 'person' ? [[actor.personId, role]] : [];
    }),
  );

  const sheetPath = (at: number) => `/assignments/${panel[at]?.assignmentId}/sheet`;
  const steps: { role: Role; what: string; answer: Answer }[] = [];
  const acts = async (role: Role, who: Actor, method: string, path: string, given: object) => {
    const answer = await client(who, method, path, given);
    steps.push({ role, what: `${method} ${path}`, answer });
    return answer;
  };
  const marks = async (mark: string, letter: string) => {
    const full = await marksOf(world, 100);
    const [first = ''] = Object.keys(full);
    return { ...full, [first]: { score: mark, comment: `机密评语-${letter}` } };
  };
  const accepts = (role: Role, who: Actor, at: number) =>
    acts(role, who, 'POST', `/assignments/${panel[at]?.assignmentId}/accept`, { body: {} });
  const saves = async (role: Role, who: Actor, at: number, mark: string, letter: string) =>
    acts(role, who, 'PUT', sheetPath(at), {
      body: { marks: await marks(mark, letter), overall: `机密评语-${letter}` },
      etag: '"1"',
    });
  const submits = (role: Role, who: Actor, at: number) =>
    acts(role, who, 'POST', `${sheetPath(at)}/submit`, { body: {} });
  const closes = () => acts('office', checker, 'POST', `/cycles/${cycleId}/close-round`, { body: {} });
  const third = reviewer(panel[2]?.reviewerId);

  const ways: Record<Moment, () => Promise<unknown>> = {
    assigned: closes,
    async 'one in'() {
      await accepts('first', actors.first, 0);
      await saves('first', actors.first, 0, '6.37', '甲');
      await submits('first', actors.first, 0);
      await accepts('second', actors.second, 1);
      await saves('second', actors.second, 1, '6.41', '乙');
      const survey = { component: 'satisfaction', score: '77.73', source: '问卷' };
      await acts('office', checker, 'POST', `/applications/${applicationId}/components`, { body: survey });
      const visit = { score: '88.17', comment: '机密考察' };
      await acts('visitor', actors.visitor, 'PUT', `/applications/${applicationId}/site-sheet`, {
        body: visit,
        etag: '"1"',
      });
      await closes();
    },
    async 'all in'() {
      await submits('second', actors.second, 1);
      await accepts('outsider', third, 2);
      await saves('outsider', third, 2, '6.53', '丙');
      await submits('outsider', third, 2);
      // Of these three the outsider got no answer: the third of the panel did, whose role nobody looks at.
      for (const step of steps) if (step.role === 'outsider') steps.splice(steps.indexOf(step), 1);
      await acts('first', actors.first, 'POST', `/applications/${applicationId}/discussions`, {
        body: { heldOn: '2026-07-01', present: ['评委甲', '评委乙'], summary: `机密合议：${unit}` },
      });
    },
    async closed() {
      await closes();
      const body = { useful: 3, note: `机密评价：${unit}` };
      await acts('office', checker, 'POST', `/assignments/${panel[0]?.assignmentId}/feedback`, { body });
    },
    frozen: () => computeResults(world.as(system), { cycleId }),
  };

  const { reviewerId: firstId = '', reviewerName = '' } = panel[0] ?? {};
  const isFirst = new RegExp(`"${firstId}"|${reviewerName}`);
  const tells = (secret: Secret, text: string): boolean =>
    secret === 'who 甲 is' ? isFirst.test(text) && text.includes(applicationId) : traces[secret].test(text);
  return {
    world,
    client,
    actors,
    panel,
    // Safe: the names of `traces` are the secrets, but for one.
    secretsIn: (text) =>
      [...(Object.keys(traces) as Secret[]), 'who 甲 is' as const].filter((each) => tells(each, text)),
    async told() {
      const mails: Mail[] = [];
      const mailer = { send: async (mail: Mail) => mails.push(mail) };
      const day = world.clock.now().slice(0, 10);
      for (const pk of lists.auditShards(day)) {
        const events = await world.store.indexed<StoredEvent>({ index: 'lists', pk });
        for (const { chainId, sequence } of events) await notify(world.as(system), mailer, chainId, sequence);
      }
      return mails.map(({ to, subject, text }) => ({ role: roleOf.get(to), text: `${subject}\n${text}` }));
    },
    async goTo(moment) {
      steps.length = 0;
      await ways[moment]();
      return [...steps];
    },
  };
}

import type { Client } from '#examples/player/client';
import { clockOf, until } from '#examples/player/clock';
import { type People, peopleOf } from '#examples/player/people';
import { siteSheets, siteTeams } from '#store/entities';
import { create } from '#store/writes';
import { applyIn } from '../support/apply.ts';
import type { Stage, StageBox } from '../support/stages.ts';

/** A page as somebody opens it who has a use of it: where the season stands then, and who it is. */
export type Visit = {
  readonly at: Stage;
  readonly as: string;
  readonly query: string;
  /** What the server says no to on the way, and the page has an answer for. */
  readonly refused?: readonly string[];
};

export const nobody = '';
/** Has an account, but did not make themselves known yet. */
export const newcomer = 'newcomer';
const unit = 'wenlan-QY-001';
const expert = 'wenlan-reviewer-21';

const at =
  (stage: Stage) =>
  (as: string, query = ''): Visit => ({ at: stage, as, query });
const [accepting, assessing, reviewing, publicized, named] = (
  ['accepting', 'assessing', 'reviewing', 'publicized', 'named'] as const
).map(at) as [Moment, Moment, Moment, Moment, Moment]; // one for each name
type Moment = ReturnType<typeof at>;

/** Every address of the console, with whoever opens it. A route that is not in here fails the test. */
export const visits: Readonly<Record<string, readonly Visit[]>> = {
  '/': [accepting(nobody)],
  '/home': [
    accepting('applicant'),
    accepting('recommender'),
    assessing(unit),
    reviewing(expert),
    reviewing('office'),
    publicized('committee'),
    publicized('supervisor'),
  ],
  '/enrol': [{ ...accepting(newcomer), refused: ['404 GET /api/me'] }],
  '/me': [accepting(unit)],
  '/units': [accepting('applicant'), accepting(unit)],
  '/units/register': [accepting('applicant')],
  '/units/$organizationId': [accepting(unit)],
  '/organizations': [accepting('office'), accepting('recommender')],
  '/organizations/$organizationId': [accepting('office')],
  '/applications': [accepting(unit), accepting('applicant')],
  '/applications/begin': [accepting(unit)],
  '/applications/$applicationId': [assessing(unit), named(unit)],
  '/applications/$applicationId/form': [accepting(unit), assessing(unit)],
  '/applications/$applicationId/assessment': [assessing(unit), assessing(unit, '?point=report'), named(unit)],
  '/applications/$applicationId/print': [named(unit)],
  '/recommendations': [accepting('recommender')],
  '/recommendations/$cycleId': [accepting('recommender')],
  '/cases/$applicationId': [accepting('recommender'), named('office')],
  '/cases/$applicationId/review': [reviewing('office')],
  '/cycles': [accepting('office')],
  '/cycles/new': [accepting('office')],
  '/cycles/$cycleId': [accepting('office'), reviewing('office')],
  '/cycles/$cycleId/plan': [accepting('office')],
  '/cycles/$cycleId/applications': [accepting('office')],
  '/cycles/$cycleId/experts': [reviewing('office'), reviewing('office', '?tab=avoidances')],
  '/cycles/$cycleId/assignment': [
    reviewing('office'),
    ...['preview', 'pins', 'why', 'conflicts'].map((tab) => reviewing('office', `?tab=${tab}`)),
  ],
  '/cycles/$cycleId/progress': [
    reviewing('office'),
    ...['cases', 'short', 'categories'].map((tab) => reviewing('office', `?tab=${tab}`)),
  ],
  '/cycles/$cycleId/jobs': [named('office')],
  '/cycles/$cycleId/results': [named('office')],
  '/cycles/$cycleId/results/history': [named('office')],
  '/cycles/$cycleId/results/$categoryId/$applicationId': [named('office')],
  '/cycles/$cycleId/analysis': [named('office')],
  '/cycles/$cycleId/similarity': [named('office')],
  '/cycles/$cycleId/similarity/$left/$right': [named('office')],
  '/cycles/$cycleId/list': [publicized('office')],
  '/cycles/$cycleId/publicity': [publicized('office')],
  '/cycles/$cycleId/decision': [publicized('office'), named('office')],
  '/cycles/$cycleId/awards': [named('office')],
  '/cycles/$cycleId/dossiers': [named('office')],
  '/standards': [accepting('office')],
  '/standards/$standardId/$standardVersion': [accepting('office')],
  '/standards/$standardId/$standardVersion/compare': [accepting('office')],
  '/reference': [accepting('office'), ...['categories', 'calendar'].map((tab) => accepting('office', `?tab=${tab}`))],
  '/register': [accepting('office')],
  '/people': [accepting('office')],
  '/experts': [reviewing('office')],
  '/experts/$reviewerId': [reviewing('office')],
  '/reviews': [reviewing(expert)],
  '/reviews/$assignmentId': [reviewing(expert)],
  '/visits': [reviewing(expert)],
  '/visits/$applicationId': [reviewing(expert)],
  // The draw is over: there is nothing to be wished any more.
  '/wishes/$cycleId': [{ ...reviewing(expert), refused: ['409 GET /api/cycles/…/preferences'] }],
  '/expert': [reviewing(expert)],
  '/publicities/$publicityId': [publicized('office')],
  '/publicities/$publicityId/letter': [publicized('office')],
  '/objections/$objectionId': [publicized('office')],
  '/my-objections': [publicized(unit)],
  '/decisions/$decisionId': [named('committee')],
  '/audit': [publicized('supervisor')],
  '/audit/$': [publicized('supervisor')],
  '/faults': [publicized('supervisor')],
  '/notices': [publicized(nobody)],
  '/notices/$publicityId': [publicized(nobody)],
  '/notices/$publicityId/object': [publicized(nobody)],
  '/notices/$publicityId/receipt': [publicized(nobody)],
  '/certificates': [named(nobody)],
  '/certificates/$certificateNumber': [named(nobody)],
  '/named/$cycleId': [named(nobody)],
  '/published-dossiers': [named(nobody)],
  '/published-dossiers/$cycleId': [named(nobody)],
};

/** Leads on at once; what stands on it when that fails is shown apart. */
export const passages: readonly string[] = ['/callback', '/sign-in'];

/** What stands in an address for a route's names; `<name> <who>` where it is another one for somebody. */
export type Ids = Readonly<Record<string, string>>;

export function addressOf(route: string, ids: Ids, { as, query = '' }: Pick<Visit, 'as'> & Partial<Visit>): string {
  const filled = route.replaceAll(/\$(\w*)/g, (_, name: string) => {
    const id = ids[`${name} ${as}`] ?? ids[name];
    if (id === undefined) throw new Error(`${route} for ${as}: no ${name}`);
    return name === '' ? id : encodeURIComponent(id);
  });
  return `/console${filled}${query}`;
}

type Listed<T> = { readonly items: readonly T[] };

async function firstOf<T>(client: Client, path: string, query = {}): Promise<T> {
  const { items } = await client.get<Listed<T>>(path, query);
  const [first] = items;
  if (first === undefined) throw new Error(`nothing at ${path}`);
  return first;
}

type Unit = { readonly organizationId: string };
type Case = { readonly applicationId: string; readonly organizationName: string };
type Job = { readonly job: { readonly status: string }; readonly result?: { readonly number: number } };
type Arranged = { readonly people: People; readonly box: StageBox; readonly cycleId: string; readonly own: Client };

/** What has to be there besides, so that no page is empty that need not be. */
const arrangements: Readonly<Partial<Record<Stage, (all: Arranged) => Promise<Ids>>>> = {
  async accepting({ people, box, cycleId, own }) {
    const [submitted] = await applyIn(box.url, 'party');
    await clockOf(box.url).reach('2026-03-03');
    const { organizationId } = await firstOf<Unit>(own, '/me/organizations');
    const begun = await own.post<Case>(`/cycles/${cycleId}/applications`, 'every/apply', { organizationId });
    const standard = await firstOf<{ standardId: string; standardVersion: number }>(people.administrator, '/standards');
    return {
      organizationId,
      applicationId: begun.applicationId,
      'applicationId recommender': submitted?.applicationId ?? '',
      standardId: standard.standardId,
      standardVersion: String(standard.standardVersion),
    };
  },
  async assessing({ own }) {
    return { applicationId: (await firstOf<Case>(own, '/me/applications')).applicationId };
  },
  async reviewing({ people, box, cycleId }) {
    const reviewer = people.as({ username: expert.replace('wenlan-', ''), name: expert });
    const { personId } = await reviewer.get<{ personId: string }>('/me');
    const { assignmentId, applicationId, organizationName } = await firstOf<Case & { assignmentId: string }>(
      reviewer,
      '/assignments',
    );
    // Whoever scores the papers does not visit, which the draw sees to; here only the screen is shown.
    const team = { cycleId, applicationId, size: 1, members: [personId], former: [] };
    const asked = {
      cycleId,
      applicationId,
      organizationName,
      reviewerId: personId,
      status: 'asked',
      comment: '',
    } as const;
    await box.dependencies.store.transact([create(siteTeams, team), create(siteSheets, asked)]);
    return { assignmentId, applicationId, reviewerId: personId };
  },
  async publicized({ people, cycleId, own }) {
    const { publicityId } = await firstOf<{ publicityId: string }>(people.anybody, '/public/notices');
    const objector = { kind: 'person', name: '柏溪午', unit: '无', phone: '19900009001' };
    const { objectionId } = await own.post<{ objectionId: string }>(
      `/notices/${publicityId}/objections`,
      'every/objection',
      { target: { kind: 'procedure' }, grounds: '公示未列明各类别的名额。', objector },
    );
    return { publicityId, objectionId, '': `cycle/${cycleId}` };
  },
  async named({ people, cycleId, own }) {
    const drafter = people.as({ username: 'office-drafter', name: '' });
    const job = async (kind: string): Promise<number | undefined> => {
      const { jobId } = await drafter.post<{ jobId: string }>(`/cycles/${cycleId}/jobs`, `every/${kind}`, { kind });
      const done = await until(`the job ${kind} is done`, async () => {
        const seen = await drafter.get<Job>(`/jobs/${jobId}`);
        return (seen.job.status === 'done' || seen.job.status === 'failed') && seen;
      });
      return done.result?.number;
    };
    await job('similarity');
    const number = await job('dossier');
    const head = people.as({ username: 'office-head', name: '' });
    await head.post(`/cycles/${cycleId}/dossiers/${number}/publish`, 'every/publish');
    const { decisionId = '' } = await drafter.get<{ decisionId?: string }>(`/cycles/${cycleId}`);
    const pair = await firstOf<{ left: Case; right: Case }>(drafter, `/cycles/${cycleId}/similarity`);
    const row = await firstOf<Case>(drafter, `/cycles/${cycleId}/results`, { categoryId: 'agency' });
    const award = await firstOf<{ certificateNumber: string }>(people.anybody, `/public/cycles/${cycleId}/awards`);
    return {
      decisionId,
      left: pair.left.applicationId,
      right: pair.right.applicationId,
      categoryId: 'agency',
      applicationId: row.applicationId,
      [`applicationId ${unit}`]: (await firstOf<Case>(own, '/me/applications')).applicationId,
      certificateNumber: award.certificateNumber,
    };
  },
};

/** The ids that the addresses of a stage need, once everything is there that they lead to. */
export async function arrange(stage: Stage, box: StageBox): Promise<Ids> {
  const people = peopleOf({ url: box.url, season: 'every-page' });
  const own = people.as({ username: unit.replace('wenlan-', ''), name: unit });
  const { cycleId } = await firstOf<{ cycleId: string }>(people.administrator, '/cycles');
  return { cycleId, ...(await arrangements[stage]?.({ people, box, cycleId, own })) };
}

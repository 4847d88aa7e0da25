import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#api/app';
import { keys } from '#store/keys';
import {
  applicationId,
  type LeakWorld,
  type Moment,
  moments,
  openLeakWorld,
  type Role,
  roles,
  type Secret,
} from '../../support/leak-world.ts';
import { cycleId } from '../../support/review-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

type From = Partial<Record<Role, Moment>>;
const overseers = (moment: Moment): From => ({ office: moment, committee: moment, supervisor: moment });

/** From which moment on a role learns a secret, somewhere; whoever is not named never does (domain.md §2). */
const knows: Record<Secret, From> = {
  'mark of 甲': { first: 'one in', second: 'closed', ...overseers('closed'), supervisor: 'one in' },
  'comment of 甲': { first: 'one in', second: 'closed', ...overseers('closed'), supervisor: 'one in' },
  'total of 甲': { first: 'one in', second: 'closed', ...overseers('frozen') },
  'mark of 乙': { second: 'one in', first: 'closed', ...overseers('closed'), supervisor: 'one in' },
  'comment of 乙': { second: 'one in', first: 'closed', ...overseers('closed'), supervisor: 'one in' },
  'panel’s mean': overseers('frozen'),
  'site mark': { visitor: 'one in', ...overseers('closed'), supervisor: 'one in' },
  'site comment': { visitor: 'one in', ...overseers('closed'), supervisor: 'one in' },
  'survey mark': { office: 'one in', supervisor: 'one in', committee: 'frozen' },
  'job’s result': { ...overseers('closed'), supervisor: 'assigned' },
  // Whoever is bound in the only case of a cycle sees the board's counts, as everybody at the office does.
  'that all are in': { ...overseers('all in'), bound: 'all in' },
  'who 甲 is': { first: 'assigned', office: 'assigned', supervisor: 'assigned', committee: 'closed' },
  discussion: { first: 'all in', second: 'all in', ...overseers('closed'), supervisor: 'all in' },
  rating: { first: 'closed', office: 'closed', supervisor: 'closed' },
  'self-score': {
    first: 'one in',
    second: 'all in',
    applicant: 'assigned',
    bound: 'assigned',
    recommender: 'assigned',
    ...overseers('assigned'),
  },
  unit: {
    applicant: 'assigned',
    bound: 'assigned',
    recommender: 'assigned',
    visitor: 'assigned',
    ...overseers('assigned'),
  },
  contact: { applicant: 'assigned', bound: 'assigned', recommender: 'assigned', ...overseers('assigned') },
};

/** What each read tells at all, to somebody at some moment. A new route must be put here or below. */
const tells: Readonly<Record<string, readonly Secret[]>> = {
  '/cycles/{cycleId}/matching/why-not': ['unit'],
  '/cycles/{cycleId}/similarity': ['unit'],
  '/cycles/{cycleId}/similarity/{left}/{right}': ['unit'],
  '/applications/{applicationId}': ['self-score', 'unit', 'contact', 'that all are in'],
  '/applications/{applicationId}/assessment': ['self-score', 'unit', 'contact'],
  '/applications/{applicationId}/discussions': ['discussion', 'unit', 'who 甲 is'],
  '/applications/{applicationId}/entries': ['survey mark'],
  '/applications/{applicationId}/evidence': ['unit'],
  '/applications/{applicationId}/panel': ['unit', 'who 甲 is'],
  '/applications/{applicationId}/site-team': ['unit', 'site mark', 'site comment'],
  '/assignments': ['who 甲 is'],
  '/assignments/{assignmentId}': ['unit', 'who 甲 is', 'self-score'],
  '/assignments/{assignmentId}/feedback': ['rating', 'unit', 'who 甲 is'],
  '/assignments/{assignmentId}/panel-sheets': [
    'mark of 甲',
    'comment of 甲',
    'total of 甲',
    'mark of 乙',
    'comment of 乙',
  ],
  '/assignments/{assignmentId}/sheet': ['mark of 甲', 'comment of 甲', 'who 甲 is', 'mark of 乙', 'comment of 乙'],
  '/assignments/{assignmentId}/submissions': [
    'mark of 甲',
    'comment of 甲',
    'who 甲 is',
    'mark of 乙',
    'comment of 乙',
  ],
  '/audit/chain': ['who 甲 is'],
  '/audit/days/{day}': ['who 甲 is'],
  '/cycles/{cycleId}/applications': ['unit', 'that all are in'],
  '/cycles/{cycleId}/application-rows': ['unit', 'that all are in'],
  '/cycles/{cycleId}/board': ['that all are in'],
  '/cycles/{cycleId}/export/applications': [
    'unit',
    'who 甲 is',
    'mark of 甲',
    'comment of 甲',
    'survey mark',
    'mark of 乙',
    'comment of 乙',
    'that all are in',
    'total of 甲',
    'panel’s mean',
    'site mark',
    'site comment',
    'discussion',
  ],
  '/cycles/{cycleId}/export/summary': ['that all are in'],
  '/cycles/{cycleId}/panels': ['unit'],
  '/cycles/{cycleId}/own-consistency': ['total of 甲'],
  '/cycles/{cycleId}/results': ['total of 甲', 'panel’s mean', 'site mark', 'survey mark', 'unit'],
  '/cycles/{cycleId}/results/snapshots/{resultId}': ['total of 甲', 'panel’s mean', 'site mark', 'survey mark', 'unit'],
  '/files/{fileId}': ['unit'],
  '/files/{fileId}/link': ['unit'],
  '/jobs/{jobId}': ['job’s result'],
  '/me/applications': ['unit'],
  '/me/organizations': ['unit', 'contact'],
  '/organizations': ['unit', 'contact'],
  '/organizations/{organizationId}': ['unit', 'contact'],
  '/reviewers/{reviewerId}/feedback': ['rating', 'unit', 'who 甲 is'],
  '/site-visits': ['unit', 'site mark', 'site comment'],
};

/** Reads that tell nothing of it to anybody. */
const silent: readonly string[] = [
  '/me',
  '/people',
  '/people/names',
  '/reviewers',
  '/reviewers/{reviewerId}',
  '/cycles/{cycleId}/reviewer-pool',
  '/cycles/{cycleId}/assignment-board',
  '/cycles/{cycleId}/pins',
  '/cycles/{cycleId}/draws',
  '/cycles/{cycleId}/draws/{round}/{number}/{file}',
  '/applications/{applicationId}/timeline',
  '/cycles/{cycleId}/recommendations',
  '/standards',
  '/standards/{standardId}/{standardVersion}',
  '/register/{year}/{categoryId}',
  '/register/{year}/{categoryId}/rates',
  '/areas',
  '/categories',
  '/calendar/years',
  '/calendar/years/{year}',
  '/faults',
  '/cycles',
  '/cycles/{cycleId}',
  '/reviewers/export',
  '/reviewers/{reviewerId}/conflicts',
  '/applications/{applicationId}/conflicts',
  '/reviewers/{reviewerId}/history',
  '/cycles/{cycleId}/invitations',
  '/me/invitations',
  '/me/objections',
  '/applications/{applicationId}/avoidances',
  '/cycles/{cycleId}/avoidances',
  '/cycles/{cycleId}/confirmations',
  '/cycles/{cycleId}/matching',
  '/cycles/{cycleId}/short-panels',
  '/cycles/{cycleId}/results/snapshots',
  '/cycles/{cycleId}/vetoed',
  '/public/notices',
  '/cycles/{cycleId}/vacancies',
  '/cycles/{cycleId}/notice-window',
  '/publicities/{publicityId}/objections',
  '/cycles/{cycleId}/jobs',
  '/cycles/{cycleId}/dossiers',
  '/public/dossiers',
  '/public/dossiers/{cycleId}',
];

/** Reads of what comes into being later, or is brought about by other tests: refused to everybody here. */
const notYet: readonly string[] = [
  '/files/{fileId}/parts',
  '/standards/{standardId}/{standardVersion}/export',
  '/standards/{standardId}/{standardVersion}/compare',
  '/cycles/{cycleId}/preferences',
  '/cycles/{cycleId}/results/comparison',
  '/cycles/{cycleId}/analysis',
  '/cycles/{cycleId}/list',
  '/cycles/{cycleId}/lists/{listId}',
  '/cycles/{cycleId}/notice-offer',
  '/publicities/{publicityId}',
  '/public/notices/{publicityId}',
  '/public/notices/{publicityId}/entries',
  '/objections/{objectionId}',
  '/decisions/{decisionId}',
  '/applications/{applicationId}/award',
  '/awards',
  '/public/cycles/{cycleId}/awards',
  '/public/certificates/{certificateNumber}',
  '/cycles/{cycleId}/dossiers/{number}',
];

type Seen = { role: Role; moment: Moment; route: string; status: number; secrets: Secret[] };

describe('who sees what of a round', () => {
  let world: World;
  let leak: LeakWorld;
  const seen: Seen[] = [];
  const readRoutes = routes.filter((route) => route.method === 'get').map((route) => route.path);

  /** A route with real ids in it; more than one where there is more than one thing to ask for. */
  async function requestsOf(path: string): Promise<string[]> {
    const [first, second] = leak.panel;
    const { resultId = 'none' } = await world.store.get(keys.cycle(cycleId));
    const values: Record<string, readonly (string | undefined)[]> = {
      applicationId: [applicationId],
      cycleId: [cycleId],
      assignmentId: [first?.assignmentId, second?.assignmentId],
      fileId: ['file-evidence', 'file-scan'],
      reviewerId: [first?.reviewerId],
      standardId: ['example-enterprise'],
      standardVersion: ['1'],
      categoryId: ['enterprise'],
      organizationId: ['unit-1'],
      year: ['2026'],
      day: ['2026-07-01'],
      jobId: ['job-1'],
      resultId: [resultId],
      round: ['documents'],
      number: ['1'],
      file: ['panels'],
      left: [applicationId],
      right: ['old-1'],
    };
    const queries: Record<string, readonly string[]> = {
      '/cycles/{cycleId}/results': ['?categoryId=enterprise'],
      '/cycles/{cycleId}/results/snapshots/{resultId}': ['?categoryId=enterprise'],
      '/reviewers/{reviewerId}/conflicts': [`?applicationId=${applicationId}`],
      '/cycles/{cycleId}/matching/why-not': [`?applicationId=${applicationId}&reviewerId=${first?.reviewerId}`],
      '/people/names': [`?ids=${first?.reviewerId},${second?.reviewerId},checker`],
      '/organizations': ['?status=confirmed&categoryId=enterprise'],
      '/standards/{standardId}/{standardVersion}/compare': ['?with=1'],
      '/audit/chain': [
        `application/${applicationId}`,
        `assignment/${first?.assignmentId}`,
        `cycle/${cycleId}`,
        `discussion/${applicationId}`,
      ].map((chainId) => `?chainId=${encodeURIComponent(chainId)}`),
    };
    const filled = [...path.matchAll(/\{(\w+)\}/g)].reduce(
      (paths, [whole, name = '']) =>
        paths.flatMap((each) => (values[name] ?? ['none-1']).map((value) => each.replace(whole, value ?? ''))),
      [path],
    );
    return filled.flatMap((each) => (queries[path] ?? ['']).map((query) => each + query));
  }

  /** A link carries its names percent-encoded, twice. */
  const decoded = (text: string): string => text.replace(/(?:%[0-9A-F]{2})+/g, decodeURIComponent);
  const readable = (body: unknown): string => decoded(decoded(JSON.stringify(body)));

  async function look(moment: Moment): Promise<void> {
    for (const route of readRoutes) {
      const requests = await requestsOf(route);
      await Promise.all(
        roles.map(async (role) => {
          for (const request of requests) {
            const { status, body } = await leak.client(leak.actors[role], 'GET', request);
            seen.push({ role, moment, route, status, secrets: leak.secretsIn(readable(body)) });
          }
        }),
      );
    }
  }

  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    leak = await openLeakWorld(world);
    for (const moment of moments) {
      for (const { role, what, answer } of await leak.goTo(moment)) {
        const secrets = leak.secretsIn(readable(answer.body));
        seen.push({ role, moment, route: what, status: answer.status, secrets });
      }
      for (const { role, text } of await leak.told()) {
        if (role) seen.push({ role, moment, route: 'mail', status: 200, secrets: leak.secretsIn(text) });
      }
      await look(moment);
    }
  }, 180_000);
  afterAll(() => world.end());

  it('knows every read of the API', () => {
    expect([...Object.keys(tells), ...silent, ...notYet].toSorted()).toEqual(readRoutes.toSorted());
  });

  it('asked for everything that is there, and met no fault', () => {
    const answered = new Set(seen.filter(({ status }) => status === 200).map(({ route }) => route));
    expect(readRoutes.filter((route) => !answered.has(route)).toSorted()).toEqual(notYet.toSorted());
    expect(seen.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('lets each read tell what it is there to tell, and nothing else', () => {
    const told = (route: string) =>
      new Set(seen.filter((each) => each.route === route).flatMap((each) => each.secrets));
    const actual = Object.fromEntries(readRoutes.map((route) => [route, [...told(route)].toSorted()]));
    const expected = Object.fromEntries(readRoutes.map((route) => [route, (tells[route] ?? []).toSorted()]));
    expect(actual).toEqual(expected);
  });

  it('sends a blind reviewer mail in which a number stands for the unit', () => {
    const mails = seen.filter(({ route }) => route === 'mail');
    expect(mails.filter(({ role }) => role === 'first').length).toBeGreaterThan(1);
    expect(mails.flatMap(({ role, secrets }) => (secrets.length > 0 ? [role] : []))).toEqual([]);
  });

  it('is exactly this: each role learns each secret from its moment on, and nobody else ever does', () => {
    const order = (moment: Moment): number => moments.indexOf(moment);
    const expected = (secret: Secret, role: Role): readonly Moment[] => {
      const from = knows[secret][role];
      return from === undefined ? [] : moments.filter((moment) => order(moment) >= order(from));
    };
    const actual = (secret: Secret, role: Role): readonly Moment[] =>
      moments.filter((moment) =>
        seen.some((each) => each.role === role && each.moment === moment && each.secrets.includes(secret)),
      );
    const table = (of: (secret: Secret, role: Role) => readonly Moment[]) =>
      Object.fromEntries(
        (Object.keys(knows) as Secret[]).map((secret) => [
          secret,
          Object.fromEntries(roles.map((role) => [role, of(secret, role)])),
        ]),
      );
    expect(table(actual)).toEqual(table(expected));
  });
});

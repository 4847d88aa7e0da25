import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Box, openBox } from '#local/box';
import { experts, type Unit, units } from './cast.ts';
import { type Desk, demoDesk, deskOf, each, newDesk, until } from './desk.ts';

const officials = ['office', 'checker', 'head', 'committee', 'supervisor', 'recommender'] as const;
type Official = (typeof officials)[number];

/** What the steps of the journey share; each step leaves here what the next ones need. */
export type Journey = Readonly<Record<Official, Desk>> & {
  readonly folder: string;
  readonly box: Box;
  readonly anybody: Desk;
  readonly contacts: ReadonlyMap<string, Desk>;
  readonly experts: ReadonlyMap<string, { readonly desk: Desk; readonly reviewerId: string }>;
  readonly organizationIds: Map<string, string>;
  readonly applicationIds: Map<string, string>;
  standards: Readonly<Record<Unit['categoryId'], { standardId: string; standardVersion: number }>>;
  cycleId: string;
};

async function enrolled(desk: Desk, person: { name: string; email?: string | undefined }): Promise<string> {
  const { personId } = await desk.post<{ personId: string }>('/me', { ...person, consentTextVersion: '2026-01' });
  return personId;
}

/** Everybody signs up and makes themselves known; the office gives the experts their role. */
async function company(url: string, office: Desk) {
  const contacts = new Map<string, Desk>();
  const panel = new Map<string, { desk: Desk; reviewerId: string }>();
  await each(units, async ({ key, core }) => {
    contacts.set(key, await newDesk(url, `contact-${key}`, `${core}经办人`));
  });
  await each(experts, async ({ key, name, username }) => {
    const desk = username ? await demoDesk(url, username) : await newDesk(url, `expert-${key}`, name);
    if (username) {
      const { personId } = await desk.get<{ personId: string }>('/me');
      panel.set(key, { desk, reviewerId: personId });
      return;
    }
    const { email = `${key}@experts.example` } = experts.find((each) => each.key === key) ?? {};
    const reviewerId = await enrolled(desk, { name, email });
    await office.post(`/people/${reviewerId}/grants`, { grants: [{ role: 'reviewer' }] });
    panel.set(key, { desk, reviewerId });
  });
  return { contacts, experts: panel };
}

async function signedIn(folder: string, box: Box): Promise<Journey> {
  const held = await Promise.all(officials.map(async (name) => [name, await demoDesk(box.url, name)] as const));
  const desks = Object.fromEntries(held) as Record<Official, Desk>; // one for each of the list
  return {
    ...desks,
    folder,
    box,
    anybody: deskOf(box.url),
    ...(await company(box.url, desks.office)),
    organizationIds: new Map(),
    applicationIds: new Map(),
    standards: {
      enterprise: { standardId: '', standardVersion: 0 },
      community: { standardId: '', standardVersion: 0 },
    },
    cycleId: '',
  };
}

/** The box on its first day, with everybody signed in. */
export async function openJourney(): Promise<Journey> {
  const folder = await mkdtemp(join(tmpdir(), 'evaluation-'));
  const box = await openBox({ dataDir: join(folder, 'data'), port: 0, from: '2026-02-26', log: () => undefined });
  try {
    return await signedIn(folder, box);
  } catch (error) {
    await closeJourney({ folder, box });
    throw error;
  }
}

export async function closeJourney({ box, folder }: Pick<Journey, 'box' | 'folder'>): Promise<void> {
  await box.close();
  await rm(folder, { recursive: true, force: true });
}

/** What a step left for later ones; its absence is a fault of the journey itself. */
export function of<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the journey has no ${key} yet`);
  return found;
}

/** A morning of Shanghai. */
export const reach = (journey: Journey, day: string, time = '09:00'): Promise<void> =>
  journey.box.clock.advanceTo(Date.parse(`${day}T${time}:00+08:00`));

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** The last hundred messages that were sent, the newest first. */
export const mailOf = async ({ box }: Journey): Promise<readonly Mail[]> =>
  (await (await fetch(`${box.url}/box/mail.json`)).json()) as Mail[];

type Board = { readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>> };

/** How many applications stand in a state. */
export async function count({ office, cycleId }: Journey, status: string): Promise<number> {
  const { counts } = await office.get<Board>(`/cycles/${cycleId}/board`);
  return Object.values(counts).reduce((sum, each) => sum + (each[status] ?? 0), 0);
}

export const cycleIs = ({ office, cycleId }: Journey, ...statuses: string[]): Promise<unknown> =>
  until(`the cycle is ${statuses.join(' or ')}`, async () =>
    statuses.includes((await office.get<{ status: string }>(`/cycles/${cycleId}`)).status),
  );

type JobView<T> = { readonly job: { readonly status: string; readonly problem?: unknown }; readonly result?: T };

/** Starts a job and waits for what comes out. */
export async function job<T>(desk: Desk, cycleId: string, kind: string, input: object = {}): Promise<T> {
  const { jobId } = await desk.post<{ jobId: string }>(`/cycles/${cycleId}/jobs`, { kind, input });
  const { job: ended, result } = await until(`the job ${kind} is over`, async () => {
    const seen = await desk.get<JobView<T>>(`/jobs/${jobId}`);
    return ['done', 'failed'].includes(seen.job.status) && seen;
  });
  if (result === undefined) throw new Error(`the job ${kind} failed: ${JSON.stringify(ended)}`);
  return result;
}

import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import type { Publicity } from '#domain/publicity';
import type { Assignment, Component, Panel } from '#domain/reviews';
import type { Client } from '#examples/player/client';
import { until } from '#examples/player/clock';
import type { People } from '#examples/player/people';
import { season } from '#examples/xicheng-2011/index';
import { applicationsOf } from '#services/cycles/members';
import { components, cycles, submittedSheets } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, overwrite, save } from '#store/writes';
import type { StageBox } from './stages.ts';

type Seat = Pick<Assignment, 'assignmentId' | 'status'> & { readonly reviewerName: string };
type Panels = { readonly items: readonly { readonly applicationId: string; readonly panel?: Panel }[] };
type Board = { readonly counts: Readonly<Record<string, { readonly scored?: number }>> };
type Sheet = { readonly version: number; readonly marks: object; readonly overall: string };

type Wishes = {
  /** The plan as it shall be: fewer places than applicants, for one. */
  readonly plan: (cycle: Cycle) => Partial<Cycle>;
  /** In hundredths, of the site visit and of the survey alike. */
  readonly scoreOf: (application: Application) => number;
  /** Pairs of units: the second one's panel marked it as the first one's did. */
  readonly alike: readonly (readonly [string, string])[];
};

/** Whoever let a sheet lie hands it in, with a colleague's marks. */
async function handIn(checker: Client, people: People, cycleId: string): Promise<void> {
  const clientOf = (name: string): Client => {
    const reviewer = season('1').reviewers.find((each) => each.name === name);
    if (!reviewer) throw new Error(`${name} is not in the plan`);
    return people.as(reviewer);
  };
  const { items } = await checker.get<Panels>(`/cycles/${cycleId}/panels`);
  for (const { applicationId } of items.filter(({ panel }) => panel && panel.submitted < panel.size)) {
    const { items: seats } = await checker.get<{ items: Seat[] }>(`/applications/${applicationId}/panel`);
    const done = seats.find(({ status }) => status === 'submitted');
    if (!done) throw new Error(`nobody marked ${applicationId}`);
    const { marks, overall } = await clientOf(done.reviewerName).get<Sheet>(`/assignments/${done.assignmentId}/sheet`);
    for (const { assignmentId, status, reviewerName } of seats) {
      if (!['pending', 'accepted', 'scoring'].includes(status)) continue;
      const owing = clientOf(reviewerName);
      if (status === 'pending') await owing.post(`/assignments/${assignmentId}/accept`, `accept/${assignmentId}`);
      const { version } = await owing.get<Sheet>(`/assignments/${assignmentId}/sheet`);
      await owing.put(`/assignments/${assignmentId}/sheet`, version, { marks, overall });
      await owing.post(`/assignments/${assignmentId}/sheet/submit`, `submit/${assignmentId}`);
    }
  }
}

/**
 * Takes a season whose sheets are in to its frozen result, past the screens: what counts beside the sheets lies in the
 * table at once, so that what comes after the result can be shown in a moment. Answers with the cycle's id.
 */
export async function frozen(box: StageBox, people: People, { plan, scoreOf, alike }: Wishes): Promise<string> {
  const { store } = box.dependencies;
  const checker = people.as({ username: 'office-checker', name: 'office-checker' });
  const { items } = await checker.get<{ items: Cycle[] }>('/cycles');
  const cycleId = items[0]?.cycleId ?? '';
  await handIn(checker, people, cycleId);

  const all = await applicationsOf({ store }, cycleId);
  const named = (name: string): Application => {
    const found = all.find(({ organizationName }) => organizationName === name);
    if (!found) throw new Error(`${name} did not apply`);
    return found;
  };
  const sheetsOf = async (name: string) => {
    const { pk, sk } = keys.assignment(named(name).applicationId, '');
    const seats = (await store.all<Assignment>(pk, sk)).filter(({ status }) => status === 'submitted');
    return store.getMany(seats.map(({ assignmentId, submissions }) => keys.submittedSheet(assignmentId, submissions)));
  };
  for (const [first, second] of alike) {
    const [from, to] = [await sheetsOf(first), await sheetsOf(second)];
    const copied = to.map((sheet, at) => ({ ...sheet, marks: from[at]?.marks ?? sheet.marks }));
    await store.transact(copied.map((sheet) => overwrite(submittedSheets, sheet)));
  }
  const enteredAt = box.dependencies.clock.now();
  for (const application of all.filter(({ status }) => ['under-review', 'scored'].includes(status))) {
    const { applicationId } = application;
    const entered = (component: Component['component']): Component => ({
      ...{ cycleId, applicationId, component, score: scoreOf(application), enteredAt, confirmedAt: enteredAt },
      ...{ source: '签字评分表', enteredBy: 'office-checker' },
    });
    await store.transact([create(components, entered('site')), create(components, entered('satisfaction'))]);
  }
  const cycle = await store.get(keys.cycle(cycleId));
  await store.transact([save(cycles, { ...cycle, ...plan(cycle) })]);
  await until('every sheet is in', async () => {
    const { items: panels } = await checker.get<Panels>(`/cycles/${cycleId}/panels`);
    return panels.every(({ panel }) => !panel || panel.submitted === panel.size);
  });
  await checker.post(`/cycles/${cycleId}/close-round`, 'close-round');
  await until('the result is frozen', async () => {
    const { status, resultId } = await checker.get<Cycle>(`/cycles/${cycleId}`);
    return status === 'listing' && resultId !== undefined;
  });
  return cycleId;
}

const telephones = { phone: '0000-19900008001', supervisorPhone: '0000-19900008002' };
const office = { address: '云州市文澜区学林路 1 号', postcode: '999999', ...telephones };

/** Takes a frozen result to its publicity, past the screens: the list and the notice, each drafted and checked. */
export async function publicized({ as }: People, cycleId: string): Promise<Publicity> {
  const [drafter, checker] = ['office-drafter', 'office-checker'].map((key) => as({ username: key, name: key })) as [
    Client,
    Client,
  ];
  const list = `/cycles/${cycleId}/list`;
  const { listId } = await drafter.post<{ listId: string }>(list, 'list');
  await checker.post(`${list}/check`, 'list-check', { listId });
  await until('the list is told', async () => {
    const { counts } = await checker.get<Board>(`/cycles/${cycleId}/board`);
    return Object.values(counts).every(({ scored = 0 }) => scored === 0);
  });
  const offered = await drafter.get<object>(`/cycles/${cycleId}/notice-offer`);
  const notice = { ...offered, ...office };
  const { publicityId, version } = await drafter.post<Versioned<Publicity>>(`/cycles/${cycleId}/publicity`, 'notice', {
    notice,
  });
  await checker.postOn(`/publicities/${publicityId}/check`, 'notice-check', version);
  return until('the notice is published', async () => {
    const seen = await checker.get<Publicity>(`/publicities/${publicityId}`);
    return seen.status === 'open' && seen;
  });
}

import type { Application } from '#domain/applications';
import type { Objector } from '#domain/objections';
import type { Publicity } from '#domain/publicity';
import type { ResultRow } from '#domain/selections';
import { actOnDecision } from '#services/decisions/act';
import { draftDecision } from '#services/decisions/draft';
import { nameAwards } from '#services/decisions/name';
import { stageNaming } from '#services/decisions/stage-naming';
import { checkList } from '#services/lists/check';
import { draftList } from '#services/lists/draft';
import { shortlistApplications } from '#services/lists/shortlist';
import { stageShortlist } from '#services/lists/stage-shortlist';
import { checkPublicity } from '#services/publicity/check';
import { clearEntries } from '#services/publicity/clear';
import { concludePublicity } from '#services/publicity/conclude';
import { draftPublicity } from '#services/publicity/draft';
import { expirePublicity } from '#services/publicity/expire';
import { openPublicity } from '#services/publicity/open';
import { publicizeEntries } from '#services/publicity/publicize';
import { applications, memberships, ownApplications, resultRows, results } from '#store/entities';
import { create } from '#store/writes';
import { checker, committee, drafter, head, cycle as seasonCycle, seedSeason } from './season-fixture.ts';
import { person, system, type World } from './world.ts';

export const cycleId = seasonCycle.cycleId;
export const resultId = 'result-1';

export const notice = {
  title: '拟命名名单公示',
  process: '经自愿申报、专家评审，拟命名如下。',
  channels: '来信、来电或在线提出。',
  requirements: '写明真实姓名、单位和联系电话。',
  notAdmitted: '匿名、逾期、无联系方式的不予受理。',
  confidentiality: '对异议人身份严格保密。',
  address: '示范区学习路 1 号',
  postcode: '100032',
  phone: '010-66006600',
  supervisorPhone: '010-66006611',
};

export const citizen: Objector = { kind: 'person', name: '柏溪午', unit: '无', phone: '19900009001' };

type Seed = {
  readonly selected?: boolean;
  readonly passed?: boolean;
  readonly categoryId?: string;
  readonly name?: string;
  readonly needsVote?: boolean;
};

/** Speaks for the unit of the n-th application. */
export const unitOf = (number: number) =>
  person(`unit-${number}`, { role: 'applicant', organizationId: `organization-${number}` });

export const applicationOf = (number: number, { categoryId = 'enterprise', name }: Seed): Application => ({
  applicationId: `application-${number}`,
  cycleId,
  categoryId,
  organizationId: `organization-${number}`,
  organizationName: name ?? `云锦第${number}企业`,
  areaId: 'yunjin',
  areaPath: ['yunjin', 'district'],
  recommender: '经信局',
  standardId: 'example-enterprise',
  standardVersion: 1,
  status: 'scored',
  statusSince: '2026-08-20T09:00:00.000+08:00',
  submissions: 1,
  assessments: 1,
  rounds: { review: 1, conclusion: 1 },
  openObjections: 0,
});

const rowOf = (number: number, seed: Seed): ResultRow => {
  const { applicationId, categoryId, areaId, organizationName, recommender } = applicationOf(number, seed);
  const { selected = true, passed = true, needsVote = false } = seed;
  return {
    ...{ resultId, applicationId, categoryId, areaId, organizationName, recommender },
    sheets: [],
    steps: [],
    composite: '92',
    shown: '92.00',
    passed,
    vetoed: false,
    rank: number,
    needsVote,
    selected,
  };
};

/** A cycle whose result is frozen: applications 1 … n in the order of their rank. */
export async function seedResult(
  world: World,
  seeds: readonly Seed[],
  changes: Partial<typeof seasonCycle> = {},
): Promise<void> {
  const categories = seasonCycle.categories.flatMap((category) =>
    ['enterprise', 'family'].map((categoryId) => ({ ...category, categoryId, quota: { total: 9 } })),
  );
  await seedSeason(world, { status: 'listing', resultId, categories, ...changes });
  for (const [at, seed] of seeds.entries()) {
    const application = applicationOf(at + 1, seed);
    const { applicationId, organizationId, categoryId } = application;
    await world.store.transact([
      create(applications, application),
      create(memberships, { cycleId, applicationId, categoryId }),
      create(ownApplications, { organizationId, applicationId, cycleId }),
    ]);
  }
  await world.store.stage(
    resultRows,
    seeds.map((seed, at) => rowOf(at + 1, seed)),
  );
  const computedAt = '2026-09-01T09:00:00.000+08:00';
  const result = { resultId, cycleId, computedAt, hash: 'h', rows: seeds.length };
  await world.store.transact([create(results, result)]);
}

/** What a step of the workflow wrote down for its map. */
export const itemsAt = async <T>(world: World, itemsKey: string): Promise<T[]> =>
  JSON.parse(await world.bucket.getText(itemsKey)) as T[];

type Entry = { applicationId: string };

/** Drafted, checked and told to the applications. */
export async function shortlisted(world: World): Promise<void> {
  const { listId } = await draftList(world.as(drafter), { cycleId });
  await checkList(world.as(checker), { cycleId, listId });
  const { itemsKey } = await stageShortlist(world.as(system), { cycleId });
  await shortlistApplications(world.as(system), { items: await itemsAt(world, itemsKey) });
}

/** Drafts, checks and opens a notice of the list that is due. */
export async function publicized(world: World): Promise<Publicity> {
  // With a key, as over HTTP: what the draft of a supplementary notice does on the way must not be taken for its answer.
  const request = { key: world.ids.next('key'), hash: 'notice' };
  const { publicityId } = await draftPublicity(world.as(drafter, request), { cycleId, notice });
  await checkPublicity(world.as(checker), { publicityId, version: 1 });
  const { itemsKey } = await openPublicity(world.as(system), { publicityId });
  await publicizeEntries(world.as(system), { items: await itemsAt<Entry>(world, itemsKey) });
  const { version: _, ...publicity } = await world.store.get<Publicity>({ pk: `PUBLICITY#${publicityId}`, sk: '-' });
  return publicity;
}

/** Past the window: no more online. */
export async function expired(world: World, { publicityId, endsAt = '' }: Publicity): Promise<void> {
  await world.time.advanceTo(Date.parse(endsAt));
  await expirePublicity(world.as(system), { publicityId });
}

/** Past the mail grace, concluded and cleared. */
export async function concluded(world: World, publicity: Publicity): Promise<'clear' | 'changed'> {
  await expired(world, publicity);
  await world.time.advanceTo(Date.parse(publicity.graceUntil ?? '') + 1);
  const { itemsKey, outcome } = await concludePublicity(world.as(system), { publicityId: publicity.publicityId });
  await clearEntries(world.as(system), { items: await itemsAt<Entry>(world, itemsKey) });
  return outcome;
}

/** From the draft of the decision to its signature. */
export async function signed(world: World): Promise<string> {
  const { decisionId } = await draftDecision(world.as(drafter), { cycleId });
  for (const actor of [checker, head, committee]) await actOnDecision(world.as(actor), { decisionId });
  return decisionId;
}

/** Names every unit of the signed decision. */
export async function named(world: World): Promise<void> {
  const { itemsKey } = await stageNaming(world.as(system), { cycleId });
  await nameAwards(world.as(system), { items: await itemsAt(world, itemsKey) });
}

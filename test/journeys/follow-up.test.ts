import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Award } from '#domain/decisions';
import type { Actor } from '#domain/people';
import { type Box, openBox } from '#local/box';
import { decideReReview } from '#services/awards/decide-re-review';
import type { Context } from '#services/context';
import { awards } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { head, seedSeason } from '../support/season-fixture.ts';

const certificateNumber = '示学证〔2026〕QY-0001';
const award: Award = {
  certificateNumber,
  applicationId: 'application-of-2026',
  organizationId: 'organization-a',
  organizationName: '云锦甲企业',
  cycleId: 'cycle-2026',
  categoryId: 'enterprise',
  areaId: 'yunjin',
  title: '学习型企业',
  namedOn: '2026-11-02',
  validUntil: '2029-11-02',
  status: 'valid',
  statusSince: '2026-11-02T09:00:00.000+08:00',
  reReviewAt: '2029-11-02T00:00:00.000+08:00',
  reReviews: 0,
};

let box: Box;
let folder: string;
let requests = 0;

const as = (actor: Actor): Context => {
  requests += 1;
  return { ...box.dependencies, actor, request: { id: `request-${requests}` } };
};
const held = () => box.dependencies.store.get(keys.award(certificateNumber));

async function becomes(status: Award['status']): Promise<Award['status']> {
  for (let attempt = 0; attempt < 100 && (await held()).status !== status; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (await held()).status;
}

const isConcluded = async (round: number): Promise<boolean> => {
  const run = await box.dependencies.executions.describe('follow-up', `re-review-${award.applicationId}-${round}`);
  return run?.status === 'SUCCEEDED';
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'follow-up-'));
  box = await openBox({ dataDir: folder, port: 0, from: '2026-11-02' });
  await seedSeason(box.dependencies, { status: 'concluded' });
  await box.dependencies.store.transact([create(awards, award)]);
});
afterAll(async () => {
  await box.close();
  await rm(folder, { recursive: true, force: true });
});

it('lets a title rest for three years, and begins its re-review on the day', async () => {
  await box.clock.advanceTo(Date.parse('2029-11-01T09:00:00+08:00'));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await held()).status).toBe('valid');
  await box.clock.advanceTo(Date.parse('2029-11-02T09:00:00+08:00'));
  expect(await becomes('under-re-review')).toBe('under-re-review');
});

it('asks for rectification, keeps the title when that was done, and comes again three years later', async () => {
  const decide = (verdict: 'rectify' | 'keep') =>
    decideReReview(as(head), {
      certificateNumber,
      verdict,
      reason: verdict === 'keep' ? '整改到位' : '学习制度未落实',
      ...(verdict === 'rectify' && { rectifyBy: '2030-01-31T18:00:00+08:00' }),
    });
  await decide('rectify');
  expect(await becomes('rectifying')).toBe('rectifying');
  await decide('keep');
  expect(await held()).toMatchObject({ status: 'valid', validUntil: '2032-11-02' });
  for (let attempt = 0; attempt < 100 && !(await isConcluded(1)); attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await isConcluded(1)).toBe(true);
  await box.clock.advanceTo(Date.parse('2032-11-02T09:00:00+08:00'));
  expect(await becomes('under-re-review')).toBe('under-re-review');
  expect((await held()).reReviews).toBe(2);
});

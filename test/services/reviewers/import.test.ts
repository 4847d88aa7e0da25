import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewerBook } from '#documents/reviewer-book';
import type { Reviewer } from '#domain/reviews';
import { declare } from '#services/reviewers/declare';
import { bookWords, exportReviewers } from '#services/reviewers/export';
import { importReviewers } from '#services/reviewers/import';
import { wholePool } from '#services/reviewers/pool';
import { people, reviewers, roleHolders } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { reviewerActor } from '../../support/review-fixture.ts';
import { applicant, checker, committee, recommender, seedSeason, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const entry = (at: number, changes: Partial<Reviewer> = {}): Reviewer => ({
  reviewerId: `person-${at}`,
  name: `专家${at}`,
  organizationName: `单位${at}`,
  categoryIds: ['enterprise'],
  areaIds: ['yunjin'],
  expertise: ['工作成效'],
  maximumLoad: 10,
  available: true,
  conflicts: [],
  ...changes,
});

describe('the pool as a workbook, in and out', () => {
  let world: World;
  const declared = [{ organizationId: 'unit', source: 'declared' as const, reason: '亲属' }];
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    const consent = { textVersion: '1', at: world.clock.now() };
    for (let from = 1; from <= 90; from += 30) {
      await world.store.transact(
        Array.from({ length: 30 }, (_, at) => `${from + at}`).flatMap((at) => [
          create(people, {
            personId: `person-${at}`,
            name: `专家${at}`,
            username: `user-${at}`,
            consent,
            grants: [{ role: 'reviewer' }],
          }),
          create(roleHolders, { role: 'reviewer', personId: `person-${at}` }),
        ]),
      );
    }
    await world.store.transact([
      create(people, { personId: 'guest', name: '客人', username: 'guest', consent, grants: [] }),
      create(reviewers, entry(1, { conflicts: declared })),
      create(reviewers, entry(2)),
    ]);
  });
  afterAll(() => world.end());

  const bookOf = async (rows: readonly (readonly [string, Reviewer])[]): Promise<string> => {
    const bytes = await reviewerBook(
      rows.map(([username, reviewer]) => ({ username, reviewer })),
      await bookWords(world),
    );
    return Buffer.from(bytes).toString('base64');
  };
  const imported = async (...rows: (readonly [string, Reviewer])[]) =>
    importReviewers(world.as(checker), { workbook: await bookOf(rows) });

  it('goes out with the user names and comes in again as it was, but for defaults that an old entry lacks', async () => {
    const { base64 } = await exportReviewers(world.as(supervisor));
    expect(await importReviewers(world.as(checker), { workbook: base64 })).toMatchObject({
      added: [],
      changed: ['person-1', 'person-2'],
    });
    expect(await importReviewers(world.as(checker), { workbook: base64 })).toEqual({
      added: [],
      changed: [],
      unchanged: 2,
    });
  });

  it('adds whom it does not know, changes whom it knows, and leaves conflicts and everybody else alone', async () => {
    const answer = await imported(['user-1', entry(1, { maximumLoad: 3 })], ['user-3', entry(3)]);
    expect(answer).toEqual({ added: ['person-3'], changed: ['person-1'], unchanged: 0 });
    expect(await world.store.get(keys.reviewer('person-1'))).toMatchObject({ maximumLoad: 3, conflicts: declared });
    expect((await wholePool(world)).map(({ reviewerId }) => reviewerId)).toEqual(['person-1', 'person-2', 'person-3']);
  });

  it('imports nothing when one row is wrong, and tells each mistake at its cell', async () => {
    const before = await wholePool(world);
    const wrong = imported(
      ['user-4', entry(4)],
      ['user-5', entry(5, { organizationCode: '11310105MB0000019J' })],
      ['guest', entry(6)],
      ['user-4', entry(7)],
      ['user-8', entry(8, { name: '专家２', organizationName: '单位２' })],
      ['user-9', entry(9, { recommender: '气象局', maximumLoad: 2000 })],
      ['user-10', entry(10, { organizationCode: '51310105MJ0000018T' })],
      ['user-11', entry(11, { organizationCode: '51310105MJ0000018T' })],
    );
    const error = await wrong.catch((refusal: { code: string; fields: { path: string; code: string }[] }) => refusal);
    expect('fields' in error && error.fields.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual(
      [
        'rows.3.单位信用代码 CreditCodeCheck',
        'rows.4.账号 NotAReviewer',
        'rows.5.账号 Duplicate',
        'rows.6.姓名 DuplicateExpert',
        'rows.7.工作量上限 TooLarge',
        'rows.8.单位信用代码 CodeOfAnotherUnit',
        'rows.9.单位信用代码 CodeOfAnotherUnit',
      ].toSorted(),
    );
    expect(await wholePool(world)).toEqual(before);
  });

  it('takes 75 changes at once, and says how to go on with more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => [`user-${at + 5}`, entry(at + 5)] as const);
    await expect(imported(...many(76))).rejects.toMatchObject({
      fields: [{ path: 'workbook', code: 'TooManyChanges' }],
    });
    expect((await imported(...many(75))).added).toHaveLength(75);
  });

  it('changes nobody’s own entry, and is the office’s alone', async () => {
    const self = person('person-1', { role: 'office', duties: ['check'] });
    const own = importReviewers(world.as(self), { workbook: await bookOf([['user-1', entry(1)]]) });
    await expect(own).rejects.toMatchObject({ fields: [{ path: 'rows.2.账号', code: 'OwnEntry' }] });
    const workbook = await bookOf([]);
    for (const who of [applicant, recommender, committee, supervisor, reviewerActor('person-1')]) {
      await expect(importReviewers(world.as(who), { workbook })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    for (const who of [applicant, recommender, committee, reviewerActor('person-1')]) {
      await expect(exportReviewers(world.as(who))).rejects.toMatchObject({ code: 'NotAllowed' });
    }
  });

  it('is refused where it is no workbook', async () => {
    const workbook = Buffer.from('not a workbook at all, and long enough').toString('base64');
    await expect(importReviewers(world.as(checker), { workbook })).rejects.toMatchObject({
      fields: [{ path: 'workbook', code: 'NotAWorkbook' }],
    });
  });

  it('loses nothing of what an expert declares in the same moment', async () => {
    const { version } = await world.store.get(keys.reviewer('person-2'));
    const own = {
      reviewerId: 'person-2',
      version,
      available: true,
      conflicts: [{ organizationId: 'unit', reason: '亲属' }],
    };
    const [answer, said] = await Promise.allSettled([
      imported(['user-2', entry(2, { maximumLoad: 7 })]),
      declare(world.as(reviewerActor('person-2')), own),
    ]);
    const after = await world.store.get(keys.reviewer('person-2'));
    expect(answer.status).toBe('fulfilled');
    expect(after.maximumLoad).toBe(7);
    expect(after.conflicts).toEqual(said.status === 'fulfilled' ? declared : []);
  });
});

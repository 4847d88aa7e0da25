import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftPublicity } from '#services/publicity/draft';
import { getPublicNotice, listPublicEntries } from '#services/publicity/get-public';
import { listNotices } from '#services/publicity/list-public';
import { publicities } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { drafter } from '../../support/season-fixture.ts';
import {
  concluded,
  cycleId,
  expired,
  notice,
  publicized,
  seedResult,
  shortlisted,
} from '../../support/selection-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const anybody = { kind: 'public' } as const;

describe('what the public reads of a publicity', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(world, [{}, { categoryId: 'family', name: '王小明家庭' }, {}]);
    await shortlisted(world);
  });
  afterAll(() => world.end());

  it('is nothing before it is published; then dates, counts, and names without phones, contacts or full family names', async () => {
    const draftedWorld = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(draftedWorld, [{}]);
    await shortlisted(draftedWorld);
    const drafted = await draftPublicity(draftedWorld.as(drafter), { cycleId, notice });
    const early = getPublicNotice(draftedWorld.as(anybody), { publicityId: drafted.publicityId });
    await expect(early).rejects.toMatchObject({ code: 'NotFound' });
    expect((await listNotices(draftedWorld.as(anybody), {})).items).toEqual([]);
    await draftedWorld.end();

    const publicity = await publicized(world);
    const { publicityId } = publicity;
    const shown = await getPublicNotice(world.as(anybody), { publicityId });
    expect(shown).toMatchObject({
      firstDay: '2026-09-20',
      lastDay: '2026-09-24',
      total: 3,
      counts: [
        { categoryId: 'enterprise', title: '学习型企业', count: 2 },
        { categoryId: 'family', title: '学习型家庭', count: 1 },
      ],
    });
    expect(Object.keys(shown)).not.toContain('draftedBy');
    const first = await listPublicEntries(world.as(anybody), { publicityId, limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(['云锦第1企业', '云锦第3企业']);
    const { items } = await listPublicEntries(world.as(anybody), { publicityId, limit: 2, cursor: first.cursor });
    expect(items).toEqual([
      {
        applicationId: 'application-2',
        categoryId: 'family',
        name: '王**家庭（云锦街道）',
        areaName: '云锦街道',
        rank: 2,
      },
    ]);
    const text = JSON.stringify([shown, first, items]);
    for (const secret of ['88886666', '王梅', '小明', 'drafter', 'checker']) expect(text).not.toContain(secret);

    const open = () => listNotices(world.as(anybody), { open: 'true' });
    expect((await open()).items.map((summary) => summary.publicityId)).toEqual([publicityId]);
    await expired(world, publicity);
    expect((await open()).items).toEqual([]);
    expect((await listNotices(world.as(anybody), {})).items).toMatchObject([{ publicityId, status: 'expired' }]);
  });

  it('leads from a list that changed to the notice that took its place, once that is published', async () => {
    const changed = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(changed, [{}, {}]);
    await shortlisted(changed);
    const first = await publicized(changed);
    const held = await changed.store.get(keys.publicity(first.publicityId));
    await changed.store.transact([save(publicities, { ...held, materialChange: true })]);
    expect(await concluded(changed, first)).toBe('changed');
    const shown = () => getPublicNotice(changed.as(anybody), { publicityId: first.publicityId });
    expect(await shown()).not.toHaveProperty('supersededBy');
    const second = await publicized(changed);
    expect(await shown()).toMatchObject({ status: 'concluded', supersededBy: second.publicityId });
    await changed.end();
  });
});

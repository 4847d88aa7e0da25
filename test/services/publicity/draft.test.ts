import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPublicity } from '#services/publicity/check';
import { draftPublicity } from '#services/publicity/draft';
import { getPublicity } from '#services/publicity/get';
import { noticeWindow, offerNotice } from '#services/publicity/offer';
import { sendBackPublicity } from '#services/publicity/send-back';
import { updatePublicity } from '#services/publicity/update';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { applicant, checker, committee, drafter, head } from '../../support/season-fixture.ts';
import { cycleId, notice, seedResult, shortlisted } from '../../support/selection-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const otherDrafter = person('other-drafter', { role: 'office', duties: ['draft', 'check'] });

describe('a notice before it is published', () => {
  let world: World;
  const open = async (start: string) => {
    world = await openWorld(start);
    await seedResult(world, [{}, {}]);
  };
  beforeEach(() => open('2026-09-18T09:00:00+08:00'));
  afterEach(() => world.end());

  const draft = (actor = drafter) => draftPublicity(world.as(actor), { cycleId, notice });

  it('begins with a text of the system, becomes the cycle’s, and tells the workflow the round that comes next', async () => {
    await expect(draft()).rejects.toMatchObject({ code: 'WrongState' });
    await shortlisted(world);
    const offered = await offerNotice(world.as(committee), { cycleId });
    expect(offered.process).toContain('拟命名2个学习型企业，其中企业2个');
    expect(offered.process).toContain('示学办〔2026〕1号');
    const window = { firstDay: '2026-09-20', lastDay: '2026-09-24' };
    expect(await noticeWindow(world.as(committee), { cycleId })).toEqual(window);
    await expect(noticeWindow(world.as(applicant), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    const { publicityId } = await draft();
    expect(await world.store.get(keys.cycle(cycleId))).toMatchObject({ status: 'publicizing', publicityId });
    expect((await world.store.get(keys.gate(`notice/${cycleId}/1`))).outcome).toEqual({
      decision: 'drafted',
      publicityId,
      round: 2,
    });
    await expect(draft()).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('is refused without an approval basis', async () => {
    await shortlisted(world);
    const { basis: _, ...cycle } = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, cycle)]);
    await expect(draft()).rejects.toMatchObject({ code: 'NoBasis' });
  });

  it('is refused when its window or its mail grace touches a year whose calendar is not loaded', async () => {
    await world.end();
    await open('2026-12-22T09:00:00+08:00');
    await shortlisted(world);
    await expect(draft()).rejects.toMatchObject({ code: 'CalendarNotLoaded', values: { year: 2027 } });
  });

  it('is refused with every field of the text that is wrong', async () => {
    await shortlisted(world);
    await expect(
      draftPublicity(world.as(drafter), { cycleId, notice: { ...notice, postcode: '10003', phone: '' } }),
    ).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [
        { path: 'notice.postcode', code: 'Postcode' },
        { path: 'notice.phone', code: 'TooSmall' },
      ],
    });
  });

  it('is sent back with the reason by whoever would check it, and checked only once it is reworded', async () => {
    await shortlisted(world);
    const { publicityId } = await draft();
    const reason = '监督电话有误。';
    const back = (actor: typeof checker, version = 1) =>
      sendBackPublicity(world.as(actor), { publicityId, version, reason });
    for (const actor of [head, committee]) {
      await expect(back(actor)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    await expect(back(drafter)).rejects.toMatchObject({ code: 'ActedAlready' });
    await expect(back(checker, 2)).rejects.toMatchObject({ code: 'StaleVersion' });
    expect(await back(checker)).toMatchObject({ status: 'drafted', sentBack: { personId: 'checker', reason } });
    await expect(back(checker, 2)).rejects.toMatchObject({ code: 'WrongState' });
    const check = (version: number) => checkPublicity(world.as(checker), { publicityId, version });
    await expect(check(2)).rejects.toMatchObject({ code: 'WrongState', values: { state: 'sent-back' } });
    const reworded = { ...notice, supervisorPhone: '010-66006612' };
    const answer = await updatePublicity(world.as(drafter), { publicityId, version: 2, notice: reworded });
    expect(answer).not.toHaveProperty('sentBack');
    expect(await check(3)).toMatchObject({ status: 'checked' });
  });

  it('is drafted by the duty, reworded on the version that was read, and checked by somebody who wrote none of it', async () => {
    await shortlisted(world);
    for (const actor of [applicant, checker, head, committee])
      await expect(draft(actor)).rejects.toMatchObject({ code: 'NotAllowed' });
    const { publicityId } = await draft();
    const reworded = { ...notice, address: '示范区学习路 2 号' };
    const update = (version: number, actor = otherDrafter) =>
      updatePublicity(world.as(actor), { publicityId, version, notice: reworded });
    await expect(update(1, checker)).rejects.toMatchObject({ code: 'NotAllowed' });
    expect(await update(1)).toMatchObject({ version: 2, editedBy: ['other-drafter'] });
    await expect(update(1)).rejects.toMatchObject({ code: 'StaleVersion' });

    const check = (actor: typeof checker, version = 2) => checkPublicity(world.as(actor), { publicityId, version });
    await expect(check(drafter)).rejects.toMatchObject({ code: 'ActedAlready' });
    await expect(check(otherDrafter)).rejects.toMatchObject({ code: 'ActedAlready' });
    await expect(check(head)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(check(checker, 1)).rejects.toMatchObject({ code: 'StaleVersion' });
    const lost = await Promise.allSettled([check(checker), check(checker), update(2)]);
    expect(lost.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { version, status } = await getPublicity(world.as(committee), { publicityId });
    expect(version).toBe(3);
    if (status === 'drafted') await check(checker, 3);
    await expect(update(4)).rejects.toMatchObject({ code: 'WrongState' });
    expect((await world.store.get(keys.gate(`notice-check/${publicityId}/1`))).outcome).toEqual({
      decision: 'checked',
    });
  });
});

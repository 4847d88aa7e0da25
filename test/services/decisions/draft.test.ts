import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnnexRow, countsAgree } from '#domain/decisions';
import { draftDecision } from '#services/decisions/draft';
import { getDecision } from '#services/decisions/get';
import { sendBackDecision } from '#services/decisions/send-back';
import { applications, serials } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { applicant, checker, committee, drafter, head } from '../../support/season-fixture.ts';
import { concluded, cycleId, publicized, seedResult, shortlisted, unitOf } from '../../support/selection-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('drafting the decision', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(world, [{ categoryId: 'family', name: '王小明家庭' }, {}, {}]);
    await shortlisted(world);
    await concluded(world, await publicized(world));
  });
  afterEach(() => world.end());

  const annexOf = (decisionId: string) => world.store.all<AnnexRow>(`DECISION#${decisionId}`, 'ROW');
  const draft = (words = {}) => draftDecision(world.as(drafter), { cycleId, words });

  it('names the cleared entries by category and rank, with counts that are the annex’s', async () => {
    const decision = await draft();
    expect(decision).toMatchObject({
      status: 'in-approval',
      chain: ['draft', 'check', 'approve', 'sign'],
      acts: [{ step: 'draft', personId: 'drafter' }],
      total: 3,
      countsByCategory: { enterprise: 2, family: 1 },
    });
    expect(decision.body).toContain(
      '决定授予云锦第2企业等3个申报主体“学习型企业”、“学习型家庭”称号，其中企业2个、家庭1户。',
    );
    expect(decision.body).toContain('2026年9月20日至2026年9月24日');
    const annex = await annexOf(decision.decisionId);
    expect(annex.map(({ applicationId, certificateNumber }) => [applicationId, certificateNumber])).toEqual([
      ['application-2', '示学证〔2026〕QY-0001'],
      ['application-3', '示学证〔2026〕QY-0002'],
      ['application-1', '示学证〔2026〕JT-0001'],
    ]);
    expect(countsAgree(decision, annex)).toBe(true);
    expect((await getDecision(world.as(committee), { decisionId: decision.decisionId })).items).toHaveLength(3);
    await expect(getDecision(world.as(applicant), { decisionId: decision.decisionId })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await expect(draft()).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('never gives a certificate number twice: not one that another decision used, nor one that fell out of use', async () => {
    await world.store.transact([create(serials, { series: 'certificate/示学/2026/QY', last: 41 })]);
    const first = await draft();
    await sendBackDecision(world.as(checker), { decisionId: first.decisionId, reason: '请核对单位名称' });
    const second = await world.store.get(keys.application('application-2'));
    await world.store.transact([save(applications, { ...second, status: 'withdrawn' })]);
    const next = await draft();
    const numbers = async (decisionId: string) =>
      (await annexOf(decisionId)).map(({ certificateNumber }) => certificateNumber);
    expect(await numbers(first.decisionId)).toEqual([
      '示学证〔2026〕QY-0042',
      '示学证〔2026〕QY-0043',
      '示学证〔2026〕JT-0001',
    ]);
    expect(await numbers(next.decisionId)).toEqual(['示学证〔2026〕QY-0043', '示学证〔2026〕JT-0001']);
    expect(next.total).toBe(2);
    expect((await world.store.get(keys.serial('certificate/示学/2026/QY'))).last).toBe(43);
  });

  it('keeps the words of the office, but no count of its own', async () => {
    expect((await draft({ hope: '希望再接再厉。' })).body).toContain('希望再接再厉。');
  });

  it('refuses a second count in the words', async () => {
    await expect(draft({ background: '去年命名了云锦等5个申报主体。' })).rejects.toMatchObject({
      fields: [{ path: 'words', code: 'CountsDiffer' }],
    });
  });

  it('waits until every entry is cleared, and is for the duty only', async () => {
    for (const actor of [applicant, checker, head, committee, unitOf(1)]) {
      await expect(draftDecision(world.as(actor), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const third = await world.store.get(keys.application('application-3'));
    await world.store.transact([save(applications, { ...third, status: 'in-publicity' })]);
    await expect(draft()).rejects.toMatchObject({ code: 'WrongState', values: { state: 'in-publicity' } });
  });

  it('makes one decision of two drafts at the same moment', async () => {
    const both = await Promise.allSettled([draft(), draft()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await world.store.get(keys.serial('certificate/示学/2026/QY'))).last).toBe(2);
  });
});

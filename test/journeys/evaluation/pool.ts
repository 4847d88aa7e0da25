import { expect, it } from 'vitest';
import { type Expert, experts, units } from './cast.ts';
import { each, newDesk, until } from './desk.ts';
import { type Journey, mailOf, of } from './journey.ts';

type Entry = { readonly reviewerId: string; readonly version: number; readonly conflicts: readonly object[] };
type Invited = { readonly items: readonly { readonly reviewerId: string; readonly status: string }[] };

const profileOf = (journey: Journey, { key, name, entry }: Expert) => ({
  reviewerId: of(journey.experts, key).reviewerId,
  name,
  maximumLoad: 8,
  ...entry,
});

const expertNamed = (key: string): Expert => experts.find((expert) => expert.key === key) as Expert;

export function pool(journey: () => Journey): void {
  it('takes experts in, nobody by their own hand', async () => {
    const { checker, experts: people } = journey();
    const [first] = experts as [Expert];
    expect(
      await of(people, 'x1').desk.refused('POST', '/reviewers', { body: profileOf(journey(), first) }),
    ).toMatchObject({ status: 403, code: 'NotAllowed' });
    await each(experts, async (expert) => {
      await checker.post('/reviewers', profileOf(journey(), expert));
    });
    const { items } = await checker.get<{ items: Entry[] }>('/reviewers');
    expect(items).toHaveLength(experts.length);
  });

  it('refuses the same person in another spelling, and a credit code of another unit', async () => {
    const { box, checker } = journey();
    const stranger = await newDesk(box.url, 'stranger', '尤佳');
    const { personId: reviewerId } = await stranger.post<{ personId: string }>('/me', {
      name: '尤佳',
      consentTextVersion: '2026-01',
    });
    const twice = { reviewerId, name: '尤 佳', organizationName: '省教育科学院', maximumLoad: 3 };
    expect(await checker.refused('POST', '/reviewers', { body: twice })).toMatchObject({
      status: 400,
      paths: ['name'],
      codes: ['DuplicateExpert'],
    });
    const { organizationCode } = expertNamed('x13').entry;
    const another = { ...twice, name: '尤嘉', organizationName: '省成人教育学院', organizationCode };
    const refusal = await checker.refused('POST', '/reviewers', { body: another });
    expect(refusal).toMatchObject({ paths: ['organizationCode'], codes: ['CodeOfAnotherUnit'] });
    expect(refusal.zh[0]).toContain('省成人教育协会');
  });

  it('leaves as a workbook and comes back without a change', async () => {
    const { checker } = journey();
    const { base64 } = await checker.get<{ base64: string }>('/reviewers/export');
    const demoOnly = await checker.post('/reviewers/import', { workbook: base64 });
    expect(demoOnly).toEqual({ added: [], changed: [], unchanged: experts.length });
  });

  it('invites them all, by mail, and not somebody outside of the pool', async () => {
    const { checker, cycleId, experts: people } = journey();
    const reviewerIds = [...people.values()].map(({ reviewerId }) => reviewerId);
    const path = `/cycles/${cycleId}/invitations`;
    expect(await checker.refused('POST', path, { body: { reviewerIds: [...reviewerIds, 'nobody'] } })).toMatchObject({
      paths: [`reviewerIds.${reviewerIds.length}`],
      codes: ['NotInPool'],
    });
    expect((await checker.post<{ invited: string[] }>(path, { reviewerIds })).invited).toHaveLength(14);
    const mail = await until('the invitations are in the mail', async () => {
      const invitations = (await mailOf(journey())).filter(({ to }) => to.endsWith('@experts.example'));
      return invitations.length >= 8 && invitations;
    });
    expect(new Set(mail.map(({ to }) => to)).size).toBe(8);
    expect(mail.every(({ text }) => text.includes('文澜区 2026 年学习型组织创建'))).toBe(true);
  });

  it('hears who accepts, with a load of their own, and who declines, with a reason', async () => {
    const { supervisor, cycleId, experts: people } = journey();
    const path = `/me/invitations/${cycleId}`;
    const { desk: modest, reviewerId } = of(people, 'x1');
    expect((await modest.get<Invited>('/me/invitations')).items).toMatchObject([{ status: 'invited' }]);
    await modest.post(path, { verdict: 'accept', maximumLoad: 5 });
    for (const key of ['x2', 'x3', 'x4']) await of(people, key).desk.post(path, { verdict: 'accept' });
    const { desk: busy } = of(people, 'x5');
    expect(await busy.refused('POST', path, { body: { verdict: 'decline' } })).toMatchObject({ paths: ['reason'] });
    await busy.post(path, { verdict: 'decline', reason: '三月出国访学。' });
    type Pool = { items: { reviewerId: string; maximumLoad: number; reasons: { code: string }[] }[] };
    const { items } = await supervisor.get<Pool>(`/cycles/${cycleId}/reviewer-pool`);
    const codeOf = new Map(items.map((each) => [each.reviewerId, each.reasons.map(({ code }) => code)]));
    const codes = [...people].map(([key, each]) => [key, codeOf.get(each.reviewerId)]);
    expect(Object.fromEntries(codes)).toMatchObject({ x1: [], x4: [], x5: ['Declined'], x6: ['NotAnswered'] });
    expect(items.find((each) => each.reviewerId === reviewerId)?.maximumLoad).toBe(5);
  });

  it('knows from which units somebody keeps away: by their own word, by that of the office', async () => {
    const { checker, experts: people } = journey();
    const nameOf = (key: string) => units.find((unit) => unit.key === key)?.name;
    const declaring = of(people, 'x3');
    const own = await declaring.desk.get<Entry>(`/reviewers/${declaring.reviewerId}`);
    await declaring.desk.put(`/reviewers/${declaring.reviewerId}/declaration`, own.version, {
      available: true,
      conflicts: [{ organizationName: nameOf('e3'), reason: '配偶在该单位任职。' }],
    });
    const kept = expertNamed('x10');
    const { reviewerId } = of(people, 'x10');
    const { version } = await checker.get<Entry>(`/reviewers/${reviewerId}`);
    const keepApart = [{ organizationName: nameOf('e1'), reason: '去年有过投诉。' }];
    await checker.put(`/reviewers/${reviewerId}`, version, { ...profileOf(journey(), kept), keepApart });
  });
}

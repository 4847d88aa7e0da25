import { expect, it } from 'vitest';
import { adviser, units } from './cast.ts';
import { type Journey, of } from './journey.ts';

type Conflicts = { readonly items: readonly { readonly source: string; readonly zh: string; readonly en: string }[] };
type Filed = { readonly avoidanceId: string; readonly status: string };
type OnDesk = { readonly items: readonly (Filed & { readonly named: readonly { readonly name: string }[] })[] };

/** Expert, unit, and every source that stands between them. */
const barred: readonly (readonly [string, string, readonly string[]])[] = [
  ['x1', 'e1', ['same-organization']],
  ['x2', 'e2', ['former-organization']],
  ['x3', 'e3', ['declared']],
  ['x4', 'e4', ['avoidance']],
  ['x6', 'e5', ['same-area']],
  ['x6', 'c2', ['same-area']],
  ['x7', 'e8', ['same-recommender']],
  ['x8', 'e7', ['same-mail-domain']],
  ['x9', 'e2', ['third-party']],
  ['x10', 'e1', ['keep-apart']],
  ['x14', 'e1', []],
];

export function conflicts(journey: () => Journey): void {
  it('is known from the firms that advised a unit, by its own word, which it cannot take back', async () => {
    const { contacts, organizationIds } = journey();
    const path = `/organizations/${of(organizationIds, 'e2')}`;
    const contact = of(contacts, 'e2');
    const { version } = await contact.get<{ version: number }>(path);
    await contact.put(`${path}/advisers`, version, { advisers: [adviser] });
    const emptied = { version: version + 1, body: { advisers: [] } };
    expect(await contact.refused('PUT', `${path}/advisers`, emptied)).toMatchObject({ paths: ['advisers'] });
  });

  it('is asked for by an applicant, who is told nothing of the pool, and may be refused by the office', async () => {
    const { checker, contacts, cycleId, experts, applicationIds } = journey();
    const path = (key: string) => `/applications/${of(applicationIds, key)}/avoidances`;
    const asked = { reason: '曾有经济纠纷。' };
    const binding = { ...asked, expertName: '卫　明', expertOrganization: '云州开放大学' };
    const known = await of(contacts, 'e4').post<Filed>(path('e4'), binding);
    const groundless = { ...asked, expertName: '秦岚', expertOrganization: '邻州教育研究院' };
    const unfounded = await of(contacts, 'e3').post<Filed>(path('e3'), groundless);
    const nobody = await of(contacts, 'e3').post<Filed>(path('e3'), { ...groundless, expertName: '秦小岚' });
    expect(Object.keys(nobody).toSorted()).toEqual(Object.keys(known).toSorted());
    const { items } = await checker.get<OnDesk>(`/cycles/${cycleId}/avoidances`);
    expect(items.map(({ named }) => named.map(({ name }) => name).join()).toSorted()).toEqual(['', '卫明', '秦岚']);
    await checker.post(`${path('e3')}/${unfounded.avoidanceId}/refuse`, { reason: '未提供依据。' });
    const own = await of(contacts, 'e3').get<{ items: Filed[] }>(path('e3'));
    expect(own.items.map(({ status }) => status).toSorted()).toEqual(['filed', 'refused']);
    expect(await of(experts, 'x4').desk.refused('GET', path('e4'))).toMatchObject({ code: 'NotFound' });
    expect(await of(experts, 'x4').desk.refused('GET', `/cycles/${cycleId}/avoidances`)).toMatchObject({ status: 403 });
  });

  it.each(barred)('keeps %s from %s: %j', async (expert, unit, sources) => {
    const { supervisor, applicationIds, experts } = journey();
    const { desk, reviewerId } = of(experts, expert);
    const path = `/reviewers/${reviewerId}/conflicts?applicationId=${of(applicationIds, unit)}`;
    const { items } = await supervisor.get<Conflicts>(path);
    // A firm that is known by code and by name is told by both.
    expect([...new Set(items.map(({ source }) => source))]).toEqual(sources);
    expect(items.every(({ zh, en }) => zh.length > 4 && en.length > 4)).toBe(true);
    if (sources.includes('same-area')) expect(items[0]?.zh).toContain('松岭街道');
    expect(await desk.refused('GET', path)).toMatchObject({ code: 'NotAllowed' });
  });

  it('is told for a whole application, and to nobody but office and supervisor', async () => {
    const { checker, contacts, committee, applicationIds } = journey();
    const path = `/applications/${of(applicationIds, 'e2')}/conflicts`;
    const { items } = await checker.get<{ items: { name: string }[] }>(path);
    expect(items.map(({ name }) => name).toSorted()).toEqual(['冯雅', '朱琳'].toSorted());
    expect(await committee.refused('GET', path)).toMatchObject({ code: 'NotAllowed' });
    expect(await of(contacts, 'e2').refused('GET', path)).toMatchObject({ code: 'NotAllowed' });
  });

  it('never shows in what an expert may wish for: numbers in a blind category, names in an open one', async () => {
    const { cycleId, experts } = journey();
    type Offered = { number: string; categoryId: string; organizationName?: string; bid: string };
    const path = `/cycles/${cycleId}/preferences`;
    const { desk } = of(experts, 'x1');
    const { items } = await desk.get<{ items: Offered[] }>(path);
    const blind = items.filter(({ categoryId }) => categoryId === 'enterprise');
    const open = items.filter(({ categoryId }) => categoryId === 'community');
    expect([blind.length, open.length]).toEqual([7, 4]);
    expect(blind.filter(({ organizationName }) => organizationName !== undefined)).toEqual([]);
    const names = units
      .filter(({ categoryId }) => categoryId === 'enterprise')
      .flatMap(({ name, core }) => [name, core]);
    expect(names.filter((name) => JSON.stringify(items).includes(name))).toEqual([]);
    const choices = [
      { number: blind[0]?.number, bid: 'want' },
      { number: blind[1]?.number, bid: 'rather-not' },
      { number: open[0]?.number, bid: 'can' },
    ];
    expect(await desk.post(path, { choices })).toEqual({ wishes: 3 });
    expect(await desk.refused('POST', path, { body: { choices: [{ number: 'A-00000', bid: 'want' }] } })).toMatchObject(
      {
        paths: ['choices.0.number'],
        codes: ['NotOffered'],
      },
    );
    expect(await of(experts, 'x5').desk.refused('GET', path)).toMatchObject({ code: 'NotAllowed' });
  });
}

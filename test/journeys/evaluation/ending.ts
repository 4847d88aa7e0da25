import { expect, it } from 'vitest';
import { sent } from './cast.ts';
import { demoDesk, until } from './desk.ts';
import { count, cycleIs, type Journey, of, reach } from './journey.ts';
import { keyOf } from './result.ts';

type Publicity = {
  readonly publicityId: string;
  readonly status: string;
  readonly version: number;
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly outcome?: string;
};
type PublicEntries = { readonly items: readonly { readonly applicationId: string; readonly name: string }[] };

const whereToWrite = {
  address: '文澜区学林路1号201室（虚构）',
  postcode: '999999',
  phone: '0000-19900008001',
  supervisorPhone: '0000-19900008002',
};

/** One officer drafts the notice from the text that is offered, another checks it as it was read. */
async function publicize({ office, checker, cycleId }: Journey): Promise<Publicity> {
  const offered = await office.get<object>(`/cycles/${cycleId}/notice-offer`);
  const notice = { ...offered, ...whereToWrite };
  const { publicityId, version } = await office.post<Publicity>(`/cycles/${cycleId}/publicity`, { notice });
  const path = `/publicities/${publicityId}`;
  expect(await office.refused('POST', `${path}/check`, { version })).toMatchObject({ code: 'ActedAlready' });
  await checker.post(`${path}/check`, {}, version);
  return until('the notice is published', async () => {
    const seen = await office.get<Publicity>(path);
    return seen.firstDay !== undefined && seen;
  });
}

const concluded = async ({ office }: Journey, { publicityId }: Publicity): Promise<string> => {
  const seen = await until('the publicity is concluded', async () => {
    const now = await office.get<Publicity>(`/publicities/${publicityId}`);
    return now.outcome !== undefined && now;
  });
  return seen.outcome ?? '';
};

async function published(journey: Journey, { publicityId }: Publicity): Promise<string[]> {
  const { items } = await journey.anybody.get<PublicEntries>(`/public/notices/${publicityId}/entries`);
  return items.map(({ applicationId }) => keyOf(journey, applicationId)).toSorted();
}

const communities = ['c1', 'c2', 'c3', 'c4'];

export function ending(journey: () => Journey): void {
  let first: Publicity;
  const path = (rest: string): string => `/cycles/${journey().cycleId}/${rest}`;

  it('is a list that one officer drafts and another checks', async () => {
    const { office, checker, applicationIds } = journey();
    const exclusions = [{ applicationId: of(applicationIds, 'e3'), reason: '材料待核。' }];
    expect(await office.refused('POST', path('list'), { body: { exclusions } })).toMatchObject({
      codes: ['NotSelected'],
    });
    const { listId, countsByCategory } = await office.post<{ listId: string; countsByCategory: object }>(path('list'));
    expect(countsByCategory).toEqual({ enterprise: 4, community: 4 });
    expect(await office.refused('POST', path('list/check'), { body: { listId } })).toMatchObject({
      code: 'ActedAlready',
    });
    await checker.post(path('list/check'), { listId });
    await until('the eight are told', async () => (await count(journey(), 'shortlisted')) === 8);
    await until('the four are told', async () => (await count(journey(), 'not-selected')) === 4);
  });

  it('is published for five working days, names and no scores', async () => {
    const { anybody } = journey();
    await reach(journey(), '2026-04-13');
    first = await publicize(journey());
    expect([first.firstDay, first.lastDay]).toEqual(['2026-04-14', '2026-04-20']);
    expect(await published(journey(), first)).toEqual([...communities, 'e1', 'e2', 'e4', 'e5']);
    const entries = await anybody.get<object>(`/public/notices/${first.publicityId}/entries`);
    expect(JSON.stringify(entries)).not.toMatch(/95\.00|"shown"|reviewer/);
    await until('the list is public', async () => (await count(journey(), 'in-publicity')) === 8);
  });

  it('lets the next in line, and nobody else, into the place of one that withdraws', async () => {
    const { checker, contacts, applicationIds } = journey();
    const [e1, e3, e6] = ['e1', 'e3', 'e6'].map((key) => of(applicationIds, key));
    const into = { vacantId: e1, reason: '原入选单位主动撤回。' };
    const body = { ...into, substituteId: e3 };
    expect(await checker.refused('POST', path('substitutions'), { body })).toMatchObject({ codes: ['NotVacant'] });
    await of(contacts, 'e1').post(`/applications/${e1}/withdraw`, { reason: '企业整体搬迁。' });
    const jumping = { body: { ...into, substituteId: e6 } };
    expect(await checker.refused('POST', path('substitutions'), jumping)).toMatchObject({
      paths: ['substituteId'],
      codes: ['NotNext'],
    });
    await checker.post(path('substitutions'), body);
  });

  it('is published again for a full period, because the list has changed', async () => {
    await reach(journey(), '2026-04-21');
    await reach(journey(), '2026-04-22');
    expect(await concluded(journey(), first)).toBe('changed');
    const second = await publicize(journey());
    expect([second.firstDay, second.lastDay]).toEqual(['2026-04-23', '2026-04-29']);
    expect(await published(journey(), second)).toEqual([...communities, 'e2', 'e3', 'e4', 'e5']);
    await until('the list is public', async () => (await count(journey(), 'in-publicity')) === 8);
    await reach(journey(), '2026-05-08');
    expect(await concluded(journey(), second)).toBe('clear');
    await cycleIs(journey(), 'deciding');
    await until('every entry is cleared', async () => (await count(journey(), 'cleared')) === 8);
  });

  it('is decided by four people, each once, and named', async () => {
    const { box, office, checker, head, committee: stale, contacts, anybody } = journey();
    const { decisionId } = await office.post<{ decisionId: string }>(path('decision'));
    const acts = `/decisions/${decisionId}/acts`;
    expect(await office.refused('POST', acts)).toMatchObject({ status: 403 });
    for (const signer of [checker, head]) await signer.post(acts, { opinion: '同意。' });
    expect(await stale.refused('POST', acts)).toMatchObject({ status: 403, code: 'SignInTooOld' });
    const committee = await demoDesk(box.url, 'committee');
    await committee.post(acts, { opinion: '同意。' });
    await cycleIs(journey(), 'concluded');
    expect(await count(journey(), 'named')).toBe(8);
    type Annex = {
      items: { applicationId: string; certificateNumber: string }[];
      decision: { documentNumber: string };
    };
    const { items, decision } = await committee.get<Annex>(`/decisions/${decisionId}`);
    expect(decision.documentNumber).toBe('文学〔2026〕1号');
    const numbers = items.map(({ certificateNumber }) => certificateNumber);
    expect(new Set(numbers).size).toBe(8);
    const certificate = await anybody.get<{ status: string }>(
      `/public/certificates/${encodeURIComponent(numbers[0] ?? '')}`,
    );
    expect(certificate.status).toBe('valid');
    for (const { key } of sent) {
      const { application } = await of(contacts, key).get<{ application: { status: string } }>(
        `/applications/${of(journey().applicationIds, key)}`,
      );
      const ends = { e1: 'withdrawn', e6: 'not-selected', e7: 'not-selected', e8: 'not-selected' };
      expect([key, application.status]).toEqual([key, ends[key as keyof typeof ends] ?? 'named']);
    }
  });
}

import { expect, it } from 'vitest';
import type { ObservationPoint, Standard } from '#domain/standards';
import type { Desk } from './desk.ts';
import type { Journey } from './journey.ts';

type Stored = Omit<Standard, 'version'> & { readonly standardVersion: number; readonly version: number };
type Read = Stored & { readonly problems: readonly { readonly path: string; readonly zh: string }[] };
type Change = { readonly kind: string; readonly after: { readonly item: ObservationPoint } };
type Differences = {
  readonly head: readonly unknown[];
  readonly indicators: readonly unknown[];
  readonly points: readonly Change[];
};
type Exported = { readonly fileName: string; readonly base64: string };

const at = ({ standardId, standardVersion }: Stored): string => `/standards/${standardId}/${standardVersion}`;

/** The document as it is sent back: without what names and places it. */
const contentOf = ({ name, label, note, fullMarks, indicators }: Stored) => ({
  name,
  label,
  fullMarks,
  indicators,
  ...(note !== undefined && { note }),
});

/** Every point of a standard through the same change. */
const withPoints = <S extends Pick<Standard, 'indicators'>>(
  standard: S,
  change: (point: ObservationPoint) => ObservationPoint,
): S => ({
  ...standard,
  indicators: standard.indicators.map((first) => ({
    ...first,
    children: first.children.map((second) => ({ ...second, children: second.children.map(change) })),
  })),
});

/** One paper for a unit is enough here; one point is yes or no, so that every rule occurs. */
const ours = <S extends Pick<Standard, 'indicators'>>(standard: S): S =>
  withPoints(standard, (point) => ({
    ...point,
    evidenceRequired: point.pointId === '1.1.1',
    ...(point.name === '体育设施' && { rule: { kind: 'yes-no' as const } }),
  }));

const save = (office: Desk, standard: Stored): Promise<Stored> =>
  office.put<Stored>(at(standard), standard.version, contentOf(standard));

export function standards(journey: () => Journey): void {
  let second: Stored;

  it('begins from an example, which is edited and published', async () => {
    const { office } = journey();
    await office.post('/standards/examples');
    const copy = await office.post<Stored>('/standards', {
      from: { standardId: 'example-enterprise', standardVersion: 1 },
      as: 'standard',
      name: '文澜区学习型企业评估标准',
    });
    expect(copy).toMatchObject({ standardVersion: 1, status: 'draft', name: '文澜区学习型企业评估标准' });
    const saved = await save(office, ours(copy));
    expect(await office.refused('PUT', at(copy), { version: copy.version, body: contentOf(copy) })).toMatchObject({
      status: 412,
      code: 'StaleVersion',
    });
    await office.post(`${at(saved)}/publish`);
    expect(
      await office.refused('PUT', at(saved), { version: saved.version + 1, body: contentOf(saved) }),
    ).toMatchObject({
      code: 'StandardInUse',
    });
    second = await office.post<Stored>('/standards', {
      from: { standardId: copy.standardId, standardVersion: 1 },
      as: 'version',
    });
    expect(second).toMatchObject({ standardId: copy.standardId, standardVersion: 2, status: 'draft' });
  });

  it('keeps a draft whose leaves sum to 99, tells it, and does not publish it', async () => {
    const { office, supervisor, contacts } = journey();
    const short = withPoints(second, (point) => (point.pointId === '1.1.1' ? { ...point, fullMarks: 600 } : point));
    second = await save(office, short);
    const { problems } = await office.get<Read>(at(second));
    const sum = { path: 'indicators.0.children.0.fullMarks', zh: '下级满分合计 20.00，应等于 21.00。' };
    expect(problems.map(({ path, zh }) => ({ path, zh }))).toContainEqual(sum);
    const refusal = await office.refused('POST', `${at(second)}/publish`);
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidInput' });
    expect(refusal.paths).toContain(sum.path);
    expect((await supervisor.get<Read>(at(second))).status).toBe('draft');
    expect(await contacts.get('e1')?.refused('GET', at(second))).toMatchObject({ code: 'NotFound' });
  });

  it('publishes it mended, and says what it has changed since the version before', async () => {
    const { office } = journey();
    const mended = withPoints(second, (point) =>
      point.pointId === '1.1.1' ? { ...point, fullMarks: 700, description: `${point.description}一年一评。` } : point,
    );
    second = await save(office, mended);
    expect((await office.get<Read>(at(second))).problems).toEqual([]);
    expect(await office.post<Stored>(`${at(second)}/publish`)).toMatchObject({ status: 'published' });
    const differences = await office.get<Differences>(`${at(second)}/compare?withVersion=1`);
    expect(differences.points.map(({ kind, after }) => [kind, after.item.pointId])).toEqual([['changed', '1.1.1']]);
    expect([differences.head, differences.indicators]).toEqual([[], []]);
  });

  it('leaves as a workbook and comes back as the same standard', async () => {
    const { office } = journey();
    const book = await office.get<Exported>(`${at(second)}/export?format=xlsx`);
    expect(book.fileName).toBe('文澜区学习型企业评估标准-v2.xlsx');
    const back = await office.post<Stored>('/standards/import', { categoryId: 'enterprise', workbook: book.base64 });
    const differences = await office.get<Differences>(
      `${at(back)}/compare?withVersion=2&withStandardId=${second.standardId}`,
    );
    expect(differences).toMatchObject({ head: [], indicators: [], points: [] });
    await office.post(`${at(back)}/discard`, {}, back.version);
    expect(
      await office.refused('POST', '/standards/import', {
        body: { categoryId: 'enterprise', workbook: Buffer.from('not a workbook').toString('base64') },
      }),
    ).toMatchObject({ status: 400, paths: ['workbook'] });
  });

  it('comes in as a JSON file too, and is listed for its category', async () => {
    const { office, checker } = journey();
    const { base64 } = await office.get<Exported>('/standards/example-community/1/export?format=json');
    const document = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as Stored;
    const community = await office.post<Stored>('/standards/import', {
      categoryId: 'community',
      document: { ...ours(document), name: '文澜区学习型社区评估标准' },
    });
    expect(await checker.refused('POST', `${at(community)}/publish`)).toMatchObject({ code: 'NotAllowed' });
    await office.post(`${at(community)}/publish`);
    const { items } = await office.get<{ items: Stored[] }>('/standards?categoryId=community');
    expect(items.map(({ name, status }) => [name, status]).toSorted()).toEqual([
      ['学习型社区评估标准', 'published'],
      ['文澜区学习型社区评估标准', 'published'],
    ]);
    const { standardId } = second;
    journey().standards = {
      enterprise: { standardId, standardVersion: 2 },
      community: { standardId: community.standardId, standardVersion: 1 },
    };
  });
}

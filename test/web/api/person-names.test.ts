import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nameOfPerson } from '#web/api/person-names.ts';

const tokens = JSON.stringify({ access: 'token', expiresAt: Date.now() + 3_600_000 });

describe('names by id', () => {
  const asked: string[][] = [];
  beforeEach(() => {
    asked.length = 0;
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => (key.endsWith('tokens') ? tokens : null),
      setItem: () => undefined,
    });
    vi.stubGlobal('fetch', async (address: string) => {
      const ids = new URL(address, 'http://here').searchParams.get('ids')?.split(',') ?? [];
      asked.push(ids);
      const known = ids.filter((id) => id.startsWith('p-'));
      return Response.json({ items: known.map((personId) => ({ personId, name: `人员${personId}` })) });
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('are asked for together, and told each to who asked', async () => {
    expect(await Promise.all(['p-1', 'x', 'p-2'].map(nameOfPerson))).toEqual(['人员p-1', null, '人员p-2']);
    expect(asked).toEqual([['p-1', 'x', 'p-2']]);
  });

  it('are all found, however many there are: no more than 100 in a call', async () => {
    const ids = Array.from({ length: 250 }, (_, at) => `p-${at}`);
    expect(await Promise.all(ids.map(nameOfPerson))).toEqual(ids.map((id) => `人员${id}`));
    expect(asked.map((each) => each.length)).toEqual([100, 100, 50]);
  });

  it('fail together, and are asked for anew', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    await expect(Promise.all([nameOfPerson('p-1'), nameOfPerson('p-2')])).rejects.toMatchObject({
      name: 'Unreachable',
    });
    vi.stubGlobal('fetch', async () => Response.json({ items: [{ personId: 'p-1', name: '吴芳' }] }));
    expect(await nameOfPerson('p-1')).toBe('吴芳');
  });
});

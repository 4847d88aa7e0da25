import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bytesOf, type Finding } from '#local/dossier/lines';
import { comparePair } from '#local/dossier/pair';
import { verify } from '#local/dossier/verify';
import { experts, units } from './cast.ts';
import { type Journey, job } from './journey.ts';

type Made = { readonly number: number; readonly publicRoot: string; readonly fullRoot: string };
type Link = { readonly number: number; readonly root: string; readonly url: string; readonly fileName: string };

async function fetched({ folder }: Journey, { url, fileName }: Link): Promise<string> {
  const path = join(folder, fileName);
  await writeFile(path, Buffer.from(await (await fetch(url)).arrayBuffer()));
  return path;
}

async function textOf(path: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf(path)) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces).toString('utf8');
}

export function dossier(journey: () => Journey): void {
  let made: Made;
  let publicPath: string;
  const path = (rest = ''): string => `/cycles/${journey().cycleId}/dossiers${rest}`;

  it('is made as a job, by a drafter, and not yet there for the public', async () => {
    const { office, supervisor, anybody, cycleId } = journey();
    const refusal = await supervisor.refused('POST', `/cycles/${cycleId}/jobs`, { body: { kind: 'dossier' } });
    expect(refusal).toMatchObject({ code: 'NotAllowed' });
    made = await job<Made>(office, cycleId, 'dossier');
    expect(made.number).toBe(1);
    expect(await anybody.get(`/public/dossiers/${cycleId}`)).toEqual({ items: [] });
    expect(await supervisor.get<Link>(path('/1'))).toMatchObject({ root: made.publicRoot });
  });

  it('is published by the head of the office, fetched by anybody, and holds in every line', async () => {
    const { office, head, anybody, cycleId } = journey();
    expect(await office.refused('POST', path('/1/publish'))).toMatchObject({ code: 'NotAllowed' });
    await head.post(path('/1/publish'));
    const { items } = await anybody.get<{ items: Link[] }>(`/public/dossiers/${cycleId}`);
    expect(items).toMatchObject([{ number: 1, root: made.publicRoot }]);
    publicPath = await fetched(journey(), items[0] as Link);
    const report = await verify(bytesOf(publicPath), made.publicRoot);
    expect(report.findings).toEqual([]);
    expect(report.counts).toMatchObject({ application: 12, sheet: 53, draw: 3, vote: 1, publicity: 2, named: 8 });
  });

  it('tells the public nobody who reviewed, and no unit that was not published', async () => {
    const text = await textOf(publicPath);
    expect(experts.filter(({ name }) => text.includes(name))).toEqual([]);
    const ids = [...journey().experts.values()].map(({ reviewerId }) => reviewerId);
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
    const unpublished = units.filter(({ key }) => ['e6', 'e7', 'e8'].includes(key));
    expect(unpublished.filter(({ core }) => text.includes(core))).toEqual([]);
    expect(text).toContain('云锦纺织科技有限公司');
  });

  it('opens every commitment in its full edition, which says the same, and whoever opens it is on record', async () => {
    const { supervisor, committee, cycleId } = journey();
    expect(await committee.refused('POST', path('/1/open-full'))).toMatchObject({ code: 'NotAllowed' });
    const link = await supervisor.post<Link>(path('/1/open-full'));
    expect(link.root).toBe(made.fullRoot);
    const fullPath = await fetched(journey(), link);
    expect((await verify(bytesOf(fullPath), made.fullRoot)).findings).toEqual([]);
    const differing: Finding[] = [];
    await comparePair(publicPath, fullPath, (finding) => differing.push(finding));
    expect(differing).toEqual([]);
    expect(await textOf(fullPath)).toContain('何川');
    type Chain = { whole: boolean; events: { action: string }[] };
    const chain = await supervisor.get<Chain>(`/audit/chain?chainId=${encodeURIComponent(`cycle/${cycleId}`)}`);
    expect(chain.whole).toBe(true);
    expect(chain.events.map(({ action }) => action).slice(-3)).toEqual([
      'dossier.made',
      'dossier.published',
      'dossier.opened',
    ]);
  });

  it('does not hold with another root, or with a mark that was changed', async () => {
    const other = await verify(bytesOf(publicPath), made.fullRoot);
    expect(other.findings.map(({ rule }) => rule)).toContain('root');
    const forged = join(journey().folder, 'forged.ndjson');
    await writeFile(forged, (await textOf(publicPath)).replace('"total":"93.00"', '"total":"99.00"'));
    expect((await verify(bytesOf(forged))).findings.length).toBeGreaterThan(0);
  });

  it('ends a cycle in which no run failed and nothing was left undelivered', async () => {
    const { office, box } = journey();
    expect(await office.get('/faults')).toEqual({ items: [] });
    expect(await (await fetch(`${box.url}/box/dead-letters.json`)).json()).toEqual([]);
  });
}

import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { boxAt } from './stages.ts';

it('opens a box in which the season stands where it was stopped', async () => {
  const box = await boxAt('accepting');
  try {
    const page = await fetch(`${box.url}/console/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root">')]);
    const { now } = (await (await fetch(`${box.url}/box/clock.json`)).json()) as { now: string };
    expect(now.slice(0, 7)).toBe('2026-03');
  } finally {
    await box.close();
    await rm(dirname(box.dataDir), { recursive: true, force: true });
  }
}, 600_000);

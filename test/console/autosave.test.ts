import { describe, expect, it } from 'vitest';
import { autosaveUnderFire } from '../support/autosave-fire.ts';
import { chromiumPath } from '../support/browser.ts';

/** `bench/autosave-kills.ts` does the same at 50 moments. */
describe.skipIf(!chromiumPath)('autosave under fire', () => {
  it('loses nothing that was said to be saved, overwrites nothing newer, and finds again what was unsent', async () => {
    const figures = await autosaveUnderFire({ moments: 8, seed: 4 });
    expect(figures).toMatchObject({
      lostAcknowledged: [],
      lostFromDisk: [],
      lostWhileOpen: [],
      overwritten: [],
    });
    expect(figures.acknowledged).toBeGreaterThan(0);
    expect(figures.onDisk).toBeGreaterThan(0);
  }, 300_000);
});

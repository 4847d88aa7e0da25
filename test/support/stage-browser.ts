import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { boxAt, type Stage, type StageBox } from './stages.ts';

/** A box at a stage of the small season, and a browser to see it with. */
export const openStage = (stage: Stage | 'new'): Promise<[StageBox, Browser]> =>
  Promise.all([boxAt(stage), openBrowser()]);

/** Ends both, and leaves nothing of the box; what was never opened is passed over. */
export async function closeStage(box: StageBox | undefined, browser: Browser | undefined): Promise<void> {
  await browser?.close();
  await box?.close();
  if (box) await rm(dirname(box.dataDir), { recursive: true, force: true });
}

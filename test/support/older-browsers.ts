import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/**
 * Chromiums of years ago, as old npm packages carry them. `.ci/run` unpacks them by `test/support/older-browsers.mjs`;
 * where they are not there the tests that need them are skipped.
 */
const folder = join(import.meta.dirname, '../../.artifacts/browsers');

const pathOf = (version: 102 | 92): string => join(folder, `chromium-${version}`);

export const hasOlderBrowsers = existsSync(pathOf(102)) && existsSync(pathOf(92));

/** Playwright's own clicks and fills wait for frames that such an old one draws only when it is looked at. */
export const openOlder = (version: 102 | 92): Promise<Browser> =>
  chromium.launch({
    executablePath: pathOf(version),
    args: ['--no-sandbox', '--disable-gpu', '--headless', '--use-gl=swiftshader', '--no-zygote'],
  });

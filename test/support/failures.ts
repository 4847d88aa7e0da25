import { afterEach } from 'vitest';
import { opened, shot } from './browser.ts';

/**
 * What stood on each open page when a test failed: its address, its open dialog, what the server owes it, what went
 * wrong on it, and a picture (`.artifacts/screens/failed-…`). Import it for that alone.
 */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [at, { page, waiting, troubles }] of opened.entries()) {
    if (page.isClosed()) continue;
    const dialogs = await page.getByRole('dialog').allInnerTexts();
    const lines = [
      `page ${at}: ${page.url()}`,
      ...dialogs.map((text) => `  dialog: ${text.replaceAll('\n', ' | ').slice(0, 600)}`),
      ...[...waiting].map((request) => `  no answer yet: ${request.method()} ${request.url()}`),
      ...troubles.map((trouble) => `  trouble: ${trouble.slice(0, 600)}`),
    ];
    process.stderr.write(`${lines.join('\n')}\n`);
    await shot(page, `failed-${task.id}-${at}`).catch(() => undefined);
  }
});

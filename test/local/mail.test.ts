import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { folderMailer } from '#local/mail';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-'));
});
afterEach(() => rm(dir, { recursive: true }));

const mail = (subject: string, at: string) => ({ to: 'a@example.org', subject, text: '您好', at });

it('lists the newest first, whatever the zone their time is written in, and no more than asked', async () => {
  const mailer = folderMailer(join(dir, 'mail'));
  await mailer.send(mail('second', '2026-03-01T09:00:00+08:00'));
  await mailer.send(mail('third', '2026-03-01T02:00:00Z'));
  await mailer.send(mail('first', '1999-01-01T00:00:00Z'));
  expect((await mailer.list()).map(({ subject }) => subject)).toEqual(['third', 'second', 'first']);
  expect(await mailer.count()).toBe(3);
  expect((await mailer.list(1)).map(({ subject }) => subject)).toEqual(['third']);
});

it('keeps messages of the same instant apart and as they were sent', async () => {
  const mailer = folderMailer(dir);
  const sent = mail('退回修改', '2026-03-01T00:00:00Z');
  const ids = [await mailer.send(sent), await mailer.send(sent)];
  expect((await mailer.list()).map(({ id }) => id).sort()).toEqual(ids.sort());
  expect((await mailer.list())[0]).toMatchObject(sent);
});

it('has no mail before the first was sent', async () => {
  expect(await folderMailer(join(dir, 'none')).list()).toEqual([]);
});

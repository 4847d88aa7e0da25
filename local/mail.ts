import { randomUUID } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeAtomically } from './files.ts';

const mailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.iso.datetime({ offset: true }),
});

/** A message as it was handed over; `at` is an ISO instant. */
export type Mail = z.infer<typeof mailSchema>;
export type KeptMail = Mail & { readonly id: string };

/** Keeps mail in a folder, one file each, where the cloud would send it. */
export function folderMailer(dir: string) {
  const fileOf = (id: string) => join(dir, `${id}.json`);
  const ids = async (): Promise<string[]> => {
    await mkdir(dir, { recursive: true });
    return (await readdir(dir)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  };
  return {
    async send(mail: Mail): Promise<string> {
      // The name sorts by time: the newest can be listed without opening every file.
      const id = `${String(Date.parse(mail.at)).padStart(15, '0')}-${randomUUID()}`;
      await writeAtomically(fileOf(id), JSON.stringify(mailSchema.parse(mail), null, 2));
      return id;
    },

    count: async (): Promise<number> => (await ids()).length,

    /** Newest first. */
    async list(limit = 100): Promise<KeptMail[]> {
      const newest = (await ids()).sort().reverse().slice(0, limit);
      const mails = await Promise.all(
        newest.map(async (id) => ({ id, mail: await readJsonFile(fileOf(id), mailSchema) })),
      );
      return mails.flatMap(({ id, mail }) => (mail ? [{ id, ...mail }] : []));
    },
  };
}

import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeAtomically } from './files.ts';

/**
 * In the cloud a dead-letter queue holds pointers into the stream only, which forgets after 24 hours. Here the record
 * itself is kept beside the pointer, so that whoever looks can see what failed.
 */
const deadLetterSchema = z.object({
  consumer: z.string(),
  streamArn: z.string(),
  shardId: z.string(),
  sequenceNumber: z.string(),
  at: z.iso.datetime(),
  attempts: z.int(),
  error: z.string(),
  payload: z.unknown(),
});

export type DeadLetter = z.infer<typeof deadLetterSchema>;

/** A folder of records that a consumer could not take. */
export function deadLetterFolder(dir: string) {
  return {
    /** Keeping the same record twice leaves one file. */
    async keep(letter: DeadLetter): Promise<void> {
      const place = createHash('sha256').update(`${letter.streamArn}\n${letter.shardId}`).digest('hex').slice(0, 12);
      await writeAtomically(
        join(dir, `${letter.consumer}-${place}-${letter.sequenceNumber.padStart(21, '0')}.json`),
        JSON.stringify(letter, null, 2),
      );
    },

    /** Newest first. */
    async list(): Promise<DeadLetter[]> {
      await mkdir(dir, { recursive: true });
      const names = (await readdir(dir)).filter((name) => name.endsWith('.json'));
      const letters = await Promise.all(names.map((name) => readJsonFile(join(dir, name), deadLetterSchema)));
      return letters.flatMap((letter) => letter ?? []).sort((a, b) => b.at.localeCompare(a.at));
    },
  };
}

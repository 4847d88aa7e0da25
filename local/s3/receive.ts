import { rm } from 'node:fs/promises';
import type { Bucket, ReceivedBody } from './bucket.ts';
import { writeTemporary } from './files.ts';
import { type Claims, measure } from './measure.ts';
import type { ObjectContent } from './object-version.ts';

/**
 * Streams a body to disk, holds it to its claims and hands it to `commit`.
 * Whatever is refused on the way leaves nothing behind.
 */
export async function receiveAndCommit<T>(
  bucket: Bucket,
  source: AsyncIterable<Buffer>,
  claims: Claims,
  description: Pick<ObjectContent, 'headers' | 'lock'>,
  commit: (body: ReceivedBody) => Promise<T>,
): Promise<T> {
  const meter = measure(claims);
  let measured: ReturnType<typeof meter.finish> | undefined;

  async function* metered(): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of source) {
      meter.update(chunk);
      yield chunk;
    }
    measured = meter.finish();
  }

  const path = await writeTemporary(bucket.temporary, metered());
  try {
    if (!measured) throw new Error('The body ended without having been measured.');
    return await commit({ path, content: { ...description, ...measured } });
  } finally {
    await rm(path, { force: true });
  }
}

import type { IncomingMessage } from 'node:http';

/** The whole body, or undefined where it is longer than `limit` bytes: then it is read to its end and dropped, so that the sender can still read the answer. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) chunks = [];
    else chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

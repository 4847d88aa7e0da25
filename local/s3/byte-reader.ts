import type { S3Error } from './errors.ts';

/** Reads a stream by delimiter or by count, holding at most one chunk and a delimiter in memory. */
export type ByteReader = {
  /** The bytes before the delimiter, which is consumed. */
  until(delimiter: Buffer): AsyncGenerator<Buffer, void, undefined>;
  /** Exactly `count` bytes. */
  take(count: number): AsyncGenerator<Buffer, void, undefined>;
};

/** `endsEarly` makes the refusal of a stream that stops before what was asked for. */
export function byteReader(source: AsyncIterable<Buffer>, endsEarly: () => S3Error): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  const more = async (): Promise<void> => {
    const next = await chunks.next();
    if (next.done) throw endsEarly();
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
  };

  async function* until(delimiter: Buffer): AsyncGenerator<Buffer, void, undefined> {
    for (let at = rest.indexOf(delimiter); ; at = rest.indexOf(delimiter)) {
      if (at >= 0) {
        const last = rest.subarray(0, at);
        rest = rest.subarray(at + delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      // the tail may be the beginning of a delimiter that the next chunk completes
      const certain = Math.max(0, rest.length - delimiter.length + 1);
      if (certain > 0) {
        const before = rest.subarray(0, certain);
        rest = rest.subarray(certain);
        yield before;
      }
      await more();
    }
  }

  async function* take(count: number): AsyncGenerator<Buffer, void, undefined> {
    for (let left = count; left > 0; ) {
      if (rest.length === 0) await more();
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  return { until, take };
}

/** Gathers a small piece; `tooLong` makes the refusal of one beyond `limit` bytes. */
export async function gather(pieces: AsyncIterable<Buffer>, limit: number, tooLong: () => S3Error): Promise<Buffer> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > limit) throw tooLong();
    kept.push(piece);
  }
  return Buffer.concat(kept);
}

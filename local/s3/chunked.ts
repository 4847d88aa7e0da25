import { byteReader, gather } from './byte-reader.ts';
import { S3Error } from './errors.ts';

const crlf = Buffer.from('\r\n');
const longestLine = 1024;

const broken = (): S3Error =>
  new S3Error('IncompleteBody', 'The request body terminated unexpectedly or its chunks are malformed.');
const badTrailer = (): S3Error =>
  new S3Error('MalformedTrailerError', 'The request contained trailing data that was not well-formed.');

type AwsChunked = {
  readonly content: AsyncIterable<Buffer>;
  /** The trailing headers, known once the content was read to its end. */
  readonly trailers: ReadonlyMap<string, string>;
};

/**
 * Takes off the `aws-chunked` framing that the SDK uses by default:
 * `<hex size>CRLF <bytes>CRLF … 0CRLF <trailer>:<value>CRLF CRLF`.
 * `length` is the content's in bytes, `announced` are the names in `x-amz-trailer`: exactly these must follow.
 */
export function decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  length: number,
  announced: readonly string[],
): AwsChunked {
  const reader = byteReader(source, broken);
  const trailers = new Map<string, string>();
  const line = async (): Promise<string> => (await gather(reader.until(crlf), longestLine, broken)).toString('latin1');

  async function* content(): AsyncGenerator<Buffer, void, undefined> {
    let left = length;
    for (let size = chunkSize(await line()); size > 0; size = chunkSize(await line())) {
      left -= size;
      if (left < 0) throw broken();
      yield* reader.take(size);
      if ((await line()) !== '') throw broken();
    }
    if (left > 0) throw broken();
    for (let next = await line(); next !== ''; next = await line()) {
      const [, name, value] = /^([\w-]+):\s*(.*?)\s*$/.exec(next) ?? [];
      if (!name || value === undefined) throw badTrailer();
      if (!announced.includes(name.toLowerCase()) || trailers.has(name.toLowerCase())) throw badTrailer();
      trailers.set(name.toLowerCase(), value);
    }
    if (trailers.size !== announced.length) throw badTrailer();
  }

  return { content: content(), trailers };
}

function chunkSize(line: string): number {
  const [, hex] = /^([0-9a-f]{1,9})$/i.exec(line) ?? [];
  if (!hex) throw broken();
  return Number.parseInt(hex, 16);
}

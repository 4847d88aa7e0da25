import { describe, expect, it } from 'vitest';
import { gather } from '#local/s3/byte-reader';
import { decodeAwsChunked } from '#local/s3/chunked';
import { S3Error } from '#local/s3/errors';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer, void, undefined> {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decode(text: string, size: number, length = 2, announced = ['x-amz-checksum-crc32']) {
  const { content, trailers } = decodeAwsChunked(inPieces(text, size), length, announced);
  const body = await gather(content, 10_000, () => new S3Error('EntityTooLarge', ''));
  return { body: body.toString('latin1'), trailers: Object.fromEntries(trailers) };
}
const codeOf = (text: string): Promise<string> =>
  decode(text, 1000).then(
    ({ body }) => `taken: ${body}`,
    (cause: unknown) => (cause instanceof S3Error ? cause.code : String(cause)),
  );

describe('the aws-chunked framing', () => {
  it.each([1, 2, 3, 7, 1000])('comes off, however the bytes arrive (%i at a time)', async (size) => {
    const framed = '5\r\na\r\nbc\r\nA\r\n0\r\n\r\n56789\r\n0\r\nX-Amz-Checksum-CRC32:  AAAAAA==\r\n\r\n';
    expect(await decode(framed, size, 15)).toEqual({
      body: 'a\r\nbc0\r\n\r\n56789',
      trailers: { 'x-amz-checksum-crc32': 'AAAAAA==' },
    });
  });

  it('carries an empty body', async () => {
    expect(await decode('0\r\n\r\n', 3, 0, [])).toEqual({ body: '', trailers: {} });
  });

  it.each([
    ['a body cut off in a chunk', '5\r\nab', 'IncompleteBody'],
    ['a body without its last chunk', '2\r\nab\r\n', 'IncompleteBody'],
    ['a chunk longer than it says', '2\r\nabc\r\n0\r\n\r\n', 'IncompleteBody'],
    ['a size that is no number', '-2\r\nab\r\n0\r\n\r\n', 'IncompleteBody'],
    ['an endless size', `${'0'.repeat(2000)}2\r\nab\r\n0\r\n\r\n`, 'IncompleteBody'],
    ['a body without the announced trailer', '2\r\nab\r\n0\r\n\r\n', 'MalformedTrailerError'],
    ['a trailer not announced', '2\r\nab\r\n0\r\nx-amz-meta-a:b\r\n\r\n', 'MalformedTrailerError'],
    [
      'the same trailer twice',
      '2\r\nab\r\n0\r\nx-amz-checksum-crc32:A\r\nx-amz-checksum-crc32:B\r\n\r\n',
      'MalformedTrailerError',
    ],
    ['a trailer without end', '2\r\nab\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n', 'IncompleteBody'],
    ['more than its length', '3\r\nabc\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', 'IncompleteBody'],
    ['less than its length', '1\r\na\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', 'IncompleteBody'],
  ])('refuses %s', async (_, framed, code) => {
    expect(await codeOf(framed)).toBe(code);
  });
});

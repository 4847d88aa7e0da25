import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather } from '#local/s3/byte-reader';
import { S3Error } from '#local/s3/errors';
import { boundaryOf, readUploadForm } from '#local/s3/multipart-form';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const unlimited = (): S3Error => new S3Error('EntityTooLarge', '');
const part = (disposition: string, content: string): string =>
  `--b0undary\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;

async function parse(form: string | Buffer, size = 1000) {
  const { fields, filename, content } = await readUploadForm(inPieces(Buffer.from(form), size), 'b0undary');
  return { fields: Object.fromEntries(fields), filename, content: await gather(content, 100_000, unlimited) };
}
const codeOf = (form: string): Promise<string> =>
  parse(form).then(
    () => 'taken',
    (cause: unknown) => (cause instanceof S3Error ? cause.code : String(cause)),
  );
const file = part('name="file"; filename="a.pdf"', 'bytes');
const end = '--b0undary--\r\n';

describe('an upload form', () => {
  it('gives its fields by lower-cased name and its file byte by byte, however it arrives', async () => {
    const bytes = fc.array(fc.constantFrom('\r', '\n', '-', 'b0undary', '--b0undar', 'x', '\0'), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 60 }), async (pieces, size) => {
        const content = pieces.join('');
        fc.pre(!`\r\n${content}\r\n`.includes('\r\n--b0undary\r\n') && !`\r\n${content}`.includes('\r\n--b0undary'));
        const form = part('name="Key"', '佐证\r\n𠮷') + part('name="file"; filename="a.pdf"', content) + end;
        expect(await parse(form, size)).toEqual({
          fields: { key: '佐证\r\n𠮷' },
          filename: 'a.pdf',
          content: Buffer.from(content),
        });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['name="file"; filename="x; name=key.pdf"', 'x; name=key.pdf'],
    ['name="file"; filename="say %22hi%22.pdf"', 'say "hi".pdf'],
    ['name="file"; filename="/etc/passwd"', 'passwd'],
    ['name="file"; filename="C:\\\\temp\\\\年终.pdf"', '年终.pdf'],
    ['filename=plain.pdf; name=file', 'plain.pdf'],
    ['name="file"', ''],
  ])('with %s names its file %j', async (disposition, filename) => {
    expect((await parse(part(disposition, 'x') + end)).filename).toBe(filename);
  });

  it('passes over what follows the file', async () => {
    expect((await parse(file + part('name="key"', 'late') + end)).fields).toEqual({});
  });

  it.each([
    [
      'no closing boundary',
      '--b0undary\r\nContent-Disposition: form-data; name="file"\r\n\r\nbytes',
      'MalformedPOSTRequest',
    ],
    ['no boundary at all', 'bytes', 'MalformedPOSTRequest'],
    ['no file', part('name="key"', 'x') + end, 'InvalidArgument'],
    ['a field twice', part('name="key"', 'x') + part('name="KEY"', 'y') + file + end, 'InvalidArgument'],
    ['a name twice', part('name="key"; name="file"', 'x') + end, 'MalformedPOSTRequest'],
    ['a part without a name', part('filename="x"', 'x') + end, 'MalformedPOSTRequest'],
    ['too much before the file', part('name="key"', 'x'.repeat(21_000)) + file + end, 'MaxPostPreDataLengthExceeded'],
    ['endless headers', `--b0undary\r\n${'x'.repeat(30_000)}`, 'MaxPostPreDataLengthExceeded'],
  ])('is refused with %s', async (_, form, code) => {
    expect(await codeOf(form)).toBe(code);
  });
});

describe('the boundary', () => {
  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['Multipart/Form-Data; charset=utf-8; boundary="a b c"', 'a b c'],
    ['multipart/form-data; boundary=abc; charset=utf-8', 'abc'],
  ])('of %s is %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });

  it.each([undefined, 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary='])(
    'is missing in %s',
    (type) => {
      expect(() => boundaryOf(type)).toThrow(S3Error);
    },
  );
});

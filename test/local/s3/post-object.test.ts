import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidence, s3Credentials, seals, startTestS3 } from '../../support/s3.ts';

let s3: Awaited<ReturnType<typeof startTestS3>>;
let ahead = 0;
beforeAll(async () => {
  s3 = await startTestS3({ clock: () => Date.now() + ahead });
});
afterAll(() => s3.end());

type Form = { readonly url: string; readonly fields: Record<string, string> };
type Conditions = NonNullable<PresignedPostOptions['Conditions']>;
const range = (min: number, max: number): Conditions[number] => ['content-length-range', min, max];

const presign = (conditions: Conditions = [], fields: Record<string, string> = {}, Key = 'posted'): Promise<Form> =>
  createPresignedPost(s3.client, { Bucket: evidence, Key, Conditions: conditions, Fields: fields, Expires: 600 });

function post({ url, fields }: Form, file: Buffer | string, more: Record<string, string> = {}, name = '证明.pdf') {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...fields, ...more })) form.append(field, value);
  form.append('file', new File([file], name));
  return fetch(url, { method: 'POST', body: form });
}
const outcome = async (sent: Promise<Response>): Promise<string> => {
  const response = await sent;
  return `${response.status} ${/<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? ''}`.trim();
};
const head = (Key: string) => s3.client.send(new HeadObjectCommand({ Bucket: evidence, Key, ChecksumMode: 'ENABLED' }));

describe('a posted form', () => {
  it('stores the file and says where, with its ETag and version', async () => {
    const bytes = randomBytes(300_000);
    const form = await presign(
      [range(1, 300_000)],
      { 'Content-Type': 'application/pdf', 'x-amz-meta-case': '42' },
      '佐证/𠮷.pdf',
    );
    const response = await post(form, bytes);
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    expect([response.status, response.headers.get('etag')]).toEqual([204, etag]);
    expect(response.headers.get('location')).toBe(`${s3.endpoint}/${evidence}/${encodeURI('佐证/𠮷.pdf')}`);
    expect(await head('佐证/𠮷.pdf')).toMatchObject({
      ContentLength: 300_000,
      ContentType: 'application/pdf',
      Metadata: { case: '42' },
      ETag: etag,
      VersionId: response.headers.get('x-amz-version-id'),
    });
  });

  it('answers 201 with a document where the form asks for it', async () => {
    const response = await post(await presign([], { success_action_status: '201' }), 'x');
    expect(response.status).toBe(201);
    expect(await response.text()).toContain(`<Bucket>${evidence}</Bucket><Key>posted</Key><ETag>&quot;9dd4e`);
  });

  it('puts the name of the file, without its path, into the key', async () => {
    const name = '..\\..\\C:/年终$&总结.pdf';
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own variable
    const response = await post(await presign([], {}, 'up/${filename}'), 'x', {}, name);
    expect(decodeURI(response.headers.get('location') ?? '')).toBe(`${s3.endpoint}/${evidence}/up/年终%24%26总结.pdf`);
  });

  it('verifies and keeps the SHA-256 that the form names', async () => {
    const sum = createHash('sha256').update('right').digest('base64');
    const form = await presign([], { 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': sum }, 'summed');
    expect(await outcome(post(form, 'wrong'))).toBe('400 BadDigest');
    expect(await outcome(post(form, 'right'))).toBe('204');
    expect((await head('summed')).ChecksumSHA256).toBe(sum);
  });
});

describe('the policy', () => {
  it.each([
    [0, '400 EntityTooSmall'],
    [1, '204'],
    [1000, '204'],
    [1001, '400 EntityTooLarge'],
    [5_000_000, '400 EntityTooLarge'],
  ])('with a range of 1 to 1000 bytes meets a file of %i: %s', async (size, expected) => {
    expect(await outcome(post(await presign([range(1, 1000)]), Buffer.alloc(size)))).toBe(expected);
    expect(await readdir(join(s3.dataDir, '.incoming'))).toEqual([]);
  });

  it('expires', async () => {
    const form = await presign();
    ahead = 601_000;
    expect(await outcome(post(form, 'x'))).toBe('403 AccessDenied');
    ahead = 0;
    expect(await outcome(post(form, 'x'))).toBe('204');
  });

  it('cannot be widened, nor signed by another', async () => {
    const form = await presign([range(1, 10)]);
    const { Policy = '' } = form.fields;
    const wider = Buffer.from(Buffer.from(Policy, 'base64').toString().replace(',10]', ',99]')).toString('base64');
    expect(await outcome(post(form, 'x', { Policy: wider }))).toBe('403 SignatureDoesNotMatch');
    const forger = s3.clientWith({ credentials: { ...s3Credentials, secretAccessKey: 'guessed' } });
    const forged = await createPresignedPost(forger, { Bucket: evidence, Key: 'posted' });
    expect(await outcome(post(forged, 'x'))).toBe('403 SignatureDoesNotMatch');
    const { Policy: _, ...without } = form.fields;
    expect(await outcome(post({ ...form, fields: without }, 'x'))).toBe('403 AccessDenied');
  });

  it('names the key, the bucket and every field that may be sent', async () => {
    const form = await presign([['starts-with', '$Content-Type', 'image/']], {});
    const image = { 'Content-Type': 'image/png' };
    expect(await outcome(post(form, 'x', image))).toBe('204');
    expect(await outcome(post(form, 'x', { ...image, 'x-ignore-me': '1' }))).toBe('204');
    expect(await outcome(post(form, 'x'))).toBe('403 AccessDenied');
    expect(await outcome(post(form, 'x', { 'Content-Type': 'image/png, text/html' }))).toBe('403 AccessDenied');
    expect(await outcome(post(form, 'x', { ...image, key: 'other' }))).toBe('403 AccessDenied');
    expect(await outcome(post(form, 'x', { ...image, 'x-amz-meta-extra': '1' }))).toBe('403 AccessDenied');
    expect(await outcome(post(form, 'x', { ...image, success_action_status: '201' }))).toBe('403 AccessDenied');
    const elsewhere = { ...form, url: form.url.replace(evidence, seals) };
    expect(await outcome(post(elsewhere, 'x', image))).toBe('403 AccessDenied');
    expect(await outcome(post(elsewhere, 'x', { ...image, bucket: seals }))).toBe('403 AccessDenied');
  });

  it('does not make what is not offered pass unseen', async () => {
    expect(await outcome(post(await presign([], { tagging: 'x' }), 'x'))).toBe('501 NotImplemented');
    expect(await outcome(post(await presign([], { 'x-amz-checksum-xxhash64': 'x' }), 'x'))).toBe('501 NotImplemented');
  });
});

describe('a browser of another origin', () => {
  it('is let to post and to read the answer', async () => {
    const asking = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' };
    const preflight = await fetch(`${s3.endpoint}/${evidence}`, { method: 'OPTIONS', headers: asking });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    const refused = await post(await presign([range(1, 1)]), 'xx');
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('access-control-expose-headers')).toContain('etag');
  });

  it('sees the refusal of an upload that it is still sending, on a connection that goes on', async () => {
    const response = await post(await presign([range(1, 10)]), Buffer.alloc(20_000_000));
    expect(await response.text()).toContain('<Code>EntityTooLarge</Code>');
  });
});

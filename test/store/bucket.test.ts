import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bucket, openBucket } from '#store/bucket';
import { evidence, startTestS3 } from '../support/s3.ts';

describe('the bucket', () => {
  let s3: Awaited<ReturnType<typeof startTestS3>>;
  let bucket: Bucket;
  beforeAll(async () => {
    s3 = await startTestS3();
    bucket = openBucket(s3.client, evidence);
  });
  afterAll(() => s3.end());

  const bytes = Buffer.from('%PDF-1.7 佐证材料');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const announced = (objectKey: string) => ({
    objectKey,
    contentType: 'application/pdf' as const,
    size: bytes.length,
    sha256,
  });
  async function post(objectKey: string, body: Buffer, changes: Record<string, string> = {}): Promise<number> {
    const { url, fields } = await bucket.uploadForm(announced(objectKey));
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...changes })) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(body)]), 'evidence.pdf');
    return (await fetch(url, { method: 'POST', body: form })).status;
  }

  it('takes exactly the bytes that were announced', async () => {
    expect(await post('files/a', bytes)).toBe(204);
    expect(await bucket.facts('files/a')).toEqual({
      size: bytes.length,
      sha256,
      versionId: expect.stringMatching(/.+/),
    });
  });

  it('refuses other bytes, another type and another place under the same form', async () => {
    expect(await post('files/b', Buffer.from('%PDF-1.7 别的材料材'))).toBe(400);
    expect(await post('files/b', Buffer.concat([bytes, bytes]))).toBe(400);
    expect(await post('files/b', bytes, { 'Content-Type': 'text/html' })).toBe(403);
    expect(await post('files/b', bytes, { key: 'files/elsewhere' })).toBe(403);
    expect(await bucket.facts('files/b')).toBeUndefined();
  });

  it('reads the first bytes of the version that was pinned, whatever came over it', async () => {
    const pinned = await bucket.putText('files/c', 'first', 'text/plain');
    await bucket.putText('files/c', 'second', 'text/plain');
    expect(Buffer.from(await bucket.firstBytes('files/c', pinned, 3)).toString()).toBe('fir');
    expect(await bucket.getText('files/c')).toBe('second');
  });

  it('links to the pinned version as a download, under its own name', async () => {
    const objectVersion = await bucket.putText('files/d', 'first', 'text/plain');
    await bucket.putText('files/d', 'second', 'text/plain');
    const link = await bucket.link({
      objectKey: 'files/d',
      objectVersion,
      fileName: "自评'报告' (终稿)*.pdf",
      contentType: 'application/pdf',
    });
    const answer = await fetch(link);
    expect(await answer.text()).toBe('first');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent('自评')}%27${encodeURIComponent('报告')}%27%20%28${encodeURIComponent('终稿')}%29%2a.pdf`,
    );
  });

  it('keeps text of every plane, and does not hide that a text is missing', async () => {
    await bucket.putText('texts/a', '名单 𠮷 😀', 'application/json');
    expect(await bucket.getText('texts/a')).toBe('名单 𠮷 😀');
    await expect(bucket.getText('texts/none')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

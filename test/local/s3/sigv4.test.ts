import { request as httpRequest } from 'node:http';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidence, refusalOf, s3Credentials, startTestS3 } from '../../support/s3.ts';

let s3: Awaited<ReturnType<typeof startTestS3>>;
let ahead = 0;
beforeAll(async () => {
  s3 = await startTestS3({ clock: () => Date.now() + ahead });
  await s3.client.send(new PutObjectCommand({ Bucket: evidence, Key: '佐证 (1)!.pdf', Body: 'pdf' }));
});
afterAll(() => s3.end());

const read = new GetObjectCommand({ Bucket: evidence, Key: '佐证 (1)!.pdf' });
const codeOf = async (response: Response): Promise<string> =>
  `${response.status} ${/<Code>(\w+)<\/Code>/.exec(await response.text())?.[1]}`;
const minutes = (count: number): number => count * 60_000;

/** Sends a request as it stands; fetch would put `..` right and add headers. */
function raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${s3.endpoint}`, { path, headers, method }, (response) => {
      response.setEncoding('utf8');
      let body = '';
      response.on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve(`${response.statusCode} ${/<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? body}`));
    });
    sent.on('error', reject).end();
  });
}

describe('a signature in the headers', () => {
  it('must be made with the secret', async () => {
    const forger = s3.clientWith({ credentials: { ...s3Credentials, secretAccessKey: 'guessed' } });
    expect(await refusalOf(forger.send(read))).toBe('403 SignatureDoesNotMatch');
  });

  it('must be of a known key and this region', async () => {
    const stranger = s3.clientWith({ credentials: { ...s3Credentials, accessKeyId: 'stranger' } });
    expect(await refusalOf(stranger.send(read))).toBe('403 InvalidAccessKeyId');
    expect(await refusalOf(s3.clientWith({ region: 'eu-west-1' }).send(read))).toBe('400 AuthorizationHeaderMalformed');
  });

  it('must be there', async () => {
    expect(await raw(`/${evidence}/x`, {})).toBe('403 AccessDenied');
    expect(await raw(`/${evidence}/x`, { authorization: 'Basic Ym94OmJveA==' })).toBe(
      '400 AuthorizationHeaderMalformed',
    );
  });

  it.each([
    [-16, '403 RequestTimeTooSkewed'],
    [-14, 'not refused'],
    [14, 'not refused'],
    [16, '403 RequestTimeTooSkewed'],
  ])('of a client whose clock is %i minutes off: %s', async (off, expected) => {
    const late = s3.clientWith({ systemClockOffset: minutes(off) });
    expect(await refusalOf(late.send(read))).toBe(expected);
  });

  it('covers the body', async () => {
    const client = s3.clientWith({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    client.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request as object, { body: 'pDf' }); // an HttpRequest, already signed
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const put = new PutObjectCommand({ Bucket: evidence, Key: 'tampered', Body: 'pdf' });
    expect(await refusalOf(client.send(put))).toBe('400 XAmzContentSHA256Mismatch');
  });

  it('covers the headers that change what is done', async () => {
    const client = s3.clientWith({});
    client.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> }; // an HttpRequest, already signed
        headers['x-amz-bypass-governance-retention'] = 'true';
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const remove = new DeleteObjectCommand({ Bucket: evidence, Key: '佐证 (1)!.pdf' });
    expect(await refusalOf(client.send(remove))).toBe('403 AccessDenied');
  });
});

describe('a presigned URL', () => {
  it('reads, under the name and type that were signed with it', async () => {
    const command = new GetObjectCommand({
      ...read.input,
      ResponseContentDisposition: "attachment; filename*=UTF-8''%E4%BD%90%E8%AF%81.pdf",
      ResponseContentType: 'application/pdf',
    });
    const response = await fetch(await getSignedUrl(s3.client, command));
    expect(await response.text()).toBe('pdf');
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E4%BD%90%E8%AF%81.pdf");
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('cannot be made to break a line in the head of the answer', async () => {
    const command = new GetObjectCommand({ ...read.input, ResponseContentDisposition: 'a\r\nset-cookie: x' });
    expect(await codeOf(await fetch(await getSignedUrl(s3.client, command)))).toBe('400 InvalidArgument');
  });

  it('is good for its key, its method, its parameters and its signature only', async () => {
    const url = await getSignedUrl(s3.client, read);
    const forged = '403 SignatureDoesNotMatch';
    expect(await codeOf(await fetch(url.replace('.pdf', '.pdg')))).toBe(forged);
    expect(await codeOf(await fetch(url, { method: 'DELETE' }))).toBe(forged);
    expect(await codeOf(await fetch(`${url}&versionId=${'0'.repeat(32)}`))).toBe(forged);
    expect(await codeOf(await fetch(url.replace('X-Amz-Expires=900', 'X-Amz-Expires=901')))).toBe(forged);
    expect(await codeOf(await fetch(url.replace(/(X-Amz-Signature=)./, '$1')))).toBe(forged);
    expect(await codeOf(await fetch(url.replace(/&X-Amz-Signature=\w+/, '')))).toBe(
      '400 AuthorizationQueryParametersError',
    );
  });

  it('ends when it says', async () => {
    const url = await getSignedUrl(s3.client, read, { expiresIn: 60 });
    ahead = 58_000;
    expect((await fetch(url)).status).toBe(200);
    ahead = 62_000;
    expect(await codeOf(await fetch(url))).toBe('403 AccessDenied');
    ahead = 0;
  });

  it('puts, with the checksum that was signed', async () => {
    const plain = s3.clientWith({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const url = await getSignedUrl(plain, new PutObjectCommand({ Bucket: evidence, Key: 'presigned' }));
    expect((await fetch(url, { method: 'PUT', body: 'by hand' })).status).toBe(200);
    const read = await fetch(
      await getSignedUrl(s3.client, new GetObjectCommand({ Bucket: evidence, Key: 'presigned' })),
    );
    expect(await read.text()).toBe('by hand');
    const ofNothing = await getSignedUrl(s3.client, new PutObjectCommand({ Bucket: evidence, Key: 'presigned' }));
    expect(await codeOf(await fetch(ofNothing, { method: 'PUT', body: 'by hand' }))).toBe('400 BadDigest');
  });

  it('signs the path as it is, dots and all', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: evidence, Key: 'a/../b', Body: 'not b' }));
    const url = new Map([
      ['key', await getSignedUrl(s3.client, new GetObjectCommand({ Bucket: evidence, Key: 'a/../b' }))],
    ]);
    const path = url.get('key')?.slice(s3.endpoint.length) ?? '';
    expect(await raw(path, {})).toBe('200 not b');
    expect(await raw(path.replace('a/../', ''), {})).toBe('403 SignatureDoesNotMatch');
    expect(await raw('/%ff', {})).toBe('400 InvalidURI');
  });
});

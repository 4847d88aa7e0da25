import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { EvidenceFile } from '#domain/evidence';
import { type BucketParts, bucketParts } from './bucket-parts.ts';

export type Upload = { readonly url: string; readonly fields: Readonly<Record<string, string>> };
export type ObjectFacts = { readonly size: number; readonly sha256?: string; readonly versionId: string };

/** Evidence and documents. Nothing is trusted about a file before its bytes in here were looked at. */
export type Bucket = BucketParts & {
  /** A form that uploads exactly these bytes: type, size and checksum are conditions of it. */
  uploadForm(file: Pick<EvidenceFile, 'objectKey' | 'contentType' | 'size' | 'sha256'>): Promise<Upload>;
  facts(key: string): Promise<ObjectFacts | undefined>;
  firstBytes(key: string, versionId: string, count: number): Promise<Uint8Array>;
  /** The SHA-256 of a version, in hex, read as a stream: S3 keeps none of what came in parts. */
  sha256Of(key: string, versionId: string): Promise<string>;
  /** A link that downloads the pinned version for a few minutes. */
  link(
    file: Pick<EvidenceFile, 'objectKey' | 'objectVersion' | 'fileName'> & { readonly contentType: string },
  ): Promise<string>;
  putText(key: string, text: string, contentType: string): Promise<string>;
  putBytes(key: string, bytes: Uint8Array, contentType: string): Promise<string>;
  getText(key: string): Promise<string>;
};

const UPLOAD_SECONDS = 900;
const LINK_SECONDS = 300;

const toBase64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
const toHex = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');

/** Never inline for what a browser would run; the name in UTF-8 as RFC 6266 wants it. */
const dispositionOf = (fileName: string): string =>
  `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

export function openBucket(client: S3Client, bucket: string): Bucket {
  async function put(key: string, body: string | Uint8Array, contentType: string): Promise<string> {
    const answer = await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: contentType,
        ChecksumAlgorithm: 'SHA256',
      }),
    );
    return answer.VersionId ?? '';
  }

  return {
    ...bucketParts(client, bucket),

    async uploadForm({ objectKey, contentType, size, sha256 }) {
      const fields = {
        'Content-Type': contentType,
        'x-amz-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': toBase64(sha256),
      };
      const post = await createPresignedPost(client, {
        Bucket: bucket,
        Key: objectKey,
        Fields: fields,
        Conditions: [
          ['content-length-range', size, size],
          ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
        ],
        Expires: UPLOAD_SECONDS,
      });
      return { url: post.url, fields: post.fields };
    },

    async facts(key) {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }));
        return {
          size: head.ContentLength ?? 0,
          versionId: head.VersionId ?? '',
          ...(head.ChecksumSHA256 && { sha256: toHex(head.ChecksumSHA256) }),
        };
      } catch (error) {
        if (error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey')) return undefined;
        throw error;
      }
    },

    async firstBytes(key, versionId, count) {
      const answer = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId, Range: `bytes=0-${count - 1}` }),
      );
      return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    },

    async sha256Of(key, versionId) {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
      const hash = createHash('sha256');
      // Safe: in Node the SDK's body is a Readable.
      for await (const chunk of answer.Body as AsyncIterable<Uint8Array>) hash.update(chunk);
      return hash.digest('hex');
    },

    link: ({ objectKey, objectVersion, fileName, contentType }) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: objectKey,
          VersionId: objectVersion,
          ResponseContentDisposition: dispositionOf(fileName),
          ResponseContentType: contentType,
        }),
        { expiresIn: LINK_SECONDS },
      ),

    putText: put,
    putBytes: put,

    async getText(key) {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await answer.Body?.transformToString()) ?? '';
    },
  };
}

import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { EvidenceFile } from '#domain/evidence';

type UploadInParts = { readonly objectKey: string; readonly uploadId: string };
export type ArrivedPart = { readonly partNumber: number; readonly size: number; readonly etag: string };

/** Large files arrive part by part; nothing is an object before they are put together. */
export type BucketParts = {
  /** Begins an upload in parts, and gives its name. */
  beginParts(file: Pick<EvidenceFile, 'objectKey' | 'contentType'>): Promise<string>;
  /** What arrived so far, by number; undefined when there is no such upload (any more). */
  partsThere(upload: UploadInParts): Promise<ArrivedPart[] | undefined>;
  /** A link that puts one part of exactly this size. */
  partLink(upload: UploadInParts, partNumber: number, size: number): Promise<string>;
  putTogether(upload: UploadInParts, parts: readonly ArrivedPart[]): Promise<void>;
  /** Forgets the parts; nothing happens when there is no such upload. */
  abandonParts(upload: UploadInParts): Promise<void>;
};

const PART_SECONDS = 900;

/**
 * The SDK would sign the checksum of the empty body that it has, which no part then matches. TLS guards the way, and
 * the whole is hashed when it is there.
 */
function withoutChecksum(command: UploadPartCommand): UploadPartCommand {
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> }; // an HTTP request after `serialize`
      for (const name of Object.keys(headers)) {
        if (/^x-amz-(checksum-|sdk-checksum-algorithm$)/.test(name)) delete headers[name];
      }
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
  return command;
}

const isGone = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchUpload';

export function bucketParts(client: S3Client, bucket: string): BucketParts {
  const named = ({ objectKey, uploadId }: UploadInParts) => ({ Bucket: bucket, Key: objectKey, UploadId: uploadId });
  return {
    async beginParts({ objectKey, contentType }) {
      const command = new CreateMultipartUploadCommand({ Bucket: bucket, Key: objectKey, ContentType: contentType });
      const { UploadId } = await client.send(command);
      if (!UploadId) throw new Error('S3 began an upload without a name');
      return UploadId;
    },

    async partsThere(upload) {
      try {
        // 1,000 on one page; the largest file has 25.
        const { Parts = [] } = await client.send(new ListPartsCommand(named(upload)));
        return Parts.map(({ PartNumber = 0, Size = 0, ETag = '' }) => ({
          partNumber: PartNumber,
          size: Size,
          etag: ETag,
        }));
      } catch (error) {
        if (isGone(error)) return undefined;
        throw error;
      }
    },

    partLink: (upload, partNumber, size) =>
      getSignedUrl(
        client,
        withoutChecksum(new UploadPartCommand({ ...named(upload), PartNumber: partNumber, ContentLength: size })),
        { expiresIn: PART_SECONDS },
      ),

    async putTogether(upload, parts) {
      await client.send(
        new CompleteMultipartUploadCommand({
          ...named(upload),
          MultipartUpload: { Parts: parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag })) },
        }),
      );
    },

    async abandonParts(upload) {
      try {
        await client.send(new AbortMultipartUploadCommand(named(upload)));
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}

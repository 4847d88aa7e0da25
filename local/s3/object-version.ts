import type { ChecksumAlgorithm } from './checksums.ts';

/** WORM protection of one version. Nobody shortens it; `GOVERNANCE` can be bypassed on request. */
export type ObjectLock = { readonly mode: 'COMPLIANCE' | 'GOVERNANCE'; readonly retainUntil: string };

type Checksum = { readonly algorithm: ChecksumAlgorithm; readonly value: string };

/** What its writer said of an object and gets back with it: Content-Type, x-amz-meta-… by lower-cased name. */
type Description = {
  readonly headers: Readonly<Record<string, string>>;
  readonly lock?: ObjectLock;
};

/** The content of an object, or the marker that says it is deleted. */
export type ObjectContent = Description & {
  readonly size: number;
  /** MD5 in hex. */
  readonly etag: string;
  readonly checksum: Checksum;
};

/** One version as its metadata file holds it; without content it is a delete marker. */
export type ObjectVersion = {
  readonly key: string;
  readonly versionId: string;
  /** Grows with every commit in the bucket: the highest of a key is its current version. */
  readonly order: number;
  /** ISO 8601, UTC. */
  readonly lastModified: string;
  readonly content?: ObjectContent;
};

/** A version that is not a delete marker. */
export type StoredObject = ObjectVersion & { readonly content: ObjectContent };

export const isStored = (version: ObjectVersion | undefined): version is StoredObject => version?.content !== undefined;

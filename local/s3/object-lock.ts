import type { Bucket } from './bucket.ts';
import { S3Error } from './errors.ts';
import type { ObjectLock, ObjectVersion } from './object-version.ts';
import type { S3Request } from './request.ts';

/** The lock that a put asks for. S3 wants a checksum with it, and a bucket made for it. */
export function requestedLock(
  request: S3Request,
  bucket: Bucket,
  hasChecksum: boolean,
  now: number,
): ObjectLock | undefined {
  const mode = request.amz('x-amz-object-lock-mode');
  const until = request.amz('x-amz-object-lock-retain-until-date');
  if (mode === undefined && until === undefined) return undefined;
  if (!bucket.objectLock) throw new S3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  if (mode !== 'COMPLIANCE' && mode !== 'GOVERNANCE')
    throw new S3Error('InvalidArgument', 'Unknown wormMode directive.');
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(until ?? '') ? Date.parse(until ?? '') : Number.NaN;
  if (!(instant > now)) throw new S3Error('InvalidArgument', 'The retain until date must be in the future!');
  if (!hasChecksum && request.header('content-md5') === undefined) {
    throw new S3Error('InvalidRequest', 'Content-MD5 OR x-amz-checksum- HTTP header is required with Object Lock.');
  }
  return { mode, retainUntil: new Date(instant).toISOString() };
}

export function refuseLocked(version: ObjectVersion, bypassGovernance: boolean, now: number): void {
  const lock = version.content?.lock;
  if (!lock || Date.parse(lock.retainUntil) <= now || (lock.mode === 'GOVERNANCE' && bypassGovernance)) return;
  throw new S3Error('AccessDenied', 'Access Denied because object protected by object lock.');
}

export const lockHeaders = (lock: ObjectLock): Record<string, string> => ({
  'x-amz-object-lock-mode': lock.mode,
  'x-amz-object-lock-retain-until-date': lock.retainUntil,
});

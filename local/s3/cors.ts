import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';

/**
 * The console's origin uploads to and reads from this one. Any origin may: what is allowed is in the signature,
 * and no cookie plays a part.
 */
export const corsHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'etag, location, content-range, accept-ranges, content-disposition, x-amz-version-id, x-amz-request-id, ' +
    'x-amz-delete-marker, x-amz-checksum-crc32, x-amz-checksum-crc64nvme, x-amz-checksum-sha256',
};

export const preflight = (message: IncomingMessage): Answer => ({
  status: 200,
  headers: {
    'access-control-allow-methods': 'GET, HEAD, POST, PUT',
    'access-control-allow-headers': message.headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '3600',
  },
});

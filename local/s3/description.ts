import { S3Error } from './errors.ts';

/** The standard headers that an object keeps; S3's user metadata come beside them. */
export const standardHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
] as const;

const largestMetadata = 2 * 1024;

/** Whether a value can stand in the head of an answer, where a line break would begin another header. */
export const isHeaderValue = (value: string): boolean => /^[\t\x20-\x7e\xa0-\xff]*$/.test(value);

/** What is kept of a sender's headers or form fields (lower-cased names), to be given back with the object. */
export function describe(sent: Iterable<readonly [name: string, value: string]>): Record<string, string> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  let size = 0;
  for (const [name, value] of sent) {
    const isMetadata = name.startsWith('x-amz-meta-');
    if (!isMetadata && !standardHeaders.some((known) => known === name)) continue;
    if (!/^[\w.-]+$/.test(name) || !isHeaderValue(value)) {
      throw new S3Error('InvalidArgument', `Header value cannot be represented using ISO-8859-1.: ${name}`);
    }
    if (isMetadata) size += name.length + value.length;
    kept[name] = value;
  }
  if (size > largestMetadata) throw new S3Error('MetadataTooLarge', 'Your metadata headers exceed 2 KB.');
  return kept;
}

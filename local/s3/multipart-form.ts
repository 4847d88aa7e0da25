import { byteReader, gather } from './byte-reader.ts';
import { S3Error } from './errors.ts';

/** S3's limit for everything in a form that stands before the file. */
const longestPreamble = 20 * 1024;

const malformed = (): S3Error =>
  new S3Error('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.');
const tooLong = (): S3Error =>
  new S3Error('MaxPostPreDataLengthExceeded', 'Your POST request fields preceding the upload file were too large.');

type UploadForm = {
  /** By lower-cased name: the fields before the file. What follows the file is ignored, as S3 does. */
  readonly fields: ReadonlyMap<string, string>;
  /** The name that the browser gave, without any path; may be empty. */
  readonly filename: string;
  /** The file, streamed; ends with a refusal if the closing boundary is missing. */
  readonly content: AsyncIterable<Buffer>;
};

export function boundaryOf(contentType: string | undefined): string {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))\s*(?:;.*)?$/i.exec(
      contentType ?? '',
    ) ?? [];
  const boundary = quoted ?? plain;
  if (!boundary) throw malformed();
  return boundary;
}

/** Reads a browser's upload form (RFC 7578) up to its file, and hands the file over as a stream. */
export async function readUploadForm(source: AsyncIterable<Buffer>, boundary: string): Promise<UploadForm> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const reader = byteReader(afterLineBreak(source), malformed);
  const fields = new Map<string, string>();
  let room = longestPreamble;
  const read = async (pieces: AsyncIterable<Buffer>): Promise<string> => {
    const bytes = await gather(pieces, room, tooLong);
    room -= bytes.length;
    return bytes.toString('utf8');
  };

  await read(reader.until(delimiter));
  while ((await read(reader.take(2))) === '\r\n') {
    const { name, filename } = disposition(await read(headersOf(reader)));
    if (name === 'file') return { fields, filename: baseName(filename ?? ''), content: reader.until(delimiter) };
    if (fields.has(name)) throw new S3Error('InvalidArgument', `The form field ${name} is given more than once.`);
    fields.set(name, await read(reader.until(delimiter)));
  }
  throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.');
}

const headersOf = (reader: ReturnType<typeof byteReader>): AsyncIterable<Buffer> =>
  reader.until(Buffer.from('\r\n\r\n'));

/** The first boundary has no line break before it; with one put there it is a delimiter like the others. */
async function* afterLineBreak(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  yield Buffer.from('\r\n');
  yield* source;
}

function disposition(headers: string): { name: string; filename: string | undefined } {
  const [, parameters] = /^content-disposition:\s*form-data\s*(;.*)$/im.exec(headers) ?? [];
  if (!parameters) throw malformed();
  const values = new Map<string, string>();
  // one after another, so that a file named `x; name="key"` cannot pass for a parameter
  const next = /\s*;\s*([\w*-]+)=(?:"([^"]*)"|([^;\s"]*))\s*/y;
  while (next.lastIndex < parameters.length) {
    const [, name, quoted, plain] = next.exec(parameters) ?? [];
    if (!name || values.has(name.toLowerCase())) throw malformed();
    values.set(name.toLowerCase(), unescapeQuotes(quoted ?? plain ?? ''));
  }
  const name = values.get('name');
  if (!name) throw malformed();
  return { name: name.toLowerCase(), filename: values.get('filename') };
}

/** Browsers write exactly these three signs as %XX in a parameter (WHATWG HTML, multipart/form-data). */
const unescapeQuotes = (value: string): string =>
  value.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const baseName = (filename: string): string => filename.replace(/^.*[/\\]/s, '');

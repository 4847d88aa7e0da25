import { inflateRawSync } from 'node:zlib';
import { invalidField } from '#domain/errors';

/** What a workbook may unfold to; an honest one of 700 KB stays far below. */
const largest = 16 * 1024 * 1024;
const mostParts = 200;

/** Tags and references in all parts together: what reading them takes time and memory for, not their bytes. */
const mostMarkup = 1_000_000;
const markup: ReadonlySet<number> = new Set(Buffer.from('<&'));

const endRecord = 0x0605_4b50;
const entryRecord = 0x0201_4b50;
const localRecord = 0x0403_4b50;
const endLength = 22;
const longestComment = 0xffff;

const notAWorkbook = () =>
  invalidField(
    'workbook',
    'NotAWorkbook',
    '文件不是 .xlsx 工作簿，请另存为「Excel 工作簿（.xlsx）」后重新上传。',
    'The file is no .xlsx workbook. Save it as an Excel workbook (.xlsx) and send it again.',
  );
const tooLarge = () =>
  invalidField(
    'workbook',
    'WorkbookTooLarge',
    '工作簿展开后过大，请删去多余的工作表、图片和格式后重新上传。',
    'The workbook unfolds to too much. Remove spare sheets, pictures and formats and send it again.',
  );

/** The end of the central directory lies behind everything, before a comment of at most 64 KB. */
function directoryOf(view: DataView): { start: number; entries: number } {
  for (let at = view.byteLength - endLength; at >= Math.max(0, view.byteLength - endLength - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endRecord) {
      return { entries: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
    }
  }
  throw notAWorkbook();
}

/** The part unfolded, to at most `room` bytes; what its header claims about that is not believed. */
function unfolded(part: Uint8Array, method: number, room: number): Uint8Array {
  if (method === 0) return part;
  if (method !== 8) throw notAWorkbook();
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    // Safe: zlib's errors carry a code.
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : notAWorkbook();
  }
}

function markupIn(part: Uint8Array): number {
  let found = 0;
  for (const byte of part) if (markup.has(byte)) found += 1;
  return found;
}

function inspect(view: DataView, bytes: Uint8Array): void {
  const { start, entries } = directoryOf(view);
  if (entries > mostParts) throw tooLarge();
  let room = largest;
  let tags = mostMarkup;
  let at = start;
  for (let entry = 0; entry < entries; entry += 1) {
    if (view.getUint32(at, true) !== entryRecord) throw notAWorkbook();
    const [packed, local] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    if (view.getUint32(local, true) !== localRecord) throw notAWorkbook();
    // Whoever reads it later reserves what either header claims.
    if (Math.max(view.getUint32(at + 24, true), view.getUint32(local + 22, true)) > room) throw tooLarge();
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const part = unfolded(bytes.subarray(data, data + packed), view.getUint16(local + 8, true), room);
    if (part.length !== view.getUint32(at + 24, true)) throw notAWorkbook();
    room -= part.length;
    tags -= markupIn(part);
    if (room < 0 || tags < 0) throw tooLarge();
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/**
 * Refuses what only claims to be a workbook and what unfolds to more than it should (a zip bomb), before anything
 * reads it. Unfolds each part once, within the limit, and keeps none.
 * @throws AwardError `InvalidInput` at `workbook` with NotAWorkbook or WorkbookTooLarge.
 */
export function checkArchive(bytes: Uint8Array): void {
  if (bytes.length < endLength) throw notAWorkbook();
  try {
    inspect(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes);
  } catch (error) {
    throw error instanceof RangeError ? notAWorkbook() : error;
  }
}

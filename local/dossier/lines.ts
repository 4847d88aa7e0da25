import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What does not hold, and at which line (the first is 1; 0 where it concerns no line in particular). */
export type Finding = { readonly line: number; readonly rule: string; readonly detail: string };

/** A line whose hash was checked: `text` is its JSON as it stands there. */
export type Line = { readonly at: number; readonly text: string; readonly hash: string };

/** No honest line is longer; a file that never breaks its line must not fill the memory. */
const LONGEST = 16 * 1024 * 1024;

const GENESIS = '0'.repeat(64);

export class Unreadable extends Error {}

/** Whether it begins as gzip does, whatever its name: browsers unpack some downloads. A pipe is believed its name. */
function isPacked(path: string): boolean {
  if (!statSync(path).isFile()) return path.endsWith('.gz');
  const file = openSync(path, 'r');
  try {
    const first = Buffer.alloc(2);
    return readSync(file, first) === 2 && first.readUInt16BE() === 0x1f8b;
  } finally {
    closeSync(file);
  }
}

/** The bytes of a dossier, unpacked if they are packed. */
export function bytesOf(path: string): Readable {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  if (!isPacked(path)) return file;
  const unpacked = createGunzip({ chunkSize: 1 << 20 });
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

/** Cuts a stream at its line feeds. What is left at the end without one is told as a line too. */
async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    let from = 0;
    for (let end = all.indexOf(10, from); end >= 0; end = all.indexOf(10, from)) {
      yield all.subarray(from, end);
      from = end + 1;
    }
    rest = all.subarray(from);
    if (rest.length > LONGEST) throw new Unreadable(`a line is longer than ${LONGEST} bytes`);
  }
  if (rest.length > 0) yield rest;
}

const hashAfter = (previous: string, json: Buffer): string =>
  createHash('sha256').update(previous).update('\n').update(json).digest('hex');

const TAB = 9;

/**
 * The lines of a dossier in order, each one's hash compared with the one that follows from the line before. A line whose
 * hash is wrong is told and given on all the same: what else is wrong with it shows further down.
 */
export async function* sealedLines(
  bytes: AsyncIterable<Uint8Array>,
  tell: (finding: Finding) => void,
): AsyncGenerator<Line> {
  let previous = GENESIS;
  let at = 0;
  for await (const line of linesIn(bytes)) {
    at += 1;
    const tab = line.lastIndexOf(TAB);
    const json = line.subarray(0, Math.max(0, tab));
    const hash = line.subarray(tab + 1).toString('latin1');
    if (tab < 0 || !/^[0-9a-f]{64}$/.test(hash)) {
      tell({ line: at, rule: 'shape', detail: 'the line has no hash behind a tab' });
      continue;
    }
    const expected = hashAfter(previous, json);
    if (hash !== expected) {
      tell({
        line: at,
        rule: 'hash',
        detail: `its hash is ${hash}, but its text and the line before give ${expected}`,
      });
    }
    previous = hash;
    yield { at, text: json.toString('utf8'), hash };
  }
}

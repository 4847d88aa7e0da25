import { describe, expect, it } from 'vitest';
import { type Block, jpegOf } from '#examples/xicheng-2011/jpeg';

type Segments = { readonly bodies: ReadonlyMap<number, Uint8Array>; readonly scan: readonly number[] };

/** Walks the markers as a reader does; the scan ends at the end-of-image marker, its stuffed zeros taken out. */
function segmentsOf(file: Uint8Array): Segments {
  const bodies = new Map<number, Uint8Array>();
  let at = 2;
  while (file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    const length = ((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0);
    const key = marker === 0xc4 ? 0xc400 | (file[at + 4] ?? 0) : marker;
    bodies.set(key, file.subarray(at + 4, at + 2 + length));
    at += 2 + length;
    if (marker === 0xda) break;
  }
  const scan = [...file.subarray(at, -2)].filter((byte, i, all) => !(byte === 0 && all[i - 1] === 0xff));
  return { bodies, scan };
}

/** code → symbol of a Huffman table, by the procedure of T.81 annex C. */
function codesOf(table: Uint8Array): Map<string, number> {
  const codes = new Map<string, number>();
  let code = 0;
  let next = 17;
  for (let size = 1; size <= 16; size++) {
    for (let k = 0; k < (table[size] ?? 0); k++)
      codes.set((code++).toString(2).padStart(size, '0'), table[next++] ?? 0);
    code <<= 1;
  }
  return codes;
}

/** The values of the blocks, decoded from nothing but the file; `rest` are the bits after the last block. */
function decode(file: Uint8Array, count: number): { blocks: number[][]; rest: string } {
  const { bodies, scan } = segmentsOf(file);
  const bits = scan.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  let at = 0;
  const read = (codes: Map<string, number>): number => {
    for (let size = 1; size <= 16; size++) {
      const symbol = codes.get(bits.slice(at, at + size));
      if (symbol !== undefined) {
        at += size;
        return symbol;
      }
    }
    throw new Error(`no code at bit ${at}`);
  };
  const [dc, ac] = [0xc400, 0xc410].map((key) => codesOf(bodies.get(key) ?? new Uint8Array()));
  const values = [128, 128, 128];
  const blocks = Array.from({ length: count }, () =>
    values.map((_, c) => {
      const size = read(dc as Map<string, number>);
      const raw = size === 0 ? 0 : Number.parseInt(bits.slice(at, at + size), 2);
      at += size;
      values[c] = (values[c] ?? 0) + (size > 0 && raw < 2 ** (size - 1) ? raw - 2 ** size + 1 : raw);
      expect(read(ac as Map<string, number>)).toBe(0);
      return values[c] ?? 0;
    }),
  );
  return { blocks, rest: bits.slice(at) };
}

const extremes: Block[] = [
  [0, 255, 128],
  [255, 0, 128],
  [255, 0, 127],
  [0, 255, 129],
  [128, 128, 0],
  [7, 250, 255],
];

describe('a JPEG of the season', () => {
  const file = jpegOf(extremes, 3, '活动照片');

  it('begins and ends as one, and tells its size in pixels', () => {
    expect([...file.subarray(0, 2), ...file.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
    const frame = segmentsOf(file).bodies.get(0xc0);
    expect([...(frame ?? [])].slice(0, 6)).toEqual([8, 0, 16, 0, 24, 3]);
  });

  it('decodes to the very blocks it was made of, with ones as padding', () => {
    const { blocks, rest } = decode(file, extremes.length);
    expect(blocks).toEqual(extremes);
    expect(rest).toMatch(/^1{0,7}$/);
  });

  it('keeps the comment', () => {
    expect(new TextDecoder().decode(segmentsOf(file).bodies.get(0xfe))).toBe('活动照片');
  });
});

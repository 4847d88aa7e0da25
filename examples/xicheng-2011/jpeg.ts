/** One 8 × 8 block of an even colour: its Y, Cb and Cr, each 0 … 255. */
export type Block = readonly [y: number, cb: number, cr: number];

/**
 * A baseline JPEG (ITU T.81) made of even blocks, so that each block is its DC coefficient and nothing else:
 * quantizing all by 8 makes that coefficient the value less 128.
 * @param blocks row by row, `columns` in each row. @param comment kept in the file's comment segment.
 */
export function jpegOf(blocks: readonly Block[], columns: number, comment: string): Uint8Array {
  const height = (blocks.length / columns) * 8;
  const width = columns * 8;
  const component = (id: number) => [id, 0x11, 0];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xfe, [...new TextEncoder().encode(comment)]),
    ...segment(0xdb, [0, ...Array<number>(64).fill(8)]),
    ...segment(0xc0, [8, ...word(height), ...word(width), 3, ...component(1), ...component(2), ...component(3)]),
    ...segment(0xc4, [0x00, ...dcCounts, ...dcSymbols]),
    ...segment(0xc4, [0x10, ...acCounts, 0x00]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...scanOf(blocks),
    ...[0xff, 0xd9],
  ]);
}

/** How many codes there are of 1, 2 … 16 bits: the DC table of T.81 annex K.3, and one with the end of block only. */
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcSymbols = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const acCounts = [1, ...Array<number>(15).fill(0)];
const endOfBlock = '0';

/** The codes that the counts imply, by size of the difference: 00, 010, 011, … */
const dcCodes: readonly string[] = (() => {
  let code = 0;
  return dcCounts.flatMap((count, i) => {
    const codes = Array.from({ length: count }, () => (code++).toString(2).padStart(i + 1, '0'));
    code *= 2;
    return codes;
  });
})();

const word = (value: number): number[] => [value >> 8, value & 0xff];

const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  ...word(body.length + 2),
  ...body,
];

/** A difference is coded by its size in bits, then by these bits; a negative one by those of the number below it. */
function codeOf(difference: number): string {
  const size = difference === 0 ? 0 : Math.abs(difference).toString(2).length;
  const value = difference < 0 ? difference + 2 ** size - 1 : difference;
  return (dcCodes[size] ?? '') + (size === 0 ? '' : value.toString(2).padStart(size, '0'));
}

/** Blocks differ from the block before, component by component; 0xff is followed by a zero, the end filled with ones. */
function scanOf(blocks: readonly Block[]): number[] {
  const bits = blocks
    .map((block, i) => {
      const before = blocks[i - 1] ?? [128, 128, 128];
      return block.map((value, c) => codeOf(value - (before[c] ?? 0)) + endOfBlock).join('');
    })
    .join('');
  const octets = bits.match(/.{1,8}/g) ?? [];
  return octets
    .map((octet) => Number.parseInt(octet.padEnd(8, '1'), 2))
    .flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte]));
}

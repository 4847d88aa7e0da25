import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '#documents/archive';
import { rowsOf, workbookOf } from '#documents/table';

const titles = ['名称'];
const honest = () => workbookOf([{ name: '表', columns: [{ title: '名称' }], rows: [['甲']] }]);

/** An archive of one part that unfolds to `size` bytes, all of them `of`, and claims `claimed` of itself. */
function archive(size: number, claimed = size, method = 8, of = '\0'): Uint8Array {
  const data = deflateRawSync(Buffer.alloc(size, of));
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x0403_4b50, 0);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([local, name, data, entry, name, end]);
}

const codeOf = (bytes: Uint8Array): string | undefined => {
  try {
    checkArchive(bytes);
    return undefined;
  } catch (error) {
    return (error as { fields?: { path: string; code: string }[] }).fields?.map((each) => each.code).join();
  }
};

describe('checkArchive', () => {
  it('lets a workbook pass, also one within other bytes', async () => {
    const bytes = await honest();
    const within = new Uint8Array(bytes.length + 7);
    within.set(bytes, 7);
    expect([codeOf(bytes), codeOf(within.subarray(7)), codeOf(archive(1000))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('refuses a bomb, whatever it claims of its size', () => {
    const bomb = 17 * 1024 * 1024;
    expect([codeOf(archive(bomb)), codeOf(archive(bomb, 10)), codeOf(archive(10, bomb))]).toEqual([
      'WorkbookTooLarge',
      'WorkbookTooLarge',
      'WorkbookTooLarge',
    ]);
  });

  it('refuses markup that takes longer to read than its bytes let on', () => {
    const most = 1_000_000;
    expect(['<', '&'].map((each) => codeOf(archive(most, most, 8, each)))).toEqual([undefined, undefined]);
    expect(['<', '&'].map((each) => codeOf(archive(most + 1, most + 1, 8, each)))).toEqual([
      'WorkbookTooLarge',
      'WorkbookTooLarge',
    ]);
  });

  it('refuses what is no archive', () => {
    const others = ['', 'PK', '<html>'.repeat(10), '名称,满分\n'.repeat(10)].map((text) => Buffer.from(text));
    expect([...others, archive(10, 10, 99)].map(codeOf)).toEqual(Array(5).fill('NotAWorkbook'));
  });

  it('tells any damage to a workbook as a refusal', async () => {
    const bytes = await honest();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, by, cut) => {
          const damaged = Uint8Array.from(cut ? bytes.subarray(0, at) : bytes);
          if (!cut) damaged[at] = (damaged[at] ?? 0) ^ by;
          const outcome = await rowsOf(damaged, { titles }).then(
            (rows) => (Array.isArray(rows) ? 'read' : 'odd'),
            (error: Error) => error.name,
          );
          expect(['read', 'InvalidInput']).toContain(outcome);
        },
      ),
      { numRuns: 150 },
    );
  });
});

import type { SheetRow } from './decisions.ts';

/** The first sheet of a workbook as rows of cells; undefined for a file that is none. */
export async function readWorkbook(file: Blob): Promise<readonly SheetRow[] | undefined> {
  const { default: xlsx } = await import('@e965/xlsx/dist/xlsx.mini.min');
  try {
    const book = xlsx.read(new Uint8Array(await file.arrayBuffer()), { type: 'array' });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    return sheet && xlsx.utils.sheet_to_json<SheetRow>(sheet, { header: 1, raw: true, blankrows: true });
  } catch {
    // whatever the reader stumbles over: it is no workbook that can be read
    return undefined;
  }
}

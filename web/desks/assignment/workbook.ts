/** 700 KB, as the API takes it. */
export const largestWorkbook = 700 * 1024;

/** The bytes of a chosen file as the API takes them. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Where a mistake of a workbook stands: `rows.7.姓名` is row 7, column 姓名; others concern the whole. */
export function cellOf(path: string): { readonly row: string; readonly column: string } {
  const [, row = '', column = ''] = /^rows\.(\d+)(?:\.(.*))?$/.exec(path) ?? [];
  return { row, column };
}

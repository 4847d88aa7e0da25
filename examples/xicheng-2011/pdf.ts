/**
 * A PDF of one A4 page with one line of text below the other, by hand: five objects, a cross-reference table with the
 * true offsets, no compression. The font is the reader's own Song type (STSong-Light), named and not embedded.
 */
export function pdfOf(lines: readonly string[]): Uint8Array {
  const text = lines.map((line, i) => `1 0 0 1 72 ${760 - 28 * i} Tm <${hexOf(line)}> Tj`).join('\n');
  const content = `BT\n/F1 14 Tf\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  return new TextEncoder().encode(assemble(objects));
}

/** Every character is ASCII by now, so that offsets in characters are offsets in bytes. */
function assemble(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return (
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
    `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  );
}

/** UCS-2, big-endian, as the encoding UniGB-UCS2-H reads it. */
const hexOf = (line: string): string =>
  Array.from({ length: line.length }, (_, i) => line.charCodeAt(i).toString(16).padStart(4, '0')).join('');

/**
 * What pdf.js fetches while it reads: character maps for Chinese fonts that a file does not embed, the standard fonts,
 * and the decoders of scans (JBIG2, JPEG 2000). All of them from our own origin, each only when a file needs it.
 */
const addresses = import.meta.glob<string>(
  [
    '../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
    '../../node_modules/pdfjs-dist/wasm/*.{wasm,js}',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
);

const byName = new Map(Object.entries(addresses).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]));

/** Hands pdf.js its data by file name. */
export class BinaryData {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = byName.get(filename);
    const response = url === undefined ? undefined : await fetch(url);
    if (!response?.ok) throw new Error(`pdf.js has no ${filename}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

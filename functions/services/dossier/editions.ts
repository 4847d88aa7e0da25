import { gzipSync } from 'node:zlib';
import type { Edition } from '#domain/dossier/record';
import { type DossierLine, openSeal, publicPart } from '#domain/dossier/seal';
import type { Context } from '../context.ts';

/** Text is packed in pieces of this size, so that a file of 33,055 applications never stands in memory as text. */
const PIECE = 4 * 1024 * 1024;

/** One file that grows line by line. */
function openFile() {
  const seal = openSeal();
  const packed: Uint8Array[] = [];
  let text: string[] = [];
  let size = 0;
  let lines = 0;
  const pack = (): void => {
    if (text.length > 0) packed.push(gzipSync(text.join('')));
    text = [];
    size = 0;
  };
  return {
    write(of: DossierLine): void {
      const line = seal.line(of);
      text.push(line);
      lines += 1;
      size += line.length;
      if (size > PIECE) pack();
    },
    end(): { bytes: Uint8Array; lines: number; root: string } {
      this.write({ kind: 'end', counts: seal.counts() });
      pack();
      return { bytes: Buffer.concat(packed), lines, root: seal.root() };
    },
  };
}

export type Editions = {
  readonly write: (line: DossierLine) => void;
  /** Puts both files into the bucket. */
  readonly keep: (ctx: Context, folder: string) => Promise<{ public: Edition; full: Edition }>;
};

/** Both editions of a dossier, written at once: every line goes to the full one, and its public part to the other. */
export function openEditions(): Editions {
  const files = { public: openFile(), full: openFile() };
  const kept = async (ctx: Context, folder: string, name: 'public' | 'full'): Promise<Edition> => {
    const { bytes, lines, root } = files[name].end();
    const objectKey = `${folder}/${name}.ndjson.gz`;
    const objectVersion = await ctx.bucket.putBytes(objectKey, bytes, 'application/gzip');
    return { objectKey, objectVersion, size: bytes.length, lines, root };
  };
  return {
    write(line) {
      files.full.write(line);
      const part = publicPart(line);
      if (part) files.public.write(part);
    },
    keep: async (ctx, folder) => ({
      public: await kept(ctx, folder, 'public'),
      full: await kept(ctx, folder, 'full'),
    }),
  };
}

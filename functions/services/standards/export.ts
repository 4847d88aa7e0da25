import { Buffer } from 'node:buffer';
import * as z from 'zod';
import { standardBook } from '#documents/standard-book';
import { workbookType } from '#documents/table';
import { StandardContent } from '#domain/standards';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import type { StandardDocument } from './content.ts';
import { StandardRef } from './publish.ts';
import { visibleStandard } from './visible.ts';

export const ExportStandardInput = StandardRef.extend({ format: z.enum(['xlsx', 'json']) });

/** A file as an answer carries it: small enough to need no link. */
export type AnsweredFile = { readonly fileName: string; readonly contentType: string; readonly base64: string };

/** What no file system takes in a name. */
const unsafe = /[\p{Cc}\p{Cf}/\\:*?"<>|]/gu;

const jsonOf = (content: StandardContent): Uint8Array => {
  const document: z.infer<typeof StandardDocument> = { format: 'xuechuang-standard/1', ...content };
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
};

/** A standard as a file that an import reads again: what it says, and not which one it is. */
export async function exportStandard(ctx: Context, input: z.input<typeof ExportStandardInput>): Promise<AnsweredFile> {
  const { standardId, standardVersion, format } = parse(ExportStandardInput, input);
  const standard = await visibleStandard(ctx, standardId, standardVersion);
  const content = parse(StandardContent.strip(), standard);
  const bytes = format === 'xlsx' ? await standardBook(content) : jsonOf(content);
  return {
    fileName: `${standard.name.replace(unsafe, '_')}-v${standardVersion}.${format}`,
    contentType: format === 'xlsx' ? workbookType : 'application/json',
    base64: Buffer.from(bytes).toString('base64'),
  };
}

import { Buffer } from 'node:buffer';
import * as z from 'zod';
import { standardFromBook } from '#documents/standard-book';
import { invalidField } from '#domain/errors';
import { checkDepth, StandardContent } from '#domain/standards';
import { parse, refuseFields } from '../require.ts';

/** An item of the table holds 400 KB, and the answer of an import is kept as one too. */
const longest = 300_000;

/** 700 KB in base64. */
const longestWorkbook = 960_000;

/** A standard as a JSON file. */
export const StandardDocument = StandardContent.extend({ format: z.literal('xuechuang-standard/1') });

/** What an import brings: a workbook or a JSON document, one of them. */
export const ImportedContent = z.strictObject({
  /** An .xlsx file in base64, at most 700 KB. */
  workbook: z.base64().max(longestWorkbook).optional(),
  document: StandardDocument.optional(),
});

/** Refuses a standard that is too long to be kept. */
export function requireKeepable(content: object, path: string): void {
  if (Buffer.byteLength(JSON.stringify(content)) <= longest) return;
  throw invalidField(
    path,
    'StandardTooLong',
    '标准内容过长，请精简观测点或说明文字（总计不超过 300 KB）。',
    'The standard is too long. Use fewer points or shorter texts (300 KB in all).',
  );
}

const oneOfBoth = () =>
  invalidField(
    'workbook',
    'OneOfBoth',
    '请上传一个 .xlsx 工作簿（workbook），或一份 JSON 标准（document），二者取一。',
    'Send either an .xlsx workbook (workbook) or a standard in JSON (document).',
  );

/**
 * The standard that an import brings, sound or not; nothing of it when any of it is wrong.
 * @throws AwardError `InvalidInput` at `rows.<number>.<title>` of a workbook, at `document.…` of a document.
 */
export async function importedContent(input: unknown): Promise<StandardContent> {
  const sent = input as { document?: unknown };
  refuseFields(checkDepth(sent.document).map((each) => ({ ...each, path: `document.${each.path}` })));
  const { workbook, document } = parse(ImportedContent, input);
  if ((workbook === undefined) === (document === undefined)) throw oneOfBoth();
  if (document) {
    const { format: _, ...content } = document;
    requireKeepable(content, 'document');
    return content;
  }
  const content = await standardFromBook(Buffer.from(workbook ?? '', 'base64'));
  requireKeepable(content, 'workbook');
  return content;
}

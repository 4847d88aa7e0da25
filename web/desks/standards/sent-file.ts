import type { InputOf } from '#web/api/client.ts';
import { Problem } from '#web/api/problem.ts';
import { standards as m } from '#web/messages/standards.ts';

type Sent = Omit<InputOf<'post', '/standards/import'>, 'categoryId'>;

/** A file as the import takes it: a JSON document as it is, a workbook by its bytes. */
export async function sentFile(file: File): Promise<Sent> {
  if (!/\.json$/i.test(file.name)) return { workbook: base64Of(new Uint8Array(await file.arrayBuffer())) };
  try {
    // The server says of a document that is no standard what is wrong with it.
    return { document: JSON.parse(await file.text()) as Sent['document'] };
  } catch {
    throw new Problem({
      code: 'MalformedJson',
      status: 400,
      title: String(m.notJson.zh),
      titleEn: String(m.notJson.en),
    });
  }
}

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

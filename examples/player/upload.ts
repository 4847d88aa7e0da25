import { createHash } from 'node:crypto';
import type { EvidenceFile } from '../xicheng-2011/evidence.ts';
import { type Client, unless, unlessCutOff } from './client.ts';
import type { FileShape } from './shapes.ts';

type Announced = {
  readonly file: FileShape;
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
};

type Destination = {
  /** Where it is announced; files of everybody but objectors at one place. */
  readonly path?: '/files' | '/public/objection-seals';
  /** What the announcement says beside name, type, size and hash: its purpose and whose it is. */
  readonly about: Readonly<Record<string, string>>;
  /** Names the upload among the requests of its person. */
  readonly step: string;
};

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whether the bucket took the bytes. It does not by a form of an earlier run: that has expired, or leads nowhere. */
async function send({ upload }: Announced, { bytes, contentType, fileName }: EvidenceFile): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type: contentType }), fileName);
  const response = await unlessCutOff(fetch(upload.url, { method: 'POST', body: form }));
  if (!response) return false;
  await response.arrayBuffer();
  if (response.status === 403) return false;
  if (!response.ok) throw new Error(`the upload of ${fileName} was refused: ${response.status}`);
  return true;
}

/**
 * Announces a file, sends its bytes to the bucket by the form that it is given, and has them confirmed. What an earlier
 * run announced may have arrived then: that is asked first, so that the file stays the same one.
 */
export async function upload(
  client: Client,
  { path = '/files', about, step }: Destination,
  file: EvidenceFile,
): Promise<string> {
  const { bytes, contentType, fileName } = file;
  const announcement = { ...about, fileName, contentType, size: bytes.length, sha256: sha256Of(bytes) };
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const announce = `${step}/announce/${attempt}`;
    const { answer: announced, replayed } = await client.posted<Announced>(path, announce, announcement);
    const { fileId } = announced.file;
    const confirm = () => client.post(`${path}/${fileId}/confirm`, `${step}/confirm/${attempt}`);
    if (replayed && (await unless('UploadMissing', confirm()))) return fileId;
    if (!(await send(announced, file))) continue;
    await confirm();
    return fileId;
  }
  throw new Error(`no form took ${fileName}`);
}

/** Reads a file back by its link; whether it is byte for byte what was sent. A link leads nowhere after a restart. */
export async function isSame(client: Client, fileId: string, { bytes }: EvidenceFile): Promise<boolean> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const { url } = await client.get<{ url: string }>(`/files/${fileId}/link`);
    const read = await unlessCutOff(fetch(url).then(async (response) => Buffer.from(await response.arrayBuffer())));
    if (read) return read.equals(bytes);
  }
  return false;
}

import { type EvidenceType, evidenceTypeNames, evidenceTypes } from '#domain/evidence';
import { ask } from '#web/api/client.ts';
import { Unreachable } from '#web/api/problem.ts';
import { sha256Of } from '#web/kit/digest.ts';

export type SealFault = { readonly kind: 'type' } | { readonly kind: 'size'; readonly limit: number };

export const isSealType = (type: string): type is EvidenceType => evidenceTypeNames.includes(type as EvidenceType);

/** Why a file cannot be the scan of a seal; undefined when it can. */
export function sealFault(file: Pick<File, 'type' | 'size'>): SealFault | undefined {
  if (!isSealType(file.type)) return { kind: 'type' };
  const { limit } = evidenceTypes[file.type];
  return file.size > limit ? { kind: 'size', limit: limit / 2 ** 20 } : undefined;
}

/** Announces the scan, sends it to the bucket and has it checked; nobody needs to be signed in for it. */
export async function uploadSeal(file: File): Promise<{ fileId: string; fileName: string }> {
  const sha256 = await sha256Of(await file.arrayBuffer());
  const { file: announced, upload } = await ask('post', '/public/objection-seals', {
    fileName: file.name,
    contentType: file.type as EvidenceType, // `sealFault` let it through
    size: file.size,
    sha256,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', file);
  const sent = await fetch(upload.url, { method: 'POST', body: form }).catch((cause: unknown) => {
    throw new Unreachable('no connection', { cause });
  });
  if (!sent.ok) throw new Unreachable(`status ${sent.status}`);
  await ask('post', '/public/objection-seals/{fileId}/confirm', { fileId: announced.fileId });
  return { fileId: announced.fileId, fileName: announced.fileName };
}

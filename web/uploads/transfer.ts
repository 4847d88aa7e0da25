import type { EvidenceType } from '#domain/evidence';
import { type AnswerOf, ask } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { sha256Of } from '#web/kit/digest.ts';
import { forgetUpload, type KeptUpload, keepUpload, unfinishedUploads } from './parts-kept.ts';
import { patiently } from './patience.ts';
import { type Place, samePlace } from './place.ts';
import { BucketRefused, send, sendForm } from './send.ts';

export type UploadedFile = AnswerOf<'post', '/files/{fileId}/confirm'>;

/** A file that was looked at, ready to go. */
export type Ready = {
  readonly file: File;
  readonly type: EvidenceType;
  readonly fileName: string;
  readonly sha256: string;
  readonly place: Place;
  /** The same when it is tried again, so that it is announced once. */
  readonly key: string;
};

export type Told = {
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly sent: (done: number) => void;
  readonly waiting: (isWaiting: boolean) => void;
  /** It goes on from so much of an earlier upload. */
  readonly resumed: (done: number) => void;
  readonly confirming: () => void;
};

/** Above this a file goes in parts: smaller ones are quicker sent anew. */
export const IN_PARTS_ABOVE = 16 * 2 ** 20;

const HEAD = 2 ** 20;

/** Name, size, time of change and the first megabyte: the same file, as far as one can tell without reading it all. */
export async function fingerprintOf(file: File): Promise<string> {
  const head = await sha256Of(await file.slice(0, HEAD).arrayBuffer());
  return JSON.stringify([file.name, file.size, file.lastModified, head]);
}

/** An earlier upload of the same file to the same place. */
export async function earlierOf(file: File, place: Place): Promise<KeptUpload | undefined> {
  if (file.size <= IN_PARTS_ABOVE) return undefined;
  const kept = (await unfinishedUploads()).filter((each) => samePlace(each.place, place));
  if (kept.length === 0) return undefined;
  const fingerprint = await fingerprintOf(file);
  return kept.find((each) => each.fingerprint === fingerprint);
}

/** Uploads a file and has it confirmed; goes on over broken connections, and from an earlier upload's parts. */
export async function transfer(ready: Ready, told: Told): Promise<UploadedFile> {
  const patience = { signal: told.signal, waiting: told.waiting };
  const inParts = ready.file.size > IN_PARTS_ABOVE;
  const fileId = inParts ? await sendInParts(ready, told) : await sendAtOnce(ready, told);
  told.confirming();
  const confirmed = await patiently(() => confirm(fileId, `${ready.key}/confirm`), patience);
  await forgetUpload(fileId);
  return confirmed;
}

const confirm = (fileId: string, key: string): Promise<UploadedFile> =>
  ask('post', '/files/{fileId}/confirm', { fileId }, { key });

const factsOf = ({ file, type, fileName, sha256 }: Ready) => ({
  fileName,
  contentType: type,
  size: file.size,
  sha256,
});

async function sendAtOnce(ready: Ready, told: Told): Promise<string> {
  const { file, place, key } = ready;
  const announce = () => ask('post', '/files', { ...factsOf(ready), ...place }, { key });
  const announced = await patiently(announce, told);
  await patiently(
    () => sendForm(announced.upload, file, told.signal, (bytes) => told.sent(Math.min(1, bytes / file.size))),
    told,
  );
  return announced.file.fileId;
}

type Parts = AnswerOf<'get', '/files/{fileId}/parts'>['parts'];

/** The parts of an upload that this machine kept, unless the bucket has forgotten it or it is done or removed. */
async function partsOfEarlier(
  { file, place }: Ready,
  told: Told,
): Promise<{ kept: KeptUpload; parts: Parts } | undefined> {
  const kept = await earlierOf(file, place);
  if (!kept) return undefined;
  try {
    const { parts } = await patiently(() => ask('get', '/files/{fileId}/parts', { fileId: kept.fileId }), told);
    return { kept, parts };
  } catch (error) {
    if (!isProblem(error) || error.code === 'NotSignedIn') throw error;
    await forgetUpload(kept.fileId);
    return undefined;
  }
}

async function begun(ready: Ready, told: Told): Promise<{ kept: KeptUpload; parts: Parts }> {
  const earlier = await partsOfEarlier(ready, told);
  if (earlier) return earlier;
  const announce = () => ask('post', '/files/in-parts', { ...factsOf(ready), ...ready.place }, { key: ready.key });
  const { file } = await patiently(announce, told);
  const { fileId } = file;
  const { parts } = await patiently(() => ask('get', '/files/{fileId}/parts', { fileId }), told);
  const { place, sha256 } = ready;
  const fingerprint = await fingerprintOf(ready.file);
  return { parts, kept: { fileId, place, sha256, fingerprint, fileName: ready.fileName, done: 0, at: Date.now() } };
}

const sizeOf = (parts: Parts): number => parts.reduce((total, { size }) => total + size, 0);

async function sendInParts(ready: Ready, told: Told): Promise<string> {
  const { kept, parts } = await begun(ready, told);
  const { fileId } = kept;
  const total = ready.file.size;
  let sent = sizeOf(parts.filter(({ isThere }) => isThere));
  if (sent > 0) told.resumed(sent / total);
  await keepUpload({ ...kept, done: sent / total, at: Date.now() });
  for (const part of parts.filter(({ isThere }) => !isThere)) {
    const from = (part.partNumber - 1) * (parts[0]?.size ?? 0);
    const body = ready.file.slice(from, from + part.size);
    await sendPart(fileId, part, body, { ...told, sent: (bytes) => told.sent((sent + bytes) / total) });
    sent += part.size;
    await keepUpload({ ...kept, done: sent / total, at: Date.now() });
  }
  return fileId;
}

/** One part; with a new link where the last has expired while the connection was gone. */
async function sendPart(fileId: string, part: Parts[number], body: Blob, told: Told): Promise<void> {
  let url = part.url;
  const put = async (): Promise<void> => {
    if (url === undefined) {
      const { parts } = await ask('get', '/files/{fileId}/parts', { fileId });
      const now = parts.find(({ partNumber }) => partNumber === part.partNumber);
      // It arrived although its answer did not.
      if (now?.isThere) return;
      url = now?.url ?? '';
    }
    await send({ method: 'PUT', url, body, signal: told.signal, told: told.sent });
  };
  await patiently(async () => {
    try {
      await put();
    } catch (error) {
      const isExpired = error instanceof BucketRefused && error.status === 403 && url !== undefined;
      url = undefined;
      if (!isExpired) throw error;
      await put();
    }
  }, told);
}

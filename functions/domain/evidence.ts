import * as z from 'zod';
import type { TransitionTable } from './transitions.ts';

/** What may be uploaded, with the size limit in bytes and the first bytes that such a file begins with. */
export const evidenceTypes = {
  'application/pdf': { extensions: ['pdf'], limit: 200 * 2 ** 20, magic: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
  'image/jpeg': { extensions: ['jpg', 'jpeg'], limit: 30 * 2 ** 20, magic: [[0xff, 0xd8, 0xff]] },
  'image/png': {
    extensions: ['png'],
    limit: 30 * 2 ** 20,
    magic: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  },
} as const;
export type EvidenceType = keyof typeof evidenceTypes;

export const evidenceTypeNames = Object.keys(evidenceTypes) as [EvidenceType, ...EvidenceType[]];

/** Whether the first bytes of a file are those of its type; a name or a header alone proves nothing. */
export const looksLike = (type: EvidenceType, head: Uint8Array): boolean =>
  evidenceTypes[type].magic.some((magic) => magic.every((byte, at) => head[at] === byte));

/** A large file goes up in parts of so many bytes (the last may be smaller), so that a broken upload goes on where it was. */
export const PART_SIZE = 8 * 2 ** 20;

/** The parts of a file, numbered from 1, as S3 has it. */
export const partsOf = (size: number): { readonly partNumber: number; readonly size: number }[] =>
  Array.from({ length: Math.ceil(size / PART_SIZE) }, (_, at) => ({
    partNumber: at + 1,
    size: Math.min(PART_SIZE, size - at * PART_SIZE),
  }));

/**
 * A file in the bucket: evidence for an observation point, or a document of an organization, an objection or a
 * site visit (`purpose`). Its bytes are pinned by `versionId` once they were checked.
 */
export const EvidenceFile = z.object({
  fileId: z.string(),
  /** What it belongs to: `application/<id>`, `organization/<id>`, `objection/<id>`. */
  ownerId: z.string(),
  purpose: z.enum(['evidence', 'letter', 'seal', 'signed-sheet']),
  pointId: z.string().optional(),
  fileName: z.string(),
  contentType: z.enum(evidenceTypeNames),
  size: z.int().min(1),
  /** SHA-256 of the bytes, lower-case hex. */
  sha256: z.string(),
  status: z.enum(['announced', 'confirmed', 'removed']),
  objectKey: z.string(),
  objectVersion: z.string().optional(),
  /** S3's name of an upload in parts. */
  uploadId: z.string().optional(),
  uploadedBy: z.string(),
  at: z.string(),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

export const fileTransitions = {
  confirm: { from: ['announced'], to: 'confirmed' },
  remove: { from: ['announced', 'confirmed'], to: 'removed' },
} as const satisfies TransitionTable<EvidenceFile['status']>;

import { type EvidenceType, evidenceTypeNames, evidenceTypes, looksLike } from '#domain/evidence';
import { sizeText } from '#web/kit/size.ts';
import { uploads } from '#web/messages/files.ts';
import type { Said } from '#web/messages/say.ts';

/** As many first bytes as are needed to tell one kind of file from another. */
export const HEAD = 16;

type Looked = { readonly type: EvidenceType } | { readonly refused: Said };

const begins = (head: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((character, i) => head[at + i] === character.charCodeAt(0));

/** Kinds that people try, with what to do about each. */
function refusalFor(head: Uint8Array): Said {
  if (begins(head, 'PK\x03\x04') || begins(head, '\xd0\xcf\x11\xe0') || begins(head, 'Rar!')) return uploads.office;
  if (begins(head, 'ftyp', 4) && /^(hei|hev|mif|msf)/.test(String.fromCharCode(...head.slice(8, 12)))) {
    return uploads.heic;
  }
  const pictures = ['GIF8', 'BM', 'II*\0', 'MM\0*'];
  if (begins(head, 'WEBP', 8) || pictures.some((magic) => begins(head, magic))) return uploads.otherPicture;
  return uploads.unknownType;
}

/** What a file is by its first bytes, and whether it may be uploaded; a name or the browser's word prove nothing. */
export function lookAt(size: number, head: Uint8Array): Looked {
  if (size === 0) return { refused: uploads.empty };
  const type = evidenceTypeNames.find((each) => looksLike(each, head));
  return type === undefined ? { refused: refusalFor(head) } : { type };
}

/** Why a file of that type is too large, if it is. */
export function tooLarge(type: EvidenceType, size: number): Said | undefined {
  const { limit } = evidenceTypes[type];
  return size > limit ? uploads.tooLarge(sizeText(size), sizeText(limit)) : undefined;
}

/** The name with an ending of its type, so that a photo called `image` or `.jfif` is taken. */
export function namedAs(type: EvidenceType, name: string): string {
  const { extensions } = evidenceTypes[type];
  const isNamed = extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
  return isNamed ? name : `${name.replace(/\.[a-z]{2,5}$/i, '')}.${extensions[0]}`;
}

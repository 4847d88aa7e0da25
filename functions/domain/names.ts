import * as z from 'zod';
import { type Refusal, refuse } from './fields.ts';

const invisible = /\p{Cf}/gu;
const openingBrackets = /[〔[【〖{〘〚「『《〈<]/g;
const closingBrackets = /[〕\]】〗}〙〛」』》〉>]/g;

/** The dots that keyboards offer for the one of 阿卜杜拉·买买提. */
const middleDots = /[•‧∙⋅・]/g;

/** A space beside a Chinese character is typing, not spelling. */
const idleSpaces = /(?<=\p{sc=Han}) | (?=\p{sc=Han})/gu;

/**
 * The key by which two spellings of one name are found to be the same: NFKC, no invisible or bidirectional marks,
 * one kind of bracket and of middle dot, no idle spaces. For comparison only, never for display.
 */
export const normalizeName = (name: string): string =>
  name
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(openingBrackets, '(')
    .replace(closingBrackets, ')')
    .replace(middleDots, '·')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(idleSpaces, '');

const shortest = 2;
const longest = 80;
const longestFileName = 120;

const tooShort: Refusal = {
  code: 'NameTooShort',
  zh: `名称不能少于 ${shortest} 个字。`,
  en: `A name has at least ${shortest} characters.`,
};
const tooLong = (length: number): Refusal => ({
  code: 'NameTooLong',
  zh: `名称不能超过 ${longest} 个字，现为 ${length} 个。`,
  en: `A name has at most ${longest} characters; this one has ${length}.`,
});
const fileNameTooLong = (length: number): Refusal => ({
  code: 'NameTooLong',
  zh: `文件名不能超过 ${longestFileName} 个字，现为 ${length} 个。`,
  en: `A file name has at most ${longestFileName} characters; this one has ${length}.`,
});
const hiddenCharacter: Refusal = {
  code: 'NameHiddenCharacter',
  zh: '名称中含有换行、控制或不可见字符，请手工重新输入。',
  en: 'The name holds line breaks, control or invisible characters. Type it anew.',
};
const emoji: Refusal = {
  code: 'NameEmoji',
  zh: '名称中不能使用表情符号。',
  en: 'A name cannot hold emoji.',
};

const noLetter: Refusal = {
  code: 'NameNoLetter',
  zh: '名称中没有文字，请填写全称。',
  en: 'The name holds no letter. Enter it in full.',
};

/** Control, format (bidirectional, zero-width), private-use and unpaired characters, and line separators. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** Pictures and what builds them. © and ™ count as pictographs in Unicode, yet stand in names of units. */
const pictures = /(?![©®™])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{FE0F}|\u{20E3})/u;

function nameFault(name: string): Refusal | null {
  const length = [...name].length;
  if (length > longest) return tooLong(length);
  if (pictures.test(name)) return emoji;
  if (unprintable.test(name)) return hiddenCharacter;
  if (length < shortest) return tooShort;
  return /\p{L}/u.test(name) ? null : noLetter;
}

const pathCharacters: Refusal = {
  code: 'FileNamePath',
  zh: '文件名不能含有 / \\ : * ? " < > |，也不能以点开头。',
  en: 'A file name cannot hold / \\ : * ? " < > | nor begin with a dot.',
};

/** A name that is safe on every desk: no paths, nothing that turns or hides its ending; at most 120 code points. */
export const FileName = z.string().transform((text, context) => {
  const name = text.trim().normalize('NFC');
  const length = [...name].length;
  if (length < shortest) return refuse(context, tooShort);
  if (length > longestFileName) return refuse(context, fileNameTooLong(length));
  if (unprintable.test(name)) return refuse(context, hiddenCharacter);
  return /[/\\:*?"<>|]|^\./.test(name) ? refuse(context, pathCharacters) : name;
});

/**
 * The name of a unit or a person as it will be printed: NFC, trimmed, 2–80 code points (𠮷 is one).
 * NameTooShort, NameTooLong, NameHiddenCharacter, NameEmoji.
 */
export const DisplayName = z.string().transform((text, context) => {
  const name = text.trim().normalize('NFC');
  const fault = nameFault(name);
  return fault ? refuse(context, fault) : name;
});

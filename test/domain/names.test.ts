import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFields } from '#domain/fields';
import { DisplayName, normalizeName } from '#domain/names';

describe('the key of a name', () => {
  it.each([
    ['北京市西城区（金融街）', '北京市西城区(金融街)'],
    ['北京市西城区〔金融街〕', '北京市西城区[金融街]'],
    ['北京市【西城】', '北京市［西城］'],
    ['北京市 西城区', ' 北京市西城区\u3000'],
    ['ＡＢＣ 学习  中心', 'ABC学习中心'],
    ['阿卜杜拉·买买提', '阿卜杜拉•买买提'],
    ['阿卜杜拉・买买提', '阿卜杜拉･买买提'],
    ['Cafe\u200B\u0301 学社', 'Caf\u00E9学社'],
    ['西城\u202E学校', '西城学校'],
    ['西\u200B城\u2066学\u2069校\uFEFF\u200E', '西城学校'],
  ])('is the same for %j and %j', (one, other) => {
    expect(normalizeName(one)).toBe(normalizeName(other));
  });

  it('keeps apart what differs', () => {
    expect(normalizeName('𠮷野学校')).not.toBe(normalizeName('吉野学校'));
    expect(normalizeName('A B')).toBe('A B');
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (name) => {
        expect(normalizeName(normalizeName(name))).toBe(normalizeName(name));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a name for display', () => {
  it.each([
    ['𠮷林', '𠮷林'],
    ['  北京市第八中学 ', '北京市第八中学'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['华为®(北京)公司', '华为®(北京)公司'],
    ['𠮷'.repeat(80), '𠮷'.repeat(80)],
    ['Cafe\u0301 学社', 'Caf\u00E9 学社'],
  ])('accepts %j', (text, name) => {
    expect(parseFields(DisplayName, text)).toBe(name);
  });

  it.each([
    ['学', 'NameTooShort'],
    ['𠮷', 'NameTooShort'],
    ['   ', 'NameTooShort'],
    ['[]', 'NameNoLetter'],
    ['（）〔〕', 'NameNoLetter'],
    ['2026', 'NameNoLetter'],
    ['学'.repeat(81), 'NameTooLong'],
    ['学'.repeat(2000), 'NameTooLong'],
    ['学习\n社区', 'NameHiddenCharacter'],
    ['学习\u0000社区', 'NameHiddenCharacter'],
    ['学习\u202E社区', 'NameHiddenCharacter'],
    ['学习\u2066社区\u2069', 'NameHiddenCharacter'],
    ['学习\u200B社区', 'NameHiddenCharacter'],
    ['学习\uD800社区', 'NameHiddenCharacter'],
    ['学习\uE000社区', 'NameHiddenCharacter'],
    ['学习😀社区', 'NameEmoji'],
    ['学习❤️社区', 'NameEmoji'],
    ['👨‍👩‍👧家庭', 'NameEmoji'],
    ['学习🇨🇳社区', 'NameEmoji'],
    ['第1️⃣社区', 'NameEmoji'],
  ])('refuses %j as %s', (text, code) => {
    expect(() => parseFields(DisplayName, text, 'name')).toThrow(
      expect.objectContaining({
        code: 'InvalidInput',
        fields: [expect.objectContaining({ path: 'name', code })],
      }),
    );
  });

  it('tells how long a name is that is too long', () => {
    expect(() => parseFields(DisplayName, '学'.repeat(2000), 'name')).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ zh: '名称不能超过 80 个字，现为 2000 个。' })] }),
    );
  });
});

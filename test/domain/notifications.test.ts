import { describe, expect, it } from 'vitest';
import { compose, deadlineInWords, type Notice } from '#domain/notifications';

describe('deadlineInWords', () => {
  it('tells midnight as 24:00 of the day before, over the end of a year too', () => {
    expect(deadlineInWords('2026-03-10T00:00:00.000+08:00')).toEqual({
      zh: '2026年3月9日24:00(北京时间)',
      en: '24:00 on 09 March 2026 (Beijing time)',
    });
    expect(deadlineInWords('2027-01-01T00:00:00.000+08:00').zh).toBe('2026年12月31日24:00(北京时间)');
  });

  it('tells any instant as Beijing time', () => {
    expect(deadlineInWords('2026-03-31T10:00:00Z').zh).toBe('2026年3月31日18:00(北京时间)');
  });
});

describe('compose', () => {
  const notice: Notice = {
    to: 'representative',
    due: 'act',
    zh: { subject: '退回', body: '“{unit}”请于{deadline}前修改。' },
    en: { subject: 'Returned', body: '"{unit}": correct it before {deadline}.' },
  };
  const deadline = '2026-03-10T00:00:00.000+08:00';

  it('writes Chinese first and English second, with the deadline and the office that signs', () => {
    const { subject, text } = compose(notice, { unit: '云锦甲企业', deadline, issuer: '示范区学习办' });
    expect(subject).toBe('【学创】退回 / Returned');
    const paragraphs = text.split('\n\n');
    expect([paragraphs[0], paragraphs[2], paragraphs[4]]).toEqual([
      '“云锦甲企业”请于2026年3月9日24:00(北京时间)前修改。',
      '示范区学习办',
      '"云锦甲企业": correct it before 24:00 on 09 March 2026 (Beijing time).',
    ]);
  });

  it('would rather fail than send a message with a hole in it', () => {
    expect(() => compose(notice, { unit: '云锦甲企业' })).toThrow('a message lacks its deadline');
    expect(() => compose(notice, { deadline })).toThrow('a message lacks its unit');
  });

  it('keeps a name from forging lines, and a name with braces from being filled in', () => {
    const forged = compose(
      { ...notice, zh: { subject: '{unit}', body: '{unit}' } },
      { unit: '甲\r\nBcc: x {cycle}', deadline },
    );
    expect(forged.subject).toBe('【学创】甲 Bcc: x {cycle} / Returned');
    expect(forged.text.split('\n')[0]).toBe('甲 Bcc: x {cycle}');
  });
});

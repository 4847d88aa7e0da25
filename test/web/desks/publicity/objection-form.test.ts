import { describe, expect, it } from 'vitest';
import { filedOf, placeOf } from '#web/desks/publicity/objection-form.ts';

describe('the form of an objection', () => {
  it('says what a person typed, and nothing of the fields that were not asked', () => {
    const fields = { about: 'omission', omitted: ' 锦河社区 ', applicationId: 'a', grounds: ' 事实 ' } as const;
    const who = { by: 'person', name: ' 柏溪午 ', unit: '无', phone: '19900009001', contact: 'x' } as const;
    expect(filedOf({ ...fields, ...who })).toEqual({
      target: { kind: 'omission', name: '锦河社区' },
      grounds: '事实',
      objector: { kind: 'person', name: '柏溪午', unit: '无', phone: '19900009001' },
    });
  });

  it('carries the seal of a unit only when there is one', () => {
    const unit = { about: 'procedure', grounds: '事实', by: 'unit', name: '', unitName: '某公司' } as const;
    const objector = { kind: 'unit', name: '某公司', contact: '' };
    expect(filedOf(unit)).toEqual({ target: { kind: 'procedure' }, grounds: '事实', objector });
    expect(filedOf({ ...unit, sealFileId: 'file-1' }).objector).toEqual({ ...objector, sealFileId: 'file-1' });
  });

  it('finds the field that the server means', () => {
    expect(placeOf('objector.name', 'person')).toBe('name');
    expect(placeOf('objector.name', 'unit')).toBe('unitName');
    expect(placeOf('target.applicationId', 'unit')).toBe('applicationId');
    expect(placeOf('elsewhere', 'unit')).toBeUndefined();
  });
});

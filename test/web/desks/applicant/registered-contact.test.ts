import { describe, expect, it } from 'vitest';
import { fieldsOf } from '#web/desks/applicant/form-draft.ts';
import { contactFields, offeredTo } from '#web/desks/applicant/registered-contact.ts';

const contact = contactFields({ name: '王梅', phone: '010-88886666' });
const blank = fieldsOf({ profile: '', practices: '', results: '', features: '', contactName: '', contactPhone: '' });
const kept = (fields: typeof blank) => ({ version: 1, fields });

describe('the contact of the unit’s registration', () => {
  it('stands in a form that nobody has written in', () => {
    expect(offeredTo({ base: kept(blank), mine: blank }, contact)).toEqual({
      'form.contactName': '王梅',
      'form.contactPhone': '010-88886666',
    });
  });

  it('replaces nothing, neither of the server’s nor of what is just written', () => {
    const mine = { ...blank, 'form.contactPhone': '13800000000' };
    expect(offeredTo({ base: kept(blank), mine }, contact)).toEqual({});
    const begun = { ...blank, 'form.profile': '职工八百人。' };
    expect(offeredTo({ base: kept(begun), mine: begun }, contact)).toEqual({});
  });
});

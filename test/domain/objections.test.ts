import { describe, expect, it } from 'vitest';
import {
  defectsOf,
  inadmissibleReason,
  isMaterialChange,
  isOpenObjection,
  mayHaveEffect,
  type ObjectionEffect,
  type ObjectionVerdict,
  type Objector,
  objectionStatuses,
} from '#domain/objections';

const lastDay = '2026-09-24';
const citizen: Objector = { kind: 'person', name: '柏溪午', unit: '无', phone: '19900009001' };
const unit: Objector = { kind: 'unit', name: '文澜区读书会', contact: '邹念初 19900009002' };
const defects = (objector: Objector, more: Partial<Parameters<typeof defectsOf>[0]> = {}) =>
  defectsOf({ objector, sealed: false, lastDay, ...more });

describe('what makes an objection inadmissible', () => {
  it('is nothing in one with name, unit and phone, or with name, contact and seal', () => {
    expect(defects(citizen)).toEqual([]);
    expect(defects(unit, { sealed: true })).toEqual([]);
  });

  it.each<[string, Objector, string[]]>([
    ['no name', { ...citizen, name: '' }, ['anonymous']],
    ['a name that says there is none', { ...citizen, name: '匿名群众' }, ['anonymous']],
    ['no word about the unit', { ...citizen, unit: '' }, ['unitless']],
    ['no phone', { ...citizen, phone: '' }, ['contactless']],
    ['a phone that is none', { ...citizen, phone: '无----' }, ['contactless']],
    ['a unit without its seal', unit, ['unsealed']],
    ['a unit without contact and seal', { ...unit, contact: '无' }, ['contactless', 'unsealed']],
  ])('is %s', (_, objector, expected) => {
    expect(defects(objector)).toEqual(expected);
  });

  it.each([
    ['2026-09-24', []],
    ['2026-09-25', ['late']],
    [undefined, ['late']],
  ])('is a postmark of %s', (postmarkedOn, expected) => {
    expect(defects(citizen, { letter: { postmarkedOn } })).toEqual(expected);
  });

  it('is told in words', () => {
    expect(inadmissibleReason(['contactless', 'late'])).toBe('不予受理：未留联系方式；邮戳日期晚于公示期或无法辨认。');
  });
});

it('blocks until it is answered or refused', () => {
  expect(objectionStatuses.filter((status) => isOpenObjection({ status }))).toEqual([
    ...['received', 'admitted', 'investigating', 'upheld', 'partly-upheld', 'dismissed'],
  ]);
});

describe('the effect of a verdict', () => {
  const targets = {
    entry: { kind: 'entry', applicationId: 'a' },
    omission: { kind: 'omission', name: '云锦社区' },
    procedure: { kind: 'procedure' },
  } as const;
  const effects: ObjectionEffect[] = [
    { kind: 'none' },
    { kind: 'remove' },
    { kind: 'amend', organizationName: '云锦' },
    { kind: 'add', applicationId: 'b' },
  ];
  const allowed = (target: keyof typeof targets, verdict: ObjectionVerdict) =>
    effects.filter((effect) => mayHaveEffect(targets[target], verdict, effect)).map(({ kind }) => kind);

  it.each<[keyof typeof targets, ObjectionVerdict, string[]]>([
    ['entry', 'uphold', ['remove', 'amend']],
    ['entry', 'upholdPartly', ['none', 'remove', 'amend']],
    ['entry', 'dismiss', ['none']],
    ['omission', 'uphold', ['none', 'add']],
    ['omission', 'dismiss', ['none']],
    ['procedure', 'uphold', ['none']],
  ])('on an objection to %s that is %s may be %j', (target, verdict, expected) => {
    expect(allowed(target, verdict)).toEqual(expected);
  });

  it('is published anew unless it only removes an entry, or changes nothing of one', () => {
    const material = (target: keyof typeof targets, verdict: ObjectionVerdict, effect: ObjectionEffect) =>
      isMaterialChange(targets[target], verdict, effect);
    expect(material('entry', 'uphold', { kind: 'remove' })).toBe(false);
    expect(material('entry', 'uphold', { kind: 'remove', substituteId: 'b' })).toBe(true);
    expect(material('entry', 'upholdPartly', { kind: 'none' })).toBe(false);
    expect(material('entry', 'upholdPartly', { kind: 'amend', organizationName: '云锦' })).toBe(true);
    expect(material('omission', 'uphold', { kind: 'add', applicationId: 'b' })).toBe(true);
    expect(material('procedure', 'upholdPartly', { kind: 'none' })).toBe(true);
    expect(material('procedure', 'dismiss', { kind: 'none' })).toBe(false);
  });
});

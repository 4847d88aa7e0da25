import { expect, it } from 'vitest';
import { applicationDrawKey, reviewerDrawKey } from '#domain/draw-key';

const unit = { categoryId: 'enterprise', areaId: 'yunjin', organizationName: '云锦(甲)企业' };

it('knows a unit by what it is, however its name is typed, and not by an id', () => {
  expect(applicationDrawKey({ ...unit, organizationName: '云锦（甲）企业 ' })).toBe(applicationDrawKey(unit));
  expect(applicationDrawKey({ ...unit, areaId: 'songling' })).not.toBe(applicationDrawKey(unit));
});

it('tells two reviewers of one name apart by their organization', () => {
  const keys = ['甲大学', '乙大学'].map((organizationName) => reviewerDrawKey({ organizationName, name: '王伟' }));
  expect(new Set(keys).size).toBe(2);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blindFileNames, concealed, concealedWithin, ownAssignment, unitConcealments } from '#domain/blinding';
import type { CycleCategory } from '#domain/cycles';
import type { Assignment } from '#domain/reviews';

const as = 'A-7F3K2QX';
const hide = (text: string, ...names: string[]) =>
  concealed(
    text,
    names.map((name) => ({ name, as })),
  );

describe('the name of a blind unit', () => {
  it('is replaced however it is typed: width, brackets, spaces, letters', () => {
    const name = '云锦(示范)ABC企业';
    for (const spelling of [
      '云锦(示范)ABC企业',
      '云锦（示范）ＡＢＣ企业',
      '云锦〔示范〕abc企业',
      '云 锦 [示范] ABC 企业',
    ]) {
      expect(hide(`本单位${spelling}每周学习`, name)).toBe(`本单位${as}每周学习`);
    }
  });

  it('is replaced everywhere, the longest first, and the rest is left as it was', () => {
    expect(hide('甲企业集团与甲企业', '甲企业', '甲企业集团')).toBe(`${as}与${as}`);
    expect(hide('　全角空格　和 𠮷 留着。', '甲企业')).toBe('　全角空格　和 𠮷 留着。');
    expect(hide('甲甲甲', '甲')).toBe('甲甲甲');
  });

  it('is also known without its legal form, where that is still a name', () => {
    const hidden = unitConcealments('云锦学习科技有限公司', as);
    expect(concealed('云锦学习科技的员工', hidden)).toBe(`${as}的员工`);
    expect(unitConcealments('云锦有限公司', as)).toHaveLength(1);
  });

  it('is found in every text of a document, and nothing else changes', () => {
    const document = { report: { parts: ['甲企业的做法', 3], none: undefined }, ok: true, nothing: null };
    expect(concealedWithin(document, [{ name: '甲企业', as }])).toEqual({
      report: { parts: [`${as}的做法`, 3], none: undefined },
      ok: true,
      nothing: null,
    });
  });

  it('never remains in a text, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('云锦甲企业', '云锦', '甲', '企业', ' ', '，', 'ＡＢ', '𠮷')), (parts) => {
        expect(hide(parts.join(''), '云锦甲企业').replace(/ /g, '')).not.toContain('云锦甲企业');
      }),
    );
  });
});

describe('an assignment as its reviewer knows it', () => {
  const assignment: Assignment = {
    assignmentId: 'assignment-1',
    cycleId: 'cycle-2026',
    applicationId: 'case-1',
    categoryId: 'enterprise',
    organizationName: '云锦甲企业',
    reviewerId: 'reviewer-1',
    reviewerName: '专家1',
    status: 'unlocked',
    dueAt: '2026-08-31T18:00:00.000+08:00',
    assignedAt: '2026-07-01T09:00:00.000+08:00',
    submissions: 1,
    reason: '云锦甲企业的分数需核对',
    replaces: 'assignment-0',
    role: 'arbiter',
  };
  const cycleWith = (category: Partial<CycleCategory>) => ({
    // Safe: only the setting is looked at.
    categories: [{ categoryId: 'enterprise', ...category } as CycleCategory],
  });

  it('never tells whom they follow nor that they arbitrate', () => {
    const { replaces: _, role: __, ...own } = assignment;
    expect(ownAssignment(assignment, cycleWith({}))).toEqual(own);
  });

  it('carries the number alone in a blind category, in the reasons too', () => {
    const text = JSON.stringify(ownAssignment(assignment, cycleWith({ blind: true })));
    expect(text).not.toContain('云锦甲企业');
    expect(text).toMatch(/A-\w{8}的分数需核对/);
  });
});

describe('the files of a blind application', () => {
  it('are numbered, and keep their type', () => {
    const names = blindFileNames([
      { fileId: 'file-b', contentType: 'application/pdf' },
      { fileId: 'file-a', contentType: 'image/jpeg' },
    ]);
    expect([...names]).toEqual([
      ['file-b', '佐证材料-1.pdf'],
      ['file-a', '佐证材料-2.jpg'],
    ]);
  });
});

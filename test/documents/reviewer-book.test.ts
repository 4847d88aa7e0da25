import { describe, expect, it } from 'vitest';
import { atCell, reviewerBook, reviewersFromBook } from '#documents/reviewer-book';
import { workbookOf } from '#documents/table';
import type { Reviewer } from '#domain/reviews';

const words = {
  categories: new Map([
    ['enterprise', '企业'],
    ['team', '学习共同体(团队)'],
  ]),
  areas: new Map([
    ['district', '示范区'],
    ['yunjin', '示范区/云锦街道'],
  ]),
};

const reviewer: Reviewer = {
  reviewerId: 'a',
  name: '陈明',
  organizationName: '=示范大学',
  organizationCode: '11310105MB0000019K',
  formerOrganizations: [
    { name: '旧校', creditCode: '12310105MB00000A24', until: '2023-06-30' },
    { name: '工厂', until: '2020-01-01' },
    { name: '商店' },
  ],
  thirdParty: { name: '事务所' },
  outside: true,
  recommender: '总工会',
  categoryIds: ['enterprise', 'team'],
  areaIds: ['yunjin'],
  expertise: ['工作成效', '制度'],
  maximumLoad: 12,
  available: false,
  availableFrom: '2026-07-01',
  availableUntil: '2026-08-31',
  conflicts: [{ organizationId: 'unit', source: 'declared', reason: '保密的理由' }],
};

const titles = [
  '账号',
  '姓名',
  '单位',
  '单位信用代码',
  '评审类别',
  '所在区域',
  '专长',
  '工作量上限',
  '可参加评审',
  '可用起',
  '可用止',
  '曾任职单位',
  '第三方机构',
  '第三方信用代码',
  '区外专家',
  '任职推荐单位',
];
const bookOf = (...rows: Record<string, string | number>[]) =>
  workbookOf([
    {
      name: '专家库',
      columns: titles.map((title) => ({ title })),
      rows: rows.map((row) => titles.map((title) => row[title] ?? null)),
    },
  ]);

describe('the pool as a workbook', () => {
  it('comes back as the profiles that it was made of', async () => {
    const { rows, problems } = await reviewersFromBook(
      await reviewerBook([{ reviewer, username: 'chen' }], words),
      words,
    );
    const { reviewerId: _, conflicts: __, ...profile } = reviewer;
    expect(problems).toEqual([]);
    expect(rows).toEqual([{ row: 2, username: 'chen', profile }]);
  });

  it('holds no conflicts', async () => {
    const text = JSON.stringify(
      await reviewersFromBook(await reviewerBook([{ reviewer, username: 'chen' }], words), words),
    );
    expect(text).not.toContain('保密的理由');
  });

  it('takes dates as a spreadsheet keeps them, and lists in whatever marks are typed', async () => {
    const bytes = await bookOf({
      账号: 'chen',
      可用起: 46204,
      可用止: '2026/8/5',
      评审类别: '企业; 学习共同体（团队）',
      专长: '甲\n乙；丙',
      曾任职单位: '旧校｜｜2023/6/3',
    });
    const { rows, problems } = await reviewersFromBook(bytes, words);
    expect(problems).toEqual([]);
    expect(rows[0]?.profile).toMatchObject({
      availableFrom: '2026-07-01',
      availableUntil: '2026-08-05',
      categoryIds: ['enterprise', 'team'],
      expertise: ['甲', '乙', '丙'],
      formerOrganizations: [{ name: '旧校', until: '2023-06-03' }],
      available: true,
      outside: false,
    });
  });

  it('tells every cell that it cannot read', async () => {
    const bytes = await bookOf(
      { 账号: 'a', 评审类别: '不存在', 所在区域: '云锦街道' },
      { 账号: 'b', 可参加评审: '也许', 区外专家: 'yes' },
    );
    const { problems } = await reviewersFromBook(bytes, words);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'rows.2.评审类别 UnknownCategory',
      'rows.2.所在区域 UnknownArea',
      'rows.3.可参加评审 NotOffered',
      'rows.3.区外专家 NotOffered',
    ]);
  });

  it('refuses another workbook by its columns', async () => {
    const other = await workbookOf([{ name: '别的', columns: [{ title: '账号' }, { title: '性别' }], rows: [] }]);
    await expect(reviewersFromBook(other, words)).rejects.toMatchObject({ code: 'InvalidInput' });
  });

  it.each([
    ['name', '姓名'],
    ['thirdParty.creditCode', '第三方信用代码'],
    ['thirdParty.name', '第三方机构'],
    ['formerOrganizations.0.until', '曾任职单位'],
    ['reviewerId', '账号'],
  ])('tells a problem of %s in the column %s', (path, title) => {
    expect(atCell(7, { path, code: 'X', zh: '', en: '' }).path).toBe(`rows.7.${title}`);
  });
});

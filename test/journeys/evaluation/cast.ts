import { creditCodeOf } from '#examples/xicheng-2011/credit-code';

/** Who takes part: invented people and units of an invented district. */

export const areas = [
  { areaId: 'wenlan', name: '文澜区', level: 'district' },
  { areaId: 'yunjin', name: '云锦街道', level: 'street', parentId: 'wenlan' },
  { areaId: 'songling', name: '松岭街道', level: 'street', parentId: 'wenlan' },
  { areaId: 'hexi', name: '鹤溪街道', level: 'street', parentId: 'wenlan' },
] as const;

export type Unit = {
  readonly key: string;
  readonly categoryId: 'enterprise' | 'community';
  readonly name: string;
  /** The name without its legal form, by which it is known just as well. */
  readonly core: string;
  readonly areaId: string;
  readonly recommender: string;
  readonly creditCode: string;
  /** The composite that the marks of panel, visit and survey are to come to. */
  readonly target: number;
};

const enterprise = (serial: number, core: string, areaId: string, recommender: string, target: number): Unit => ({
  key: `e${serial}`,
  categoryId: 'enterprise',
  name: `${core}有限公司`,
  core,
  areaId,
  recommender,
  creditCode: creditCodeOf('91', serial),
  target,
});

const community = (serial: number, name: string, areaId: string, target: number): Unit => ({
  key: `c${serial}`,
  categoryId: 'community',
  name,
  core: name,
  areaId,
  recommender: '学习办',
  creditCode: creditCodeOf('55', 900 + serial),
  target,
});

/**
 * e3 and e4 come out alike in every criterion, across the cut; e5 takes the seat that is kept for its street, e7 stays
 * below the line and e8, the best of all, is vetoed.
 */
export const units: readonly Unit[] = [
  enterprise(1, '云锦精密（集团）', 'yunjin', '经信局', 95),
  enterprise(2, '云锦纺织科技', 'yunjin', '经信局', 92),
  enterprise(3, '云锦食品工业', 'yunjin', '经信局', 90),
  enterprise(4, '云锦彩色印务', 'yunjin', '总工会', 90),
  enterprise(5, '松岭新型建材', 'songling', '经信局', 85),
  enterprise(6, '松岭现代物流', 'songling', '总工会', 83),
  enterprise(7, '鹤溪电子仪器', 'hexi', '经信局', 70),
  enterprise(8, '松岭精细化工', 'songling', '总工会', 96),
  community(1, '青禾里社区', 'yunjin', 91),
  community(2, '梧桐苑社区', 'songling', 88),
  community(3, '鹤鸣湾社区', 'hexi', 86),
  community(4, '望江台社区', 'hexi', 84),
  community(5, '听涛苑社区', 'hexi', 0),
];

/** The fifth of four seats where no more may be sent than there are (等额): its recommender cannot send it. */
export const tooMany = 'c5';
export const sent = units.filter(({ key }) => key !== tooMany);

export type Expert = {
  readonly key: string;
  readonly name: string;
  /** A demo account; the others make theirs. */
  readonly username?: string;
  readonly email?: string;
  /** The entry of the pool, but for id, name and load. */
  readonly entry: { readonly organizationName: string } & Readonly<Record<string, unknown>>;
};

const expert = (
  serial: number,
  name: string,
  organizationName: string,
  more: Omit<Expert, 'key' | 'name' | 'entry'> & {
    readonly entry?: Readonly<Record<string, unknown>>;
  } = {},
): Expert => ({ ...more, key: `x${serial}`, name, entry: { organizationName, ...more.entry } });

const unitNamed = (key: string): Unit => units.find((unit) => unit.key === key) as Unit;

/** The firm that advised e2, and for which x9 reviews. */
export const adviser = { name: '云州评估事务所', creditCode: creditCodeOf('91', 801) };

/** Of each source of a conflict somebody; x10 … x14 have none of their own, and x11 and x12 are colleagues. */
export const experts: readonly Expert[] = [
  // Works for e1, its name typed in another width.
  expert(1, '郑思远', '云锦精密(集团)有限公司', { username: 'reviewer1', entry: { expertise: ['组织管理'] } }),
  expert(2, '冯雅', '云州人才中心', {
    username: 'reviewer2',
    entry: { formerOrganizations: [{ name: unitNamed('e2').name, until: '2024-12-31' }], expertise: ['工作成效'] },
  }),
  expert(3, '褚卫东', '云州职业学院', { username: 'reviewer3', entry: { expertise: ['载体建设'] } }),
  expert(4, '卫明', '云州开放大学', { username: 'reviewer4', entry: { expertise: ['组织管理', '工作成效'] } }),
  expert(5, '蒋文', '云州社科院', { username: 'reviewer5' }),
  expert(6, '沈怡', '松岭文化站', { entry: { areaIds: ['songling'], expertise: ['阵地网络', '学习活动'] } }),
  expert(7, '韩梅', '云州总工会干部学校', { entry: { recommender: '总工会', expertise: ['组织管理'] } }),
  expert(8, '杨帆', '云州电子学会', { email: 'yang@lab.hexi-dianzi.example', entry: { outside: true } }),
  expert(9, '朱琳', '云州大学', { entry: { outside: true, thirdParty: adviser, expertise: ['学习活动'] } }),
  expert(10, '秦岚', '邻州教育研究院', { entry: { outside: true, expertise: ['载体建设', '成效'] } }),
  expert(11, '尤佳', '省教育科学院', { entry: { outside: true, expertise: ['组织管理', '组织保障'] } }),
  expert(12, '许晴', '省教育科学院', { entry: { outside: true, expertise: ['工作成效'] } }),
  expert(13, '何川', '省成人教育协会', {
    entry: { outside: true, organizationCode: creditCodeOf('51', 813), expertise: ['学习活动', '特色'] },
  }),
  expert(14, '吕安', '邻州社区大学', { entry: { outside: true, expertise: ['载体建设', '组织保障'] } }),
];

/** The address that shares a mail domain with x8. */
export const contactEmails: Readonly<Record<string, string>> = { e7: 'office@hexi-dianzi.example' };

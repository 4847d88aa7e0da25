import { communities, streets } from './areas.ts';
import type { CategoryId } from './types.ts';

export type NamedUnit = { readonly name: string; readonly areaId: string };

const streetAt = (i: number) => streets[i % streets.length] ?? { areaId: '', name: '' };

/** Units of the district, each seated in one street after the other. */
const seated = (names: readonly string[]): NamedUnit[] =>
  names.map((name, i) => ({ name: `文澜区${name}`, areaId: streetAt(i).areaId }));

const inStreets = (suffixes: readonly string[]): NamedUnit[] =>
  suffixes.flatMap((suffix) =>
    streets.map((street) => ({ name: `${street.name.replace('街道', '')}${suffix}`, areaId: street.areaId })),
  );

const parties = [
  '财政局',
  '审计局',
  '卫生健康委员会',
  '住房和城乡建设局',
  '市场监督管理局',
  '图书馆',
  '文化馆',
  '园林绿化中心',
  '司法局',
  '统计局',
  '交通局',
  '科学技术局',
  '水务局',
  '档案馆',
];

const agencies = [
  '财政局',
  '审计局',
  '统计局',
  '司法局',
  '人力资源和社会保障局',
  '城市管理局',
  '住房和城乡建设局',
  '水务局',
  '园林绿化局',
  '卫生健康委员会',
  '应急管理局',
  '市场监督管理局',
  '医疗保障局',
  '退役军人事务局',
  '信访办公室',
  '交通局',
  '商务局',
  '文化和旅游局',
  '生态环境局',
  '科学技术局',
  '体育局',
  '机关事务管理局',
  '数据局',
  '政务服务管理局',
  '粮食储备局',
  '金融服务办公室',
];

const schools = [
  '第一小学',
  '第二小学',
  '第三小学',
  '实验小学',
  '中心小学',
  '第一中学',
  '第二中学',
  '实验中学',
  '外国语学校',
  '职业学校',
  '幼儿园',
  '第二幼儿园',
  '特殊教育学校',
];

const enterprises = [
  '松岭印务有限公司',
  '云锦织造有限公司',
  '墨池文具有限公司',
  '听澜软件有限公司',
  '临漪食品有限公司',
  '望舒照明有限公司',
  '桐屿家具有限公司',
  '芦汀物业有限公司',
  '砚湖餐饮有限公司',
  '星桥仪表有限公司',
  '雁回物流有限公司',
  '荷月纺织有限公司',
];

const pursuits = [
  '书法',
  '国画',
  '摄影',
  '合唱',
  '朗诵',
  '围棋',
  '象棋',
  '太极拳',
  '园艺',
  '集邮',
  '剪纸',
  '茶文化',
  '戏曲',
  '民乐',
  '诗词',
  '读书',
  '志愿服务',
  '家庭教育',
  '科普',
  '手语',
  '健步',
  '民俗',
  '棋艺',
  '舞蹈',
];

const institutions = [
  '图书馆',
  '文化馆',
  '青少年活动中心',
  '园林绿化中心',
  '档案服务中心',
  '疾病预防控制中心',
  '社区学院',
  '科技馆',
  '体育场馆中心',
  '公证处',
];

/** All units that the district has, per category. 194 schools and 255 communities as in Xicheng (domain.md §1). */
export const namesOf: Readonly<Record<CategoryId, readonly NamedUnit[]>> = {
  party: seated(parties).map((unit) => ({ ...unit, name: `中共${unit.name}支部委员会` })),
  agency: seated(agencies),
  school: inStreets(schools).slice(0, 194),
  enterprise: seated(enterprises),
  society: seated(pursuits.flatMap((pursuit) => [`${pursuit}协会`, `${pursuit}研究会`])),
  institution: seated(institutions),
  community: communities.map((community) => ({
    name: `${streets.find((street) => street.areaId === community.parentId)?.name}${community.name}居民委员会`,
    areaId: community.areaId,
  })),
};

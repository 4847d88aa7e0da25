import type { AreaPlan } from './types.ts';

const streetNames = [
  '云锦',
  '松岭',
  '墨池',
  '听澜',
  '临漪',
  '望舒',
  '桐屿',
  '芦汀',
  '砚湖',
  '书带',
  '星桥',
  '梧影',
  '雁回',
  '荷月',
  '藤花',
];

/** The first characters of a street's communities; with the second ones below, 255 names that occur once. */
const firstCharacters = '锦岭墨澜漪舒桐芦砚书星梧雁荷藤';
const secondCharacters = '园里坊苑桥庭堤巷塘井台渡林泉亭溪门';

const district: AreaPlan = { areaId: 'wl', name: '文澜区', level: 'district' };

export const streets: readonly AreaPlan[] = streetNames.map((name, i) => ({
  areaId: `wl-${String(i + 1).padStart(2, '0')}`,
  name: `${name}街道`,
  level: 'street',
  parentId: district.areaId,
}));

/** 15 streets of 17 communities, as many as Xicheng had (domain.md §1). */
export const communities: readonly AreaPlan[] = streets.flatMap((street, i) =>
  [...secondCharacters].map((second, j) => ({
    areaId: `${street.areaId}-${String(j + 1).padStart(2, '0')}`,
    name: `${firstCharacters.charAt(i)}${second}社区`,
    level: 'community' as const,
    parentId: street.areaId,
  })),
);

export const areas: readonly AreaPlan[] = [district, ...streets, ...communities];

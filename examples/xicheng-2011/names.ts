import type { PersonPlan } from './types.ts';

const surnames = '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹柏';
const givenNames = [
  '思源',
  '若谷',
  '明澈',
  '书宁',
  '怀瑾',
  '知行',
  '念初',
  '予安',
  '听雨',
  '望北',
  '景行',
  '映雪',
  '清和',
  '嘉木',
  '若水',
  '言蹊',
  '以沫',
  '南乔',
  '西洲',
  '北辰',
  '云舒',
  '星野',
  '竹青',
  '松年',
  '兰因',
  '菊笙',
  '梅影',
  '荷风',
  '柳眠',
  '桐声',
  '砚秋',
  '墨言',
  '书瑶',
  '画楼',
  '琴心',
  '棋远',
  '诗涵',
  '茶烟',
  '石泉',
  '溪午',
];

/** Names of people that do not exist; distinct for index 0 … 1199. */
const personName = (index: number): string => {
  const round = Math.floor(index / surnames.length);
  const given = givenNames[(round * 7 + index) % givenNames.length] ?? '';
  return surnames.charAt(index % surnames.length) + given;
};

/** `index` must be given out once in the whole season. Phones lie in a range that is not in use. */
export const person = (key: string, index: number): PersonPlan => ({
  key,
  name: personName(index),
  username: key.toLowerCase(),
  phone: `1990000${String(index).padStart(4, '0')}`,
});

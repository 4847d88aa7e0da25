import { say } from './say.ts';

/** What fields are called that mean the same on every desk; by their names in the API. */
export const fieldNames = {
  areaId: say('地区', 'Area'),
  categoryId: say('类别', 'Category'),
  contactName: say('联系人', 'Contact'),
  contactPhone: say('联系电话', 'Phone'),
  creditCode: say('统一社会信用代码', 'Credit code'),
  drawSeed: say('抽取种子', 'Seed of the draw'),
  heldOn: say('召开日期', 'Held on'),
  occurredOn: say('发生日期', 'Occurred on'),
  publicityOn: say('发布公示的日期', 'Day of the notice'),
  reason: say('理由', 'Reason'),
  recommender: say('推荐单位', 'Recommender'),
  reviewerId: say('专家', 'Expert'),
  until: say('期限', 'Until'),
  year: say('年度', 'Year'),
} as const;

/** A row of a table that was sent, as its own first column or the spreadsheet counts them. */
export const fieldRow = (row: string) => say(`第 ${row} 行`, `Row ${row}`);
/** Which field, before what is wrong with it. */
export const fieldSays = (name: string) => say(`${name}：`, `${name}: `);

import { between, pick } from './random.ts';
import type { Form, SelfReport, Unit } from './types.ts';

const themes = [
  '岗位学习',
  '读书分享',
  '技能提升',
  '志愿服务',
  '数字学习',
  '家门口的课堂',
  '师徒结对',
  '课题攻关',
] as const;
const gains = [
  '学习团队由 3 个增加到 9 个',
  '全年开课 46 次',
  '形成学习案例 5 篇',
  '参与人数比上年增长两成',
  '开发课程 4 门',
] as const;
const gaps = ['数字资源利用率还不高', '青年骨干参与不够均衡', '成果转化的机制有待完善', '学习档案还不够规范'] as const;

/** The application form as it is meant to be; what comes first and is returned stands in the course. */
export function formOf(seed: string, unit: Unit): Form {
  const theme = pick(themes, seed, unit.unitKey, 'theme');
  const gain = pick(gains, seed, unit.unitKey, 'gain');
  const members = between(18, 620, seed, unit.unitKey, 'members');
  return {
    profile: `${unit.name}现有成员 ${members} 人,${between(2018, 2023, unit.unitKey)} 年起开展学习型组织创建，由主要负责人牵头。`,
    practices: `以“${theme}”为主线，建立学习制度，按季度安排集体学习和交流，并与日常工作同部署、同检查。`,
    results: `${gain},成员满意率逐年提高，学习成果用于改进工作。`,
    features: `形成“${theme}”特色做法，供同类单位借鉴。`,
    members,
    contactName: unit.contact.name,
    contactPhone: unit.contact.phone,
  };
}

/** The self-report in its five parts: 组织情况, 主要做法, 成效, 特色, 不足与整改. */
export function reportOf(seed: string, unit: Unit): SelfReport {
  const form = formOf(seed, unit);
  return {
    organization: `成立创建工作小组，明确联系人${form.contactName}。${form.profile}`,
    practices: form.practices,
    results: form.results,
    features: form.features,
    shortcomings: `${pick(gaps, seed, unit.unitKey, 'gap')},已列入下一年度计划，指定专人限期改进。`,
  };
}

/** Why the unit gives itself this mark. */
export const justificationOf = (seed: string, unitKey: string, pointId: string, pointName: string): string =>
  `对照“${pointName}”要求自查:${pick(gains, seed, unitKey, pointId)},佐证材料见附件 ${pointId}。`;

import { between, chance, decimalOf, pick } from './random.ts';
import { roleOf, unitsInRole } from './roles.ts';
import { formOf } from './texts.ts';
import type { Adjustment, Course, Unit, UnitPlan, UnitTimes, VetoPlan } from './types.ts';

/** A moment of the working hours on a day of 2026, `from` … `to` of the month; Asia/Shanghai. */
function momentOf(month: number, [from, to]: readonly [number, number], ...parts: readonly string[]): string {
  const day = between(from, to, ...parts, 'day');
  const minutes = between(510, 1_050, ...parts, 'minute');
  const two = (value: number) => String(value).padStart(2, '0');
  return `2026-${two(month)}-${two(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00.000+08:00`;
}

/** Within the windows of the cycle, each step after the one before; the offices act on working days. */
function timesOf(seed: string, unitKey: string): UnitTimes {
  const sentBackByOffice = roleOf(seed, unitKey)?.by === 'office';
  return {
    submittedAt: momentOf(3, [2, 31], seed, unitKey, 'submitted'),
    recommendedAt: momentOf(4, [13, 17], seed, unitKey, 'recommended'),
    checkedAt: momentOf(4, sentBackByOffice ? [29, 30] : [20, 24], seed, unitKey, 'checked'),
    assessedAt: momentOf(6, [1, 12], seed, unitKey, 'assessed'),
  };
}

type Returned = Extract<Course, { kind: 'returned' }>;

/** Sent back and corrected within 5 working days; what the office sends back returns after the window has closed. */
const correctionOf = (
  seed: string,
  unitKey: string,
  by: Returned['by'],
): Pick<Returned, 'returnedAt' | 'resubmittedAt'> => ({
  returnedAt: momentOf(4, by === 'recommender' ? [7, 8] : [21, 22], seed, unitKey, 'returned'),
  resubmittedAt: momentOf(4, by === 'recommender' ? [9, 10] : [27, 28], seed, unitKey, 'resubmitted'),
});

/** What the recommender and the office send back: the field, the reason, and what stood there at first. */
const returns: readonly Omit<Returned, 'kind' | 'by' | 'returnedAt' | 'resubmittedAt'>[] = [
  { path: 'profile', reason: '组织情况过于简单，请补充成员人数和创建起始年份。', firstValue: '基本情况良好。' },
  { path: 'results', reason: '成效缺少数据支撑，请补充可核实的数据。', firstValue: '成效显著。' },
  { path: 'contactPhone', reason: '联系电话无法接通，请核对。', firstValue: '00000000' },
];

const refusals = {
  'not-recommended': '本年度创建基础尚不牢固，建议下一批次申报。',
  rejected: '现持有本称号且在三年有效期内，不符合申报条件。',
  'assessment-returned': '个别观测点的佐证材料与说明不一致，请补正后重新提交。',
} as const;

const withdrawals = {
  submitted: '单位即将合并，本年度不再申报。',
  accepted: '办公场所搬迁，无法按期自评。',
  'under-review': '主要负责人调整，申请下一批次再报。',
  'in-publicity': '经单位集体研究，决定将机会留给其他社区。',
} as const;

function courseOf(seed: string, unit: Unit): Course {
  const role = roleOf(seed, unit.unitKey);
  switch (role?.course) {
    case 'returned': {
      const by = role.by ?? 'office';
      const why = pick(returns, seed, unit.unitKey, 'return');
      return { kind: 'returned', by, ...why, ...correctionOf(seed, unit.unitKey, by) };
    }
    case 'not-recommended':
    case 'rejected':
    case 'assessment-returned':
      return { kind: role.course, reason: refusals[role.course] };
    case 'withdrawn': {
      const when = role.when ?? 'submitted';
      return { kind: 'withdrawn', when, reason: withdrawals[when] };
    }
    case 'assessment-missed':
      return { kind: 'assessment-missed' };
    default:
      return { kind: 'smooth' };
  }
}

const vetoes: readonly VetoPlan[] = [
  {
    ground: 'safety-accident',
    source: '文澜区应急管理局〔2026〕事故通报第 6 号',
    evidence: '较大生产安全责任事故通报(复印件)',
    occurredOn: '2026-04-22',
  },
  {
    ground: 'credit-record',
    source: '公共信用信息平台查询结果',
    evidence: '严重失信主体名单查询截图',
    occurredOn: '2026-05-18',
  },
  {
    ground: 'fabrication',
    source: '形式审查中比对发现',
    evidence: '三处活动照片与往年材料相同的比对记录',
    occurredOn: '2026-06-25',
  },
];

/** The three vetoed units have a ground each. */
function vetoOf(seed: string, unitKey: string): { veto?: VetoPlan } {
  const veto = vetoes[unitsInRole(seed, 'vetoed').indexOf(unitKey)];
  return veto ? { veto } : {};
}

const bonusFor = (points: string, reason: string): Adjustment => ({
  kind: 'bonus',
  points,
  reason,
  source: '获奖文件(复印件),经办人核对原件',
});

/** Ordinary units: one in six has a bonus, one in fifty so many that the cap of 5 binds, one in fifteen a deduction. */
function adjustmentsOf(seed: string, unitKey: string): readonly Adjustment[] {
  if (roleOf(seed, unitKey)?.fixed) return [];
  if (chance(2, seed, unitKey, 'many bonuses')) {
    return [
      bonusFor('3.00', '承担市级社区教育实验项目'),
      bonusFor('2.50', '获市级学习品牌'),
      bonusFor('1.00', '区级经验交流'),
    ];
  }
  if (chance(16, seed, unitKey, 'bonus')) {
    return [bonusFor(decimalOf(25 * between(1, 6, seed, unitKey, 'bonus points')), '区级及以上学习成果奖励')];
  }
  if (!chance(7, seed, unitKey, 'deduction')) return [];
  const points = decimalOf(50 * between(1, 3, seed, unitKey, 'deduction points'));
  return [{ kind: 'deduction', points, reason: '季度进展报告逾期', source: '学习办季度通报' }];
}

/** All that the seed adds to a unit on its way, but for the figures of its visit and its survey. */
export const planOf = (
  seed: string,
  unit: Unit,
): Pick<UnitPlan, 'form' | 'course' | 'times' | 'adjustments' | 'veto' | 'namedBefore'> => {
  const namedBefore = roleOf(seed, unit.unitKey)?.fixed?.namedBefore;
  return {
    form: formOf(seed, unit),
    course: courseOf(seed, unit),
    times: timesOf(seed, unit.unitKey),
    adjustments: adjustmentsOf(seed, unit.unitKey),
    ...vetoOf(seed, unit.unitKey),
    ...(namedBefore === undefined ? {} : { namedBefore }),
  };
};

/**
 * States as people call them in Chinese, by their code; English reads the code itself. One word serves every noun that
 * has a state of that code, so each is chosen to be true of all of them.
 */
const states: Readonly<Record<string, string>> = {
  // of a cycle
  announced: '已发布',
  accepting: '申报受理中',
  assessing: '自评阶段',
  reviewing: '评审中',
  ranking: '结果计算中',
  listing: '拟定名单',
  publicizing: '公示阶段',
  deciding: '待作决定',
  naming: '命名办理中',
  'not naming': '尚未进入命名',
  abandoned: '已终止',
  'list drafted': '名单已拟定',
  // of an application
  draft: '草稿',
  submitted: '已提交',
  returned: '退回修改',
  recommended: '已推荐',
  declined: '已谢绝或不推荐',
  accepted: '已受理',
  rejected: '不予受理',
  'self-assessing': '自评中',
  'self-assessed': '自评已交',
  supplementing: '退回补正',
  'under-review': '评审中',
  scored: '已评',
  shortlisted: '拟入选',
  'not-selected': '未入选',
  'in-publicity': '公示中',
  cleared: '公示通过',
  removed: '已剔除',
  named: '已命名',
  withdrawn: '已撤回',
  expired: '已到期',
  // of an assignment, a panel, a visit, a draw
  pending: '待确认',
  scoring: '评分中',
  unlocked: '已解锁',
  recused: '已回避',
  reassigned: '已改派',
  asked: '待提交',
  complete: '人员已齐',
  seated: '仲裁专家已就位',
  vacant: '名额空缺',
  'no arbitration': '无需仲裁',
  drawn: '已抽取',
  'not drawn': '尚未抽取',
  // of an invitation, an avoidance, a unit, a file
  invited: '已邀请',
  filed: '已提出',
  confirmed: '已确认',
  refused: '未获同意',
  // of a standard, a list, a notice, a decision, a dossier
  published: '已公布',
  retired: '已停用',
  drafted: '已拟稿',
  checked: '已复核',
  open: '公示中',
  concluded: '已结束',
  'in-approval': '审批中',
  signed: '已签发',
  'sent-back': '已退回',
  'counts differ': '数量与附件不符',
  superseded: '已被新结果取代',
  // of an objection
  received: '收到',
  inadmissible: '不予受理',
  admitted: '已受理',
  investigating: '核查中',
  upheld: '成立',
  'partly-upheld': '部分成立',
  dismissed: '不成立',
  answered: '已答复',
  archived: '已归档',
  // of a title
  valid: '有效',
  'under-re-review': '复评中',
  rectifying: '限期整改',
  revoked: '已撤销',
  // of a wait that was decided
  begin: '已开始',
  closed: '已结束',
  retry: '已重试',
  settled: '已办结',
  started: '已开始',
  withdraw: '已撤回',
};

/** What an expert accepts or declines has other words than what the office does with an application. */
const seats: typeof states = { ...states, accepted: '已接受', declined: '已谢绝' };

/** What a record is called where it exists already. */
const records: Readonly<Record<string, string>> = {
  person: '人员登记',
  reviewer: '专家',
  pin: '专家指定',
  invitation: '邀请',
  application: '申报',
  standard: '标准',
  register: '名册',
  sheet: '评分表',
  vote: '表决',
  setting: '设置',
};

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = { state: states, seat: seats, what: records };

/** Whose state it is: of an expert's assignment or invitation (`seat`), or of anything else. */
export type StateNoun = 'state' | 'seat';

/** A value of a message in the reader's language; one that is no code stays as it is. */
export function wordOf(name: string, value: string | number, language: 'zh' | 'en'): string {
  const text = String(value);
  const word = words[name]?.[text];
  if (word === undefined) return text;
  return language === 'zh' ? word : text.replaceAll('-', ' ');
}

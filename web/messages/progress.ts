import { counted, say } from './say.ts';

/** Review progress: loads, what is overdue, panels, closing the round. */
export const progress = {
  title: say('评审进度', 'Progress'),
  before: say(
    '评审开始后，这里显示每位专家和每份申报的进度。',
    'Once the review starts, the progress of every expert and every case is shown here.',
  ),
  closed: say('评审已结束，分数不再变动。', 'The round is closed; no mark changes any more.'),
  toResults: say('查看结果', 'See the results'),
  figures: {
    assigned: say('评分表', 'Sheets'),
    submitted: say('已交', 'Submitted'),
    pending: say('待专家确认', 'Not accepted yet'),
    overdue: say('逾期', 'Overdue'),
    open: say('未齐的申报', 'Cases that lack something'),
    cases: say('评审中的申报', 'Cases in review'),
    short: say('缺人的评审组', 'Panels short of experts'),
  },
  due: say('评审截止', 'Review ends'),
  tabs: say('进度的各部分', 'Parts of the progress'),
  tabExperts: say('专家', 'Experts'),
  tabCases: say('申报', 'Cases'),
  tabShort: (count: number) => say(count > 0 ? `缺人（${count}）` : '缺人', count > 0 ? `Short (${count})` : 'Short'),
  tabCategories: say('类别', 'Categories'),
  // experts
  byExpert: say('每位专家的进度', 'Progress by expert'),
  expert: say('专家', 'Expert'),
  assigned: say('分配', 'Assigned'),
  pending: say('待确认', 'Pending'),
  submitted: say('已交', 'Submitted'),
  overdue: say('逾期', 'Overdue'),
  visits: say('考察（已交／应交）', 'Visits (in / asked)'),
  visitsOf: (visited: number, visits: number) => say(`${visited}/${visits}`, `${visited} / ${visits}`),
  bar: say('完成', 'Done'),
  barOf: (submitted: number, assigned: number) => say(`${submitted}/${assigned}`, `${submitted} / ${assigned}`),
  remind: say('催办', 'Remind'),
  remindOne: (name: string) => say(`催办 ${name}`, `Remind ${name}`),
  remindAll: (count: number) => say(`催办全部逾期（${count} 人）`, `Remind all who are overdue (${count})`),
  remindTitle: say('催办逾期的评审', 'Remind of what is overdue'),
  remindConsequence: (count: number) =>
    say(
      `将向 ${count} 位专家发送催办通知，说明逾期的评审。同一人一天至多催办一次；今天已催办的会自动跳过。`,
      `${counted(count, 'expert')} will be told what is overdue. Nobody is told more than once a day; who was told today is skipped.`,
    ),
  reminded: (told: number, skipped: number) =>
    say(
      skipped > 0 ? `已催办 ${told} 人；${skipped} 人今天已催办过，未重复发送。` : `已催办 ${told} 人。`,
      skipped > 0
        ? `${counted(told, 'expert')} reminded; ${skipped} told already today.`
        : `${counted(told, 'expert')} reminded.`,
    ),
  toldToday: say('今天已催办', 'Told today'),
  noOverdue: say('没有逾期', 'Nothing is overdue'),
  nobody: say('还没有分配', 'Nobody has anything yet'),
  // categories
  byCategory: say('各类别进度', 'Progress by category'),
  category: say('类别', 'Category'),
  legendDone: say('已交', 'Submitted'),
  legendOpen: say('评审中', 'Under way'),
  legendPending: say('待确认', 'Pending'),
  legendOverdue: say('逾期', 'Overdue'),
  // cases
  byCase: say('每份申报的进度', 'Progress by case'),
  unit: say('单位', 'Unit'),
  sheets: say('评分表', 'Sheets'),
  sheetsOf: (submitted: number, size: number) => say(`${submitted}/${size}`, `${submitted} of ${size}`),
  noPanel: say('无评审组', 'No panel'),
  missing: say('尚缺', 'Still missing'),
  complete: say('已齐', 'Complete'),
  incomplete: say('未齐', 'Open'),
  state: say('状态', 'State'),
  arbiter: say('仲裁', 'Arbiter'),
  arbiters: { seated: say('已就位', 'Seated'), vacant: say('待补派', 'Vacant') },
  shownFirst: (shown: number, all: number) =>
    say(`共 ${all} 份，未齐的在前，显示前 ${shown} 份。`, `${all} in all; the first ${shown}, open ones in front.`),
  // short panels
  shortHelp: say(
    '这些评审组有空缺的席位，补足后评审才能结束。由系统按规则选人，或由您指定。',
    'These panels have a vacant seat, which must be filled before the round can close: by the rule, or by whom you name.',
  ),
  noShort: say('没有缺人的评审组', 'No panel is short'),
  noShortHelp: say(
    '专家回避而无人可补时，会出现在这里。',
    'A panel appears here when somebody leaves it and nobody can follow.',
  ),
  seatsOf: (members: number, size: number) =>
    say(`在任 ${members} 人，应有 ${size} 人`, `${members} of ${size} seats held`),
  fill: say('补足席位', 'Fill the seat'),
  toCase: say('到评审页', 'To the case'),
  // closing
  close: say('结束评审', 'Close the round'),
  closeTitle: say('结束评审', 'Close the round'),
  closeConsequence: say(
    '结束后，任何分数都不再变动，有权查看的人可以看到各评委的分数，系统随即计算并封存结果。不能撤回。',
    'From then on no mark changes, those who may see scores see them, and the results are computed and frozen. It cannot be taken back.',
  ),
  cannotClose: (open: number) =>
    say(
      `还有 ${open} 份申报未齐，补齐后才能结束评审。`,
      `${counted(open, 'case')} still lacking something: the round cannot close yet.`,
    ),
  canClose: say('全部已齐，可以结束评审。', 'Everything is in: the round can be closed.'),
  whatIsMissing: say('尚缺的事项', 'What is missing'),
  missingKinds: {
    panel: say('评分表或席位', 'Sheets or seats'),
    site: say('实地考察', 'Site visits'),
    satisfaction: say('满意度', 'Satisfaction'),
  },
} as const;

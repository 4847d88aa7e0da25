import { counted, say } from './say.ts';

/** The frozen result, its arithmetic, and the what-if beside it. */
export const results = {
  title: say('评审结果', 'Results'),
  categories: say('类别', 'Categories'),
  // before there is a result
  openTitle: say('评审尚未结束，还没有结果', 'The round is still open: there is no result yet'),
  openHelp: say(
    '为保证公正，评审结束前，学习办和领导小组都看不到评分。学习办结束评审后，结果自动计算并冻结。',
    'Until the round is closed neither office nor committee sees a score. The result is computed and frozen once the office closes it.',
  ),
  toProgress: say('查看评审进度', 'See the progress'),
  rankingTitle: say('结果正在计算', 'The result is being computed'),
  rankingHelp: say(
    '评审已结束，系统正在汇总评分。如久无结果，请在「流程故障」中查看。',
    'The round is closed and the sheets are being put together. If nothing comes, look under Faults.',
  ),
  noRows: say('本类别没有参评的申报', 'Nothing was reviewed in this category'),
  // which result this is
  snapshot: (number: number) => say(`第 ${number} 次结果`, `Result no. ${number}`),
  inForce: say('现行', 'in force'),
  superseded: say('已被新结果取代', 'superseded'),
  frozenAt: say('冻结于', 'Frozen at'),
  hash: say('数据指纹 SHA-256', 'SHA-256 of the rows'),
  hashHelp: say(
    '对全部结果行计算的指纹；卷宗中有同一指纹，可据此核对结果未被改动。',
    'Over all rows of the result. The dossier bears the same, so that anybody can tell that nothing was changed.',
  ),
  copy: say('复制', 'Copy'),
  copied: say('已复制', 'Copied'),
  rowCount: (rows: number) => say(`共 ${rows} 个申报`, counted(rows, 'application')),
  why: say('更新理由', 'Reason'),
  history: say('历次结果', 'Earlier results'),
  recompute: say('重新计算结果', 'Compute the result anew'),
  recomputeVerb: say('重新计算', 'Compute anew'),
  recomputeConsequence: say(
    '系统将按现在的评分表、实地、满意度和加减分重新计算，冻结为新的结果，取代现行结果。原结果保留，可随时比较；此操作与理由记入审计，不能撤回。',
    'The result is computed from what is entered now and frozen as a new one, which supersedes the one in force. The old one is kept and can be compared. The act and its reason are recorded and cannot be undone.',
  ),
  recomputed: say('已冻结新的结果', 'A new result is frozen'),
  vetoCame: (names: readonly string[]) =>
    say(
      `结果冻结以后，${names.map((name) => `「${name}」`).join('、')}被一票否决，不能列入名单。`,
      `Since the result was frozen a veto met ${names.join(', ')}, who cannot be on the list.`,
    ),
  vetoGone: (names: readonly string[]) =>
    say(
      `结果冻结以后，${names.map((name) => `「${name}」`).join('、')}的一票否决已撤销，但结果中仍按否决处理。`,
      `Since the result was frozen the veto of ${names.join(', ')} was withdrawn; the result still counts it.`,
    ),
  vetoRecompute: say(
    '请有复核职责的人员先在「评审结果」重新计算：名次和席位随之重排，空出的名额由下一位入选。',
    'An officer who checks should first compute the result anew: ranks and seats follow, and a vacant seat goes to the next.',
  ),
  toList: say('拟定名单', 'Draw up the list'),
  // summary
  passed: say('达标', 'Passed'),
  seated: say('入选', 'Selected'),
  vetoedCount: say('一票否决', 'Vetoed'),
  waiting: say('待表决', 'Waiting for a vote'),
  ofSeats: (seats: number) => say(`名额 ${seats}`, `of ${counted(seats, 'seat')}`),
  loaded: (count: number, of: number) => say(`已载入 ${count}，全批次共 ${of}`, `${count} loaded, ${of} in the cycle`),
  // the table
  caption: (category: string) => say(`${category}：评审结果`, `Results of ${category}`),
  rank: say('名次', 'Rank'),
  unit: say('申报单位', 'Unit'),
  area: say('区域', 'Area'),
  recommender: say('推荐单位', 'Recommender'),
  composite: say('综合分', 'Composite'),
  adjust: say('加减分', 'Adjusted'),
  spread: say('评分极差', 'Range'),
  flag: say('分歧', 'Disagreement'),
  flagged: say('专家分歧大', 'Panel disagrees'),
  flaggedOf: (points: string) => say(`专家分歧大，相差 ${points} 分`, `The panel lies ${points} points apart`),
  seat: say('席位', 'Seat'),
  selected: say('入选', 'Selected'),
  ownPage: say('单独打开此核算（可发送链接）', 'Open on its own page'),
  components: {
    documents: say('材料', 'Documents'),
    site: say('实地', 'Site visit'),
    satisfaction: say('满意度', 'Satisfaction'),
  },
  reasons: {
    vetoed: say('一票否决', 'Vetoed'),
    'below-line': say('未达标', 'Below the line'),
    'no-seat': say('无名额', 'No seat left'),
    'no-result': say('评分表不足，无结果', 'Too few sheets'),
    tied: say('并列，待表决', 'Tied, waits for a vote'),
  },
  substitute: (place: number) => say(`递补第 ${place} 位`, `substitute no. ${place}`),
  // the arithmetic of one row
  arithmetic: say('核算过程', 'How the score came about'),
  noArithmetic: say('本申报按推荐确定，没有评分。', 'The recommendation decides here; there are no scores.'),
  tooFew: (count: number) =>
    say(
      `有效评分表 ${count} 份，不足规定份数，没有结果。`,
      `${counted(count, 'valid sheet')}, fewer than the rule asks for: no result.`,
    ),
  sheets: (count: number) => say(`评分表 ${count} 份`, counted(count, 'sheet')),
  visits: (count: number) => say(`实地考察评分 ${count} 份`, counted(count, 'visitor’s sheet')),
  openSheet: (who: string, total: string) =>
    say(`查看${who}的评分表，${total} 分`, `Open the sheet of ${who}, ${total}`),
  kept: say('计入', 'kept'),
  dropped: say('去掉', 'dropped'),
  weight: say('权重', 'weight'),
  agreed: say('考察组共同评分', 'one agreed sheet of the team'),
  survey: say('满意度测评', 'survey'),
  bonus: say('加分', 'Bonuses'),
  bonusCapped: (asked: string, cap: string) => say(`合计 ${asked}，封顶 ${cap}`, `${asked} in all, capped at ${cap}`),
  deduction: say('扣分', 'Deductions'),
  total: say('合计', 'Sum'),
  held: (highest: string) => say(`限于 0 至 ${highest} 分之内`, `held within 0 and ${highest}`),
  exactly: (fraction: string) => say(`精确值 ${fraction}`, `exactly ${fraction}`),
  passLine: (line: string) => say(`达标线 ${line}`, `Pass line ${line}`),
  tierLine: (tier: string, line: string) => say(`「${tier}」线 ${line}`, `Line of “${tier}” ${line}`),
  reached: say('达到', 'reached'),
  notReached: say('未达到', 'not reached'),
  confirmed: say(
    '本页已从评分表起用精确分数重新核算，与冻结结果一致。',
    'Computed again on this page, exactly and from the sheets up: it agrees with the frozen result.',
  ),
  notConfirmed: say(
    '本页重新核算与冻结结果不一致，请告知技术人员：',
    'Computed again here it does not agree; tell the technicians:',
  ),
  checks: {
    kept: say('计入的评分表之和', 'sum of the kept sheets'),
    mean: say('平均分', 'mean'),
    points: say('加权得分', 'weighted points'),
    bonus: say('加分封顶', 'capped bonus'),
    total: say('综合分', 'composite'),
    passed: say('是否达标', 'pass line'),
  },
  // ties
  tie: say('同分处理', 'The tie'),
  tieOpen: say('各项均相同，名次并列。', 'Nothing tells them apart: they share the rank.'),
  tieDone: say(
    '综合分完全相同，按下列顺序逐项比较，直到分出先后。',
    'The composites are equal. Criterion by criterion, until they stand apart.',
  ),
  notTold: say('—', '—'),
  criteria: {
    composite: say('综合分', 'Composite'),
    site: say('实地考察', 'Site visit'),
    documents: say('材料评审', 'Documents'),
    indicator: say('指定的一级指标', 'The named indicator'),
    'never-named': say('从未获得称号者在前', 'Never named before'),
    'committee-vote': say('领导小组表决', 'Committee’s vote'),
  },
  decided: say('由此项分出先后', 'decided here'),
  // seats
  seatTitle: say('席位', 'The seat'),
  seatCell: (recommender: string, seats: number, line: number) =>
    say(
      `推荐单位「${recommender}」名额 ${seats} 个，达标且未被否决的 ${line} 个，按名次依次入选。`,
      `${recommender} has ${counted(seats, 'seat')}; ${line} passed and are not vetoed. By rank they take them.`,
    ),
  seatAll: (seats: number, line: number) =>
    say(
      `本类别名额 ${seats} 个，达标且未被否决的 ${line} 个，按名次依次入选。`,
      `The category has ${counted(seats, 'seat')}; ${line} passed and are not vetoed. By rank they take them.`,
    ),
  seatPlace: (place: number) => say(`本申报排第 ${place} 位`, `This one comes ${place}.`),
  seatNone: say('本申报不参加席位分配', 'This one takes no part'),
  seatAreas: say('另有区域保底或上限，按方案执行。', 'Minimums and maximums of areas apply as planned.'),
  // vetoes and entries
  vetoes: say('一票否决', 'Veto'),
  grounds: {
    'credit-record': say('严重失信记录', 'Adverse credit record'),
    'safety-accident': say('重大安全事故', 'Major safety accident'),
    'discipline-case': say('领导班子严重违纪', 'Serious discipline case'),
    fabrication: say('材料弄虚作假', 'Fabricated material'),
  },
  vetoBy: (on: string, source: string) => say(`发生于 ${on}，来源：${source}`, `On ${on}; source: ${source}`),
  entries: say('加减分依据', 'Grounds of the adjustments'),
  enteredBy: (source: string) => say(`来源：${source}`, `Source: ${source}`),
  withdrawn: say('已撤销，不计', 'withdrawn, does not count'),
  // one sheet
  sheetTitle: (who: string) => say(`${who}的评分表`, `Sheet of ${who}`),
  reviewerNumber: (number: number) => say(`专家 ${number}`, `Reviewer ${number}`),
  point: say('观测点', 'Observation point'),
  full: say('满分', 'Full'),
  mark: say('得分', 'Mark'),
  comment: say('意见', 'Comment'),
  overall: say('总体意见', 'Overall'),
  // votes
  voteNeeded: (count: number, rank: number) =>
    say(
      `${count} 个申报并列第 ${rank} 名，名额不足以全部入选，须由领导小组表决。`,
      `${count} share rank ${rank} and there are not seats for all: the committee must vote.`,
    ),
  voteBy: say('请领导小组成员登录后在此登记表决结果。', 'A member of the committee records the vote here.'),
  vote: say('登记表决结果', 'Record the vote'),
  voteConsequence: say(
    '按表决顺序排列下列申报。登记后系统据此重新计算，冻结为新的结果；会议记录记入审计，不能撤回。',
    'Put them into the order of the vote. The result is then computed anew and frozen; the minutes are recorded and cannot be taken back.',
  ),
  voteVerb: say('登记', 'Record'),
  minutes: say('会议记录：会议名称、日期、票数', 'Minutes: meeting, date, votes'),
  up: (name: string) => say(`${name}上移`, `Move ${name} up`),
  down: (name: string) => say(`${name}下移`, `Move ${name} down`),
  // history
  historyTitle: say('历次结果与比较', 'Earlier results and their comparison'),
  historyHelp: say(
    '每次结果冻结后不再改动；新结果须有理由，原结果保留。',
    'A frozen result is never changed; a new one has its reason, and the old one is kept.',
  ),
  onlyOne: say('只有一次结果，没有可比较的。', 'There is only one result; nothing to compare.'),
  number: say('序号', 'No.'),
  bySystem: say('评审结束时自动计算', 'at the end of the round'),
  byVote: (minutes: string) => say(`领导小组表决：${minutes}`, `The committee’s vote: ${minutes}`),
  see: say('查看', 'Look at it'),
  from: say('原结果', 'Earlier'),
  to: say('新结果', 'Later'),
  compare: say('比较', 'Compare'),
  noChanges: say('两次结果在本类别没有差异', 'No difference in this category'),
  counts: (entering: number, leaving: number, moving: number, changed: number) =>
    say(
      `新入选 ${entering}，不再入选 ${leaving}，名次变动 ${moving}，共有 ${changed} 个申报有差异`,
      `${entering} enter, ${leaving} leave, ${moving} move; ${changed} differ in all`,
    ),
  changed: say('变动', 'What changed'),
  aspects: {
    composite: say('综合分', 'composite'),
    shown: say('综合分', 'composite'),
    passed: say('达标', 'pass'),
    vetoed: say('否决', 'veto'),
    rank: say('名次', 'rank'),
    tier: say('等次', 'tier'),
    tieBrokenBy: say('同分处理', 'tie'),
    needsVote: say('待表决', 'vote'),
    selected: say('入选', 'seat'),
    whyNot: say('未入选原因', 'reason'),
    substitute: say('递补', 'substitute'),
    sheets: say('评分表', 'sheets'),
    visits: say('实地评分', 'visits'),
    steps: say('核算过程', 'steps'),
  },
  standing: (rank: string, shown: string, seat: string) =>
    say(`第 ${rank} 名 · ${shown} · ${seat}`, `#${rank} · ${shown} · ${seat}`),
  absent: say('没有', 'none'),
} as const;

import { counted, say } from './say.ts';

/** The assignment desk: pins, preview, draws, why and why not. */
export const assignment = {
  title: say('专家分配', 'Assignment'),
  tabs: say('分配的各部分', 'Parts of the assignment'),
  tabPreview: say('试算', 'Preview'),
  tabPins: say('指定', 'Pins'),
  tabDraws: say('抽取记录', 'Draws'),
  tabWhy: say('查询某一对', 'Why or why not'),
  tabConflicts: say('须回避的专家', 'Conflicts of a case'),
  // when the draw happens
  notYet: say(
    '抽取在「开始评审」时由系统自动进行：用公开的种子，对全部自评已交的申报一次完成，并附可重算的证明。在此之前可以指定专家、试算结果。',
    'The draw is made by the system when the review starts: for all self-assessed applications at once, with the public seed, and with a certificate. Until then you can pin experts and preview what would come out.',
  ),
  early: say(
    '本批次还在申报阶段。自评开始后可在此指定专家、试算分配。',
    'Applications are still being made. Once self-assessment begins, experts can be pinned and the draw previewed here.',
  ),
  toBoard: say('到看板开始评审', 'Start the review on the board'),
  drawing: say(
    '评审已开始，系统正在抽取。完成后本页会显示抽取记录。',
    'The review has started and the system is drawing. The record appears here.',
  ),
  drawFailed: say(
    '如长时间没有结果，请到「流程故障」查看被拒原因，处理后重试。',
    'If nothing comes, look under Faults for why it was refused; mend it and retry there.',
  ),
  drawRefused: say(
    '评审已开始，但按现有条件抽取不成，流程停在这里等候处理。',
    'The review has started, but nothing can be drawn as things are. The workflow waits.',
  ),
  drawRetry: say(
    '请按下列各项处理，再由管理员到「流程故障」重试，系统随即重新抽取。',
    'Mend what is listed, then have an administrator retry under Faults: the draw is made anew at once.',
  ),
  toFaults: say('查看流程故障', 'See the faults'),
  over: say('评审已结束，以下为记录。', 'The round is closed; this is the record.'),
  seed: say('种子', 'Seed'),
  aim: say('目标', 'Aim'),
  aims: {
    sum: say('总匹配度最大', 'Greatest total fit'),
    'worst-served': say('先顾匹配度最低的评审组', 'Raise the worst served first'),
  },
  // preview
  previewNow: say('试算', 'Preview'),
  previewAgain: say('重新试算', 'Preview again'),
  previewing: say('正在试算…', 'Drawing a preview…'),
  previewHelp: say(
    '按现在的申报、专家、指定和回避算出抽取会是什么结果，不产生任何影响，也不显示谁评审谁。',
    'What the draw would come to with today’s applications, experts, pins and conflicts. Nothing is changed, and nobody’s seat is shown.',
  ),
  previewNone: say('还没有试算', 'No preview yet'),
  previewNoneHelp: say(
    '开始评审之前试算一次，可以提前发现专家不够、工作量不均或某类别缺少对口专家。',
    'A preview before the review starts shows early where experts are too few, loads uneven or expertise missing.',
  ),
  withPins: say('计入指定', 'With the pins'),
  asJob: say(
    '规模较大，已转为后台任务，可以离开本页。',
    'It is large and runs in the background; you may leave this page.',
  ),
  previewOf: (at: string) => say(`试算于 ${at}`, `Previewed at ${at}`),
  isRedraw: say('已抽取：以下是重新抽取会得到的结果。', 'Already drawn: this is what a redraw would come to.'),
  difference: (fit: string, worst: string) =>
    say(
      `与上一次试算相比：总匹配度 ${fit}，最低一组 ${worst}`,
      `Beside the preview before: total fit ${fit}, worst served ${worst}`,
    ),
  cases: say('申报', 'Applications'),
  withPanel: say('需组成评审组', 'Panels'),
  reviewers: say('可抽取专家', 'Experts'),
  pins: say('指定', 'Pins'),
  fixed: say('指定与已开始', 'Pins and begun'),
  noExpertise: say(
    '匹配度全部为 0：专家库中没有与标准指标同名的专长，抽取只按回避、工作量和种子决定。请在「专家库」填写专长后再抽取，才能优先对口的专家。',
    'Every fit is 0: no expert’s tags name an indicator of the standards, so conflicts, loads and the seed alone decide. Enter expertise in the pool before the draw.',
  ),
  pairs: say('席位', 'Seats'),
  totalFit: say('总匹配度', 'Total fit'),
  meanFit: say('每席平均匹配度', 'Mean fit of a seat'),
  worstFit: say('最低一组', 'Worst served'),
  worstBound: (bound: string) =>
    say(
      `任何分配都不可能使最低一组超过 ${bound}（已证明）`,
      `proven: no assignment gives the worst served more than ${bound}`,
    ),
  worstBest: say('已达到可能的最好（已证明）', 'proven: it cannot be better'),
  givenUp: (fit: number) =>
    say(`为照顾最低一组让出的总匹配度：${fit}`, `total fit given up for the worst served: ${fit}`),
  spread: say('工作量幅度', 'Spread of loads'),
  spreadOf: (least: number, most: number) => say(`平均数的 ${least}%–${most}%`, `${least}–${most} percent of the mean`),
  spreadNone: say('只受各人上限约束', 'only each one’s own limit'),
  certified: say('最优证明已核对', 'Certificate checked'),
  refused: say('按现有条件无法抽取', 'Nothing can be drawn as things are'),
  refusedHelp: say(
    '请按以上各项处理后再试：增加专家或提高工作量上限，放宽分组规则，或撤销造成冲突的指定。',
    'Mend what is listed and try again: more experts or higher limits, looser group rules, or release a pin that stands in the way.',
  ),
  moreCauses: (count: number) => say(`其余 ${count} 项`, `${counted(count, 'more reason')}`),
  boundCases: (count: number) => say(`相关的 ${count} 份申报`, `${counted(count, 'application')} concerned`),
  boundExperts: (count: number) => say(`相关的 ${count} 位专家`, `${counted(count, 'expert')} concerned`),
  whatToDo: {
    reviewers: say('到「专家库」或「专家」页增加可抽取的专家', 'Take more experts in, or invite more'),
    pins: say('到「指定」中撤销相关指定', 'Release the pin in question'),
    loads: say('到「专家库」提高工作量上限，或增加专家', 'Raise load limits, or take more experts in'),
    rules: say('分组规则与评审组人数由批次方案规定', 'Group rules and panel sizes are set by the plan of the cycle'),
  },
  // loads
  loads: say('每人工作量', 'Loads'),
  loadsHelp: (least: number, most: number) =>
    say(
      `竖线为各自的下限与上限；最少 ${least}，最多 ${most}。`,
      `The marks are each one’s least and most; least ${least}, most ${most}.`,
    ),
  loadOf: (load: number, least: number, most: number) =>
    say(`${load}（${least}–${most}）`, `${load} (${least}–${most})`),
  load: say('工作量', 'Load'),
  least: say('下限', 'Least'),
  most: say('上限', 'Most'),
  allLoads: (count: number) => say(`显示全部 ${count} 人`, `Show all ${count}`),
  fewLoads: say('只显示前 20 人', 'Show the first 20 only'),
  // coverage
  coverage: say('各类别对口程度', 'Coverage by category'),
  coverageOf: (draw: string) => say(`${draw}：各类别对口程度`, `${draw}: coverage by category`),
  coverageHelp: say(
    '评审组中熟悉该标准某些指标的人数；0 表示全组都不对口。',
    'How many of a panel know something of the standard; 0 means nobody does.',
  ),
  category: say('类别', 'Category'),
  panels: say('评审组', 'Panels'),
  panelsTitle: say('各评审组（匹配度最低的在前）', 'Panels, the worst served first'),
  matched: (count: number) => say(`${count} 人对口`, `${count} match`),
  matchedHead: say('对口人数', 'Experts that match'),
  fit: say('匹配度', 'Fit'),
  unit: say('单位', 'Unit'),
  samples: say('抽查', 'Samples'),
  sampleOf: (drawn: number, of: number) => say(`${of} 份中抽 ${drawn} 份`, `${drawn} of ${of} drawn`),
  // conflicts
  closedPairs: say('不能配对的数量，按来源', 'Pairs that are closed, by source'),
  closedHelp: say(
    '一对可能因多个来源同时不能配对，各计一次。',
    'A pair that several sources close counts for each of them.',
  ),
  source: say('来源', 'Source'),
  pairsHead: say('对数', 'Pairs'),
  share: say('占全部', 'Share'),
  noClosed: say('没有不能配对的情形', 'No pair is closed'),
  // pins
  pinsHelp: say(
    '抽取之前，可以把某位专家指定到某份申报的评审组，须说明理由。回避、分组规则和工作量上限同样约束指定；指定和理由都会公开在抽取记录中。',
    'Before the draw an expert can be set on a panel, with the reason. Conflicts, group rules and limits bind pins too, and every pin is on the record.',
  ),
  pinsDrawn: say(
    '已经抽取，不能再新增指定；更换专家请在申报的评审页改派。',
    'The draw is made: no more pins. Reassign on the review page of the case instead.',
  ),
  pin: say('指定专家', 'Pin an expert'),
  pinTitle: say('把专家指定到评审组', 'Set an expert on a panel'),
  pinReason: say('指定的理由', 'Why'),
  pinned: say('已指定', 'Pinned'),
  noPins: say('没有指定', 'No pins'),
  noPinsHelp: say('没有指定时，全部席位由抽取决定。', 'Without pins the draw decides every seat.'),
  release: say('撤销指定', 'Release'),
  releaseTitle: (name: string, unit: string) => say(`撤销对「${unit}」的指定：${name}`, `Release ${name} from ${unit}`),
  releaseConsequence: say(
    '该席位改由抽取决定。指定与撤销的记录都会保留。',
    'The draw then decides over the seat. Both acts stay on the record.',
  ),
  releaseReason: say('撤销的理由', 'Why'),
  released: say('已撤销', 'Released'),
  standing: say('有效', 'In force'),
  state: say('状态', 'State'),
  expert: say('专家', 'Expert'),
  application: say('申报', 'Application'),
  reason: say('理由', 'Reason'),
  at: say('时间', 'When'),
  // draws
  rounds: {
    documents: say('材料评审', 'Documents'),
    site: say('实地考察', 'Site visits'),
  },
  drawTitle: (round: string, number: number) => say(`${round} 第 ${number} 次抽取`, `${round}, draw ${number}`),
  inForce: say('现行', 'In force'),
  superseded: say('已被取代', 'Superseded'),
  drawnAt: say('抽取时间', 'Drawn'),
  inputHash: say('输入文件 SHA-256', 'SHA-256 of the inputs'),
  outputHash: say('结果 SHA-256', 'SHA-256 of the panels'),
  algorithm: say('算法', 'Algorithm'),
  redrawReason: say('重新抽取的理由', 'Why it was drawn anew'),
  files: say('封存文件', 'Frozen files'),
  file: {
    inputs: say('输入', 'Inputs'),
    certificate: say('最优证明', 'Certificate'),
    panels: say('评审组', 'Panels'),
  },
  anybody: say(
    '任何人取得这三个文件，都可以核对哈希、按说明重新计算，得到同样的评审组，并由证明确认没有更好的分配。文件含回避信息，只交给需要核对的人。',
    'Anybody who is given these three files can check the hashes, make the draw again with the same panels, and confirm by the certificate that no assignment is better. Conflicts stand in them: hand them only to those who check.',
  ),
  redraw: say('重新抽取', 'Redraw'),
  redrawTitle: say('重新抽取专家', 'Draw the panels anew'),
  redrawConsequence: say(
    '已经开始的评审保持不变；其余席位按同一种子、以现在的专家库重新抽取。席位变动的专家会收到通知。新的抽取取代现行的一次，不能撤回。',
    'Reviews that were begun stay. All other seats are drawn anew from the pool as it is, with the same seed. Experts whose seats change are told. The new draw takes the place of the one in force and cannot be taken back.',
  ),
  redrawVerb: say('重新抽取', 'Redraw'),
  redrawWhy: say('重新抽取的理由（记入抽取记录）', 'Why (it stands in the record)'),
  redrawn: (changed: number, kept: number) =>
    say(
      `已重新抽取：${changed} 个评审组有变动${kept > 0 ? `，${kept} 个因已开始而保持不变` : ''}。`,
      `Drawn anew: ${counted(changed, 'panel')} changed${kept > 0 ? `, ${kept} stayed as somebody had begun` : ''}.`,
    ),
  siteTeams: say('抽取考察组', 'Draw the site teams'),
  siteTeamsTitle: say('抽取实地考察组', 'Draw the site teams'),
  siteTeamsConsequence: say(
    '为设有考察组的类别抽取考察专家，同一申报的评审组成员不参加。抽中的专家会收到通知，不能撤回。',
    'Visitors are drawn for the categories with site teams; nobody of a case’s panel is among them. They are told, and it cannot be taken back.',
  ),
  siteTeamsDone: (teams: number, short: number) =>
    say(
      `已组成 ${teams} 个考察组${short > 0 ? `，其中 ${short} 个缺人` : ''}。`,
      `${counted(teams, 'site team')} assigned${short > 0 ? `, ${short} of them short` : ''}.`,
    ),
  noDraws: say('还没有抽取', 'Nothing was drawn yet'),
  noDrawsHelp: say(
    '开始评审后，抽取记录和证明会出现在这里。',
    'Once the review starts, the record and its certificate appear here.',
  ),
  // why or why not
  whyHelp: say(
    '选择一份申报和一位专家：说明为什么抽到或没有抽到，如果一定要这样配对代价是多少。依据现行抽取的封存文件。',
    'Choose a case and an expert to learn why they were drawn or not, and what the pair would cost. Answered from the frozen files of the draw in force.',
  ),
  whyAsk: say('请选择申报和专家。', 'Choose an application and an expert.'),
  round: say('轮次', 'Round'),
  kinds: {
    chosen: say('已抽中', 'Drawn'),
    forbidden: say('不能配对', 'Must not be'),
    impossible: say('无法满足其他要求', 'Impossible'),
    draw: say('同样合适，由种子决定', 'Equally good: the seed decided'),
    better: say('现有成员更合适', 'The members fit better'),
    full: say('工作量已满', 'The load is full'),
    loads: say('须顾及他人下限', 'Others need the seat'),
    fairness: say('为照顾最低一组', 'Left out for fairness'),
    'no-panel': say('不在本轮之列', 'Not in this draw'),
    'not-drawn-from': say('抽取时不在库中', 'Not in the pool then'),
  },
  cost: say('代价', 'Cost'),
  costOf: (cost: number) => say(`总匹配度将减少 ${cost}`, `total fit would fall by ${cost}`),
  otherPanels: (count: number) =>
    say(`并使另外 ${count} 个评审组变动`, `and ${counted(count, 'other panel')} would change`),
  sinceDrawn: say('抽取之后：', 'Since the draw:'),
  leftSince: {
    documents: say('该专家已离开评审组', 'the expert has left the panel'),
    site: say('该专家已离开考察组', 'the expert has left the team'),
  },
  leftFor: say('，理由：', ': '),
  followedBy: (name: string) => say(`。席位由 ${name} 接任。`, `. ${name} has the seat now.`),
  followedByNobody: say('。', '.'),
  cameFor: {
    documents: (name: string | undefined) =>
      say(
        name ? `该专家接替 ${name} 进入评审组。` : '该专家进入了评审组。',
        name ? `the expert took the seat of ${name}.` : 'the expert joined the panel.',
      ),
    site: () => say('该专家进入了考察组。', 'the expert joined the team.'),
  },
  cameAsArbiter: say('该专家作为仲裁专家进入评审组。', 'the expert joined the panel as its arbiter.'),
  toPanel: say('到评审页', 'To the case'),
  drawNumber: (number: number) => say(`依据第 ${number} 次抽取`, `by draw ${number}`),
  whyUndrawn: say(
    '抽取之后才能查询。抽取之前可查看须回避的专家。',
    'It can be asked once the draw is made. Before that, look at the conflicts of a case.',
  ),
  // conflicts of a case
  conflictsHelp: say(
    '选择一份申报，列出专家库中须回避的人和每一条依据。',
    'Choose a case to see who of the pool must not review it, and every reason.',
  ),
  nobodyBarred: say('专家库中没有须回避这份申报的人', 'Nobody of the pool must keep away from this case'),
  barredCount: (count: number) => say(`${count} 位专家须回避`, `${counted(count, 'expert')} must keep away`),
  // jobs
  jobWaiting: say('等待开始', 'Waiting'),
  jobRunning: say('进行中', 'Running'),
  jobDone: say('完成', 'Done'),
  jobFailed: say('未完成', 'Failed'),
  jobProgress: say('进度', 'Progress'),
} as const;

/** Jobs of a cycle. */
export const jobs = {
  title: say('后台任务', 'Jobs'),
  caption: say('本批次的后台任务', 'Jobs of the cycle'),
  kind: say('任务', 'Job'),
  state: say('状态', 'State'),
  progress: say('进度', 'Progress'),
  started: say('开始', 'Started'),
  ended: say('结束', 'Ended'),
  result: say('结果', 'Result'),
  open: say('查看', 'Open'),
  empty: say('还没有后台任务', 'No jobs yet'),
  emptyHelp: say(
    '试算、重新抽取、分析、推演、卷宗、相似度比对等较慢的工作会在这里显示进度。',
    'Previews, redraws, analyses, what-ifs, dossiers and comparisons show their progress here.',
  ),
  kinds: {
    'preview-matching': say('专家分配试算', 'Preview of the draw'),
    redraw: say('重新抽取专家', 'Redraw'),
    'draw-site-teams': say('抽取实地考察组', 'Draw of site teams'),
    analysis: say('评审质量分析', 'Analysis'),
    'what-if': say('推演', 'What-if'),
    dossier: say('卷宗', 'Dossier'),
    similarity: say('相似度比对', 'Comparison of texts'),
  },
} as const;

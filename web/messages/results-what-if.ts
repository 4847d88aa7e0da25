import { counted, say } from './say.ts';

/** 试算: what would be, never what is. */
export const whatIf = {
  open: say('试算', 'What if'),
  label: say('试算，不是结果', 'A what-if, not the result'),
  help: say(
    '改一改权重、评分方法或名额，看谁会进、谁会出。试算不保存、不影响现行结果。',
    'Change weights, method or seats and see who would enter or leave. Nothing is kept, and the result stays as it is.',
  ),
  settings: say('试算设置', 'Settings'),
  weights: say('权重（合计 100）', 'Weights (sum 100)'),
  weightsSum: (sum: number) => say(`现合计 ${sum}，应为 100`, `They sum to ${sum} instead of 100`),
  method: say('评分方法', 'Method'),
  methods: {
    trimmed: say('去极值平均', 'Trimmed mean'),
    mean: say('全部平均', 'Mean of all'),
    median: say('中位数', 'Median'),
  },
  trimFrom: say('满几份起去极值', 'Trim from so many sheets'),
  extremes: say('每侧去掉几份', 'Dropped on each side'),
  minimumSheets: say('至少几份有结果', 'Fewest sheets'),
  passLine: say('达标线', 'Pass line'),
  bonusCap: say('加分封顶', 'Cap of bonuses'),
  seats: say('名额', 'Seats'),
  seatsTotal: say('总名额', 'Seats in all'),
  leaveOut: say('不计以下专家的评分', 'Without these reviewers'),
  run: say('试算', 'Compute'),
  back: say('恢复现行设置', 'Back to the settings in force'),
  unchanged: say('设置与现行相同，请先改动一项。', 'These are the settings in force; change something first.'),
  large: say('申报较多，已转为后台试算。', 'There are many applications; it runs in the background.'),
  figures: say('数字', 'Figure'),
  nowHead: say('现行结果', 'In force'),
  thenHead: say('试算', 'What if'),
  passed: say('达标', 'Passed'),
  selected: say('入选', 'Selected'),
  withoutResult: say('无结果', 'Without a result'),
  needingVote: say('待表决', 'Waiting for a vote'),
  unit: say('申报单位', 'Unit'),
  move: say('变化', 'Change'),
  entering: say('会入选', 'Would enter'),
  leaving: say('会落选', 'Would leave'),
  up: (places: number) => say(`升 ${places} 位`, `up ${places}`),
  down: (places: number) => say(`降 ${places} 位`, `down ${places}`),
  outOfRank: say('进入或退出排名', 'ranked or no longer'),
  nobody: say('按此设置，入选和名次都不变。', 'With these settings nobody enters, leaves or moves.'),
  summary: (entering: number, leaving: number, moving: number) =>
    say(
      `按此设置，会入选 ${entering} 个，会落选 ${leaving} 个，名次变动 ${moving} 个。`,
      `With these settings ${entering} would enter, ${leaving} would leave, ${moving} would move.`,
    ),
  changedSince: (count: number) =>
    say(
      `注意：结果冻结以后，有 ${count} 个申报的录入有改动，下列变化也包含这些改动的影响。`,
      `Note: since the result was frozen ${counted(count, 'application')} changed; the differences below are partly theirs.`,
    ),
  leftOut: (count: number) => say(`未计评分表 ${count} 份`, `${counted(count, 'sheet')} left out`),
  table: (category: string) => say(`${category}：试算与现行结果对照`, `${category}: what-if beside the result`),
} as const;

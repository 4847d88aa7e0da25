import { counted, say } from './say.ts';

/** 卷宗: what lets anybody recompute the selection. */
export const dossiers = {
  title: say('卷宗', 'Dossiers'),
  help: say(
    '卷宗是一个文件，任何人都能据此离线重算本批次的评选。公开版不含个人信息，公布后人人可下载；完整版供学习办和督导存档。',
    'A dossier is one file by which anybody can recompute the selection offline. The public edition holds no personal data; the full one is for office and supervisor.',
  ),
  make: say('制作卷宗', 'Make a dossier'),
  makeWait: say(
    '正在制作卷宗，可以离开本页，完成后会出现在下面。',
    'It is being made; you may leave, it will appear below.',
  ),
  none: say('还没有卷宗', 'No dossier yet'),
  noneHelp: say(
    '评审结果冻结后即可制作。名单进入公示后可以公布。',
    'It can be made once the result is frozen, and published once the list is in publicity.',
  ),
  noResult: say('评审结果冻结后才能制作卷宗。', 'A dossier can be made once the result is frozen.'),
  number: (number: number) => say(`第 ${number} 号卷宗`, `Dossier no. ${number}`),
  madeAt: say('制作于', 'Made at'),
  publishedAt: say('公布于', 'Published at'),
  notPublished: say('未公布', 'not published'),
  published: say('已公布', 'published'),
  outdated: say(
    '依据的是旧结果，不能公布，请重新制作。',
    'It is of an earlier result and cannot be published; make a new one.',
  ),
  notYet: say('名单进入公示后才能公布。', 'It can be published once the list is in publicity.'),
  byHead: say('由办公室负责人公布。', 'The head of the office publishes it.'),
  edition: say('版本', 'Edition'),
  publicEdition: say('公开版', 'Public'),
  fullEdition: say('完整版', 'Full'),
  size: say('大小', 'Size'),
  lines: say('行数', 'Lines'),
  lineCount: (lines: number) => say(`${lines} 行`, counted(lines, 'line')),
  fileName: (cycleId: string) => say(`卷宗-${cycleId}-1-公开版.ndjson.gz`, `卷宗-${cycleId}-1-公开版.ndjson.gz`),
  root: say('根指纹', 'Root'),
  preview: say('下载公开版核对', 'Download the public edition'),
  openFull: say('下载完整版', 'Download the full edition'),
  openFullTitle: say('下载完整版卷宗', 'Download the full edition'),
  openFullConsequence: say(
    '完整版含专家姓名、评语和单位信息。您的姓名和下载时间将记入审计，督导可见。下载后请妥善保管，不得外传。',
    'The full edition holds reviewers’ names, their comments and data of units. Your name and the time are recorded, and the supervisor sees it. Keep it safe and pass it to nobody.',
  ),
  openFullVerb: say('登记并下载', 'Record and download'),
  publish: say('公布卷宗', 'Publish the dossier'),
  publishVerb: say('公布', 'Publish'),
  publishConsequence: say(
    '公布后，任何人都可下载公开版并据此重算评选。根指纹同时记入审计，不能撤回。公布前请先下载核对。',
    'From here on anybody may fetch the public edition and recompute the selection. Its root is recorded; it cannot be taken back. Download and check it first.',
  ),
  publishWhat: say('将要公布', 'To be published'),
  publishDone: say('卷宗已公布', 'The dossier is published'),
  seeing: say('公开页面', 'Public page'),
  verifyTitle: say('怎样核验', 'How to verify it'),
  verifyHelp: say(
    '下载文件后，在任何一台装有本系统源码的电脑上运行下面的命令。核验程序从评分表起重新计算每个综合分、名次和席位，核对根指纹，不需要联网。',
    'With the source of this system on any computer, run the command below. It computes every composite, rank and seat again from the sheets, compares the root, and needs no network.',
  ),
  verifyOther: say(
    '格式公开，也可以用其他语言自行编写核验程序：每行是一个 JSON 对象、一个制表符和 SHA-256 链值，最后一行的链值就是根指纹。',
    'The format is open and can be checked in any language: each line is a JSON object, a tab, and a SHA-256 chained to the line before; that of the last line is the root.',
  ),
  // for everybody
  publicTitle: say('公开卷宗', 'Published dossiers'),
  publicHelp: say(
    '评选公示以后，学习办公布卷宗。下载卷宗，您可以自己重算评分、名次和入选名单。',
    'The office publishes a dossier of each selection. Download it and compute scores, ranks and seats yourself.',
  ),
  publicNone: say('还没有公布的卷宗', 'No dossier is published yet'),
  publicNoneHelp: say('卷宗在名单公示后由学习办公布。', 'The office publishes one once a list is in publicity.'),
  newest: say('最近公布', 'Latest'),
  download: say('下载', 'Download'),
  downloadOf: (number: number) => say(`下载第 ${number} 号卷宗`, `Download dossier no. ${number}`),
} as const;

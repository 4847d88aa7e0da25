import { counted, say } from './say.ts';

/** Site visits, with and without a connection. */
export const visiting = {
  title: say('实地考察', 'Site visits'),
  none: say('现在没有实地考察任务', 'No site visits are asked of you'),
  noneHelp: say(
    '抽取考察组后，分给您的单位会出现在这里。请在出发前打开本页一次，此后没有网络也能填写。',
    'Once teams are drawn, your visits appear here. Open this page once before you leave: after that it works without a connection.',
  ),
  notAsked: say('您没有这项考察任务', 'This visit is not asked of you'),
  notAskedHelp: say(
    '可能学习办已改派其他专家，或您已申请回避。',
    'The office may have given it to somebody else, or you recused yourself.',
  ),
  toVisits: say('查看我的考察任务', 'See my visits'),
  offlineReady: say(
    '本页已保存在这台设备上：没有网络也能填写，恢复连接后自动提交。',
    'This page is kept on this device: it works without a connection, and sends by itself once there is one.',
  ),
  kept: (time: string) =>
    say(
      `现在连接不上服务器，显示的是 ${time} 保存在本机的内容。可以继续填写和提交。`,
      `The server cannot be reached. This is what this device kept at ${time}; you can go on and hand in.`,
    ),
  unsentCount: (count: number) =>
    say(`${count} 份考察评分尚未送达服务器`, `${counted(count, 'sheet')} not on the server yet`),
  waiting: say('等待连接，恢复后自动提交', 'Waiting for a connection; sent by itself'),
  sending: (time: string) =>
    say(`已在本机提交 ${time}，尚未送达服务器`, `Handed in here at ${time}, not on the server yet`),
  sendNow: say('现在提交', 'Send now'),
  conflictShort: say('服务器上有更新的版本', 'The server has a newer version'),
  refusedShort: say('服务器没有接受', 'The server refused it'),
  conflictTitle: say('这份考察评分在服务器上有更新的版本', 'There is a newer version of this sheet on the server'),
  conflictHelp: say(
    '您在本机提交的内容没有覆盖它。请比较后选择。',
    'What you handed in here did not overwrite it. Compare and choose.',
  ),
  mine: say('本机提交的', 'Handed in here'),
  theirs: say('服务器上的', 'On the server'),
  keepMine: say('以本机的提交', 'Hand in mine'),
  takeTheirs: say('保留服务器上的', 'Keep the server’s'),
  refusedTitle: (why: string) => say(`服务器没有接受：${why}`, `The server refused it: ${why}`),
  backToForm: say('撤下并修改', 'Take it back and correct'),
  open: say('填写', 'Fill in'),
  see: say('查看', 'See'),
  score: say('考察得分', 'Score'),
  scoreHelp: say('0 至 100 分，最多 2 位小数。', '0 to 100, with at most 2 decimals.'),
  comment: say('考察情况', 'What the visit found'),
  commentHelp: say(
    '写明看到什么、与谁交谈、与材料是否相符。最多 3000 字。',
    'What you saw, whom you met, whether it agrees with the papers. At most 3000 characters.',
  ),
  commentWanted: say('请填写实地考察情况。', 'Say what the visit found.'),
  submit: say('提交考察评分', 'Hand in'),
  correct: say('更正', 'Correct'),
  submitCorrection: say('提交更正', 'Hand in the correction'),
  cancelCorrection: say('不更正', 'Leave as it is'),
  submitTitle: (name: string) => say(`提交对「${name}」的考察评分`, `Hand in the sheet on ${name}`),
  submitConsequence: (score: string) =>
    say(
      `考察得分 ${score} 分计入评审结果。评审结束前可以更正，每次提交都保留记录。`,
      `The score of ${score} counts. You may correct it until the round is over; every version stays on record.`,
    ),
  submitOffline: say(
    '现在没有连接：先保存在本机，恢复连接后自动提交。',
    'There is no connection: it is kept here and sent once there is one.',
  ),
  handedIn: say('考察评分已提交', 'The sheet is handed in'),
  handedInHere: say('已保存在本机，恢复连接后自动提交', 'Kept here; sent once there is a connection'),
  handedInOpen: say(
    '尚未送达服务器，本机浏览器也无法保存：请不要关闭本页，恢复连接后自动提交',
    'Not on the server yet, and this browser cannot keep it: leave this page open, it is sent once there is a connection',
  ),
  submittedAt: say('提交时间', 'Handed in'),
  corrections: say('此前的提交', 'Earlier versions'),
  transcribed: say('学习办按您签字的评分表代录', 'The office transcribed the sheet that you signed'),
  transcribedHelp: say(
    '请与原件核对。确认后计入结果；如有不符，可在下方填写您自己的评分提交，代录即作废。',
    'Compare with the paper. It counts once you confirm. If it is wrong, hand in your own sheet below, and the transcription is void.',
  ),
  seePaper: say('下载签字原件', 'Download the signed paper'),
  confirm: say('确认无误', 'Confirm'),
  confirmTitle: say('确认代录的考察评分', 'Confirm the transcription'),
  confirmText: (score: string) =>
    say(
      `确认您签字的考察得分为 ${score} 分，并计入评审结果。`,
      `You confirm that you signed ${score} points, which then count.`,
    ),
  confirmed: say('已确认', 'Confirmed'),
  ownSheet: say('我的考察评分', 'My sheet'),
  closed: say('评审已结束，不能再提交或更正。', 'The round is closed; nothing can be handed in or corrected.'),
  needsConnection: say('此项办理需要网络连接。', 'This needs a connection.'),
} as const;

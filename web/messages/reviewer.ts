import { counted, say } from './say.ts';

/** The reviewer's queue, invitations, confirmations. */
export const reviewer = {
  queue: say('评审任务', 'My reviews'),
  noQueue: say('现在没有评审任务', 'No reviews are assigned to you'),
  noQueueHelp: say(
    '抽取专家后，分给您的申报会出现在这里，并发送通知。您可以先在「专家信息」中核对可评审时间和应回避的单位。',
    'Once reviewers are drawn, your cases appear here and you are told. Meanwhile, check your availability and the units to avoid under “My expert profile”.',
  ),
  toExpert: say('核对专家信息', 'Check my profile'),
  noneShown: say('没有符合筛选条件的任务', 'No case fits the filter'),
  showAll: say('显示全部', 'Show all'),
  overall: (done: number, all: number) =>
    say(`已提交 ${done} 份，共 ${all} 份`, `${done} of ${counted(all, 'sheet')} handed in`),
  nextDue: say('最近截止', 'Next deadline'),
  filterState: say('按状态筛选', 'Filter by state'),
  filterCategory: say('按类别筛选', 'Filter by category'),
  allStates: (count: number) => say(`全部 ${count}`, `All ${count}`),
  toAnswer: (count: number) => say(`待确认 ${count}`, `To answer ${count}`),
  toScore: (count: number) => say(`待评分 ${count}`, `To score ${count}`),
  handedIn: (count: number) => say(`已提交 ${count}`, `Handed in ${count}`),
  allCategories: say('全部类别', 'All categories'),
  category: say('类别', 'Category'),
  state: say('状态', 'State'),
  points: (done: number, all: number) => say(`${done}/${all} 项`, `${done}/${all}`),
  progressOf: (name: string) => say(`${name}的评分进度`, `Progress of ${name}`),
  open: say('查看材料', 'Open'),
  score: say('评分', 'Score'),
  goOn: say('继续评分', 'Go on'),
  review: say('查看评分', 'See my sheet'),
  accept: say('接受', 'Accept'),
  acceptAll: (count: number) => say(`全部接受 ${count} 项`, `Accept all ${count}`),
  acceptAllTitle: (count: number) => say(`接受 ${count} 项评审任务`, `Accept ${counted(count, 'case')}`),
  acceptAllText: say(
    '接受即声明：您与这些单位没有任职、亲属、辅导等应当回避的关系。如其中有应回避的，请先对该项申请回避。',
    'By accepting you declare that you have no tie to these units that would bias you. Recuse yourself first from any where you have.',
  ),
  accepted: say('已接受，可以开始评分', 'Accepted. You can start scoring'),
  recuse: say('回避', 'Recuse'),
  recuseTitle: (name: string) => say(`回避对「${name}」的评审`, `Recuse from ${name}`),
  recuseVisitTitle: (name: string) => say(`回避对「${name}」的实地考察`, `Recuse from visiting ${name}`),
  recuseWhy: say('回避原因', 'Reason'),
  recuseNote: say('补充说明', 'Details'),
  recuseNoteHelp: say(
    '选择「其他」时请写明，最多 500 字。',
    'Say what it is if you choose “other”; at most 500 characters.',
  ),
  recuseNoteWanted: say('请写明回避的原因。', 'Say what the reason is.'),
  recuseWhyWanted: say('请选择回避原因。', 'Choose the reason.'),
  recuseConsequence: say(
    '提交后您将退出本件评审，已填写的评分不再保留，由系统按规则递补其他专家。原因会记录在案，学习办可见；不能撤回。',
    'You leave this case for good; marks already given are dropped, and another expert takes the seat by rule. The reason is kept on record for the office. This cannot be undone.',
  ),
  recuseVisitConsequence: say(
    '提交后您将退出本次实地考察，由系统按规则递补其他专家。原因会记录在案，学习办可见；不能撤回。',
    'You leave this visit for good and another expert is asked by rule. The reason is kept on record for the office. This cannot be undone.',
  ),
  recuseVerb: say('申请回避', 'Recuse myself'),
  recused: say('已回避，由其他专家递补', 'You are recused; another expert takes the seat'),
  recusedVacant: say(
    '已回避。暂时没有可递补的专家，学习办会另行安排',
    'You are recused. Nobody can take the seat yet; the office will find somebody',
  ),
  reasons: {
    'same-organization': say('我就职于该单位', 'I work for the unit'),
    'former-employment': say('我近年曾就职于该单位', 'I lately worked for the unit'),
    family: say('我与该单位负责人或经办人有亲属关系', 'I am related to somebody responsible there'),
    'advised-applicant': say('我曾为该单位辅导或参与其申报', 'I advised the unit or helped it apply'),
    other: say('其他可能影响公正的情形', 'Something else that could bias me'),
  },
  // invitations
  invitations: say('评审邀请', 'Invitations'),
  invitedBy: (issuer: string, by: string) =>
    say(`${issuer}邀请您参加评审，评审截至 ${by}`, `${issuer} asks you to review until ${by}`),
  acceptInvitation: say('接受邀请', 'Accept'),
  declineInvitation: say('谢绝', 'Decline'),
  changeToDecline: say('改为谢绝', 'Decline after all'),
  changeToAccept: say('改为接受', 'Accept after all'),
  acceptInvitationTitle: say('接受评审邀请', 'Accept the invitation'),
  load: say('本批次最多评审件数', 'Most cases in this cycle'),
  loadHelp: say(
    '不填则按专家库中的上限。评审结束前可以更改。',
    'Leave it empty for the limit in the pool. You may change it until the round is over.',
  ),
  declineTitle: say('谢绝评审邀请', 'Decline the invitation'),
  declineText: say(
    '谢绝后本批次不会抽取您。评审结束前您可以改变主意。',
    'You are not drawn in this cycle. You may change your mind until the round is over.',
  ),
  declineWhy: say('谢绝的理由', 'Why you decline'),
  loadOf: (load: number) => say(`最多 ${load} 件`, `at most ${counted(load, 'case')}`),
  declinedFor: (reason: string) => say(`谢绝的理由：${reason}`, `Declined: ${reason}`),
  invitationWithdrawn: (reason: string) =>
    say(`学习办已撤回这份邀请，理由：${reason}`, `The office has withdrawn this invitation: ${reason}`),
  answerSaved: say('已答复邀请', 'Your answer is recorded'),
  wish: say('填报评审志愿', 'State my wishes'),
  // transcriptions
  confirmations: say('待我确认的代录评分', 'Transcriptions to confirm'),
  confirmationsHelp: say(
    '学习办按您签字的考察评分表代录。请与原件核对，确认后才计入结果；如有不符，请勿确认并联系学习办更正。',
    'The office typed these from the sheet that you signed. Compare with the paper; they count only once you confirm. If something is wrong, do not confirm; tell the office.',
  ),
  transcribedFor: say('申报单位', 'Unit'),
  transcribedScore: say('代录得分', 'Score'),
  source: say('来源', 'Source'),
  enteredAt: say('录入时间', 'Entered'),
  confirm: say('确认无误', 'Confirm'),
  confirmTitle: say('确认代录评分', 'Confirm the transcription'),
  confirmText: (score: string) =>
    say(
      `确认您签字的评分为 ${score} 分。确认后计入评审结果，不能撤回。`,
      `You confirm that you signed ${score} points. It then counts, and cannot be taken back.`,
    ),
  confirmed: say('已确认', 'Confirmed'),
  // home
  dueTitle: say('评审', 'Reviews'),
  dueUnanswered: (count: number) =>
    say(`${count} 项任务待确认接受或回避`, `${counted(count, 'case')} to accept or recuse from`),
  dueOpen: (done: number, all: number) => say(`评分：已提交 ${done}/${all} 份`, `Scoring: ${done} of ${all} handed in`),
  dueUnlocked: (name: string) =>
    say(`「${name}」已解锁，请修改后重新提交`, `${name} was unlocked: correct and hand in again`),
  dueInvitation: (title: string) => say(`评审邀请：${title}`, `Invitation: ${title}`),
  dueConfirm: (count: number) => say(`${count} 份代录评分待您确认`, `${counted(count, 'transcription')} to confirm`),
  dueVisit: (name: string) => say(`实地考察：${name}`, `Visit: ${name}`),
  dueVisitConfirm: (name: string) => say(`实地考察代录评分待确认：${name}`, `Transcribed visit to confirm: ${name}`),
  dueGo: say('去办理', 'Go'),
  dueNothing: say('评审：现在没有要办的事', 'Reviews: nothing waits for you now'),
} as const;

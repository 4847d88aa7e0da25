import { counted, say } from './say.ts';

/** The naming decision and its approval chain. */
export const decisions = {
  title: say('命名决定', 'Decision'),
  notYet: say('还不能拟定决定', 'No decision can be drafted yet'),
  notYetHelp: say(
    '名单公示期满、异议全部办结后，由学习办拟定命名决定。',
    'It is drafted once the publicity is over and every objection is closed.',
  ),
  toPublicity: say('查看公示', 'See the publicity'),
  ready: say('公示已经通过，可以拟定命名决定', 'The publicity is clear: the decision can be drafted'),
  readyHelp: say('由有拟稿职责的人员拟定。', 'An officer with the duty drafts it.'),
  draft: say('拟定命名决定', 'Draft the decision'),
  draftAgain: say('重新拟定', 'Draft it anew'),
  draftHelp: say(
    '正文和附件按公示通过的名单生成，数量由系统写入。可以改写背景和结尾；留空则用参考文本。',
    'Text and annex follow from the cleared list, and the system writes the counts. You may word the background and the close; left blank, the offered text stands.',
  ),
  background: say('背景（选填）', 'Background (optional)'),
  hope: say('希望与号召（选填）', 'Hope and call (optional)'),
  draftTitle: say('拟定命名决定？', 'Draft the decision?'),
  draftText: say(
    '系统为每个申报主体预留证书编号，随后逐级审批：复核、批准、签发，每人只能办理一次。',
    'Certificate numbers are reserved for every entry. Check, approval and signature follow, each by another person.',
  ),
  document: say('决定正文', 'The decision'),
  annex: say('附件：命名名单', 'Annex: who is named'),
  annexOf: (name: string, count: number) => say(`${name}（${count} 个）`, `${name} (${count})`),
  annexLong: (count: number) =>
    say(`共 ${count} 行，可在下表查找。`, `${counted(count, 'row')}; the table below can be searched.`),
  place: say('序号', 'No.'),
  name: say('名称', 'Name'),
  certificate: say('证书编号', 'Certificate number'),
  numberLater: say('（签发时编发文号）', '(numbered when it is signed)'),
  total: (count: number) => say(`共 ${count} 个申报主体`, counted(count, 'entry', 'entries')),
  countsAgree: say(
    '正文数量、附件行数、各类别之和与证书数一致。',
    'The counts of text, annex, categories and certificates agree.',
  ),
  // the chain
  chain: say('审批', 'Approval'),
  steps: {
    draft: say('拟稿', 'Draft'),
    check: say('复核', 'Check'),
    approve: say('批准', 'Approve'),
    sign: say('签发', 'Sign'),
  },
  waiting: say('待办理', 'waits'),
  nowHere: say('当前环节', 'now'),
  since: say('已等', 'waiting'),
  opinion: say('意见', 'Opinion'),
  opinionHelp: say('记入审批档案。', 'It is kept with the approval.'),
  checkVerb: say('复核通过', 'Check'),
  approveVerb: say('批准', 'Approve'),
  signVerb: say('签发', 'Sign'),
  sendBack: say('退回', 'Send back'),
  sendBackTitle: say('退回这份决定？', 'Send this decision back?'),
  sendBackText: say(
    '退回后本稿作废，由拟稿人按您的理由重新拟定；已预留的证书编号保留给原申报主体。',
    'This draft is over; a new one follows by your reason. Reserved certificate numbers stay with whom they were given.',
  ),
  actTitle: {
    draft: say('拟稿？', 'Draft?'),
    check: say('复核通过？', 'Check this decision?'),
    approve: say('批准这份决定？', 'Approve this decision?'),
    sign: say('签发这份决定？', 'Sign this decision?'),
  },
  actText: {
    draft: say('', ''),
    check: say(
      '通过后转下一环节，您不能再办理本决定的其他环节。',
      'The next step follows; you take no other step of this decision.',
    ),
    approve: say(
      '批准后转下一环节，您不能再办理本决定的其他环节。',
      'The next step follows; you take no other step of this decision.',
    ),
    sign: say(
      '签发后编发文号，系统随即逐一命名并颁发证书，不能撤回。',
      'It gets its document number, everybody in it is named and certificates are issued. It cannot be taken back.',
    ),
  },
  signing: (total: number) =>
    say(`将命名 ${total} 个申报主体：`, `${counted(total, 'entry', 'entries')} will be named:`),
  again: say(
    '签发前需要再次登录，以确认是您本人；登录后回到此处，已写的意见会保留。',
    'You sign in again first, so that it is you; you come back here, and your opinion is kept.',
  ),
  againTitle: say('需要重新登录', 'Sign in again'),
  tooOld: say(
    '距上次登录已超过 5 分钟。请重新登录后签发，已写的意见会保留。',
    'Your sign-in is older than 5 minutes. Sign in again, then sign; your opinion is kept.',
  ),
  backToSign: say('已重新登录，可以签发。', 'You have signed in again and can sign now.'),
  notYours: {
    draft: say('由有拟稿职责的人员办理。', 'By an officer who drafts.'),
    check: say('由有复核职责、且未办理过本决定的人员复核。', 'By an officer who checks and took no step of it yet.'),
    approve: say('由学习办负责人批准。', 'By the head of the office.'),
    sign: say('由领导小组成员签发。', 'By a member of the committee.'),
  },
  actedAlready: say(
    '您已办理过本决定的一个环节，其他环节由他人办理。',
    'You took a step of this decision; others take the rest.',
  ),
  done: say('已办理', 'Done'),
  signedAt: (time: string) => say(`已于 ${time} 签发`, `Signed at ${time}`),
  number: say('发文号', 'Document number'),
  naming: say('系统正在逐一命名并颁发证书。', 'The system is naming one after the other.'),
  toAwards: say('查看称号与证书', 'See the titles'),
  sentBackBy: say('退回理由', 'Why it was sent back'),
  // what changed
  changes: say('与上一稿相比', 'Since the last draft'),
  listChanges: say('与上一版相比', 'Since the last version'),
  sinceNotice: say('与公示名单相比', 'Since the published list'),
  noChanges: say('名单没有变化。', 'The list is the same.'),
  noTextChanges: say('正文没有变化。', 'The text is the same.'),
  textChanges: say('正文', 'Text'),
  gone: say('删去', 'Gone'),
  came: say('改为', 'New'),
  added: (name: string) => say(`增加 ${name}`, `${name} was added`),
  removed: (name: string) => say(`减少 ${name}`, `${name} was removed`),
  renamed: (before: string, name: string) => say(`「${before}」更名为「${name}」`, `${before} is now called ${name}`),
  moved: (name: string, from: number, to: number) =>
    say(`${name} 由第 ${from} 名变为第 ${to} 名`, `${name} moved from ${from} to ${to}`),
  before: say('上一稿', 'The draft before'),
  // void numbers
  voidNumber: say('登记作废文号', 'Void a document number'),
  voidTitle: say('登记下一个文号作废？', 'Record the next document number as void?'),
  voidText: (code: string, year: number) =>
    say(
      `${code}〔${year}〕的下一个文号将记为作废，不再使用，以保持编号连续。用于纸上已用或写废的文号。`,
      `The next number of ${code}〔${year}〕 is recorded as void and never used, so that the series has no gap. For numbers used or spoilt on paper.`,
    ),
  voided: (text: string) => say(`已登记 ${text} 作废`, `${text} is recorded as void`),
  // the committee's desk
  dueTitle: say('领导小组', 'Committee'),
  dueSign: say('待签发', 'To sign'),
  dueTies: say('待表决的并列', 'Ties to vote on'),
  dueNone: say('现在没有要签发或表决的事项', 'Nothing waits for your signature or vote'),
  dueNoneHelp: say(
    '决定批准后、名次并列须表决时，会出现在这里。',
    'Decisions appear here once approved, ties once they need a vote.',
  ),
  open: say('阅读并签发', 'Read and sign'),
  approvedBy: (name: string) => say(`${name} 已批准`, `approved by ${name}`),
  vote: say('表决', 'Vote'),
  tied: (names: string) => say(`${names} 并列`, `${names} are tied`),
  watch: say('进行中的批次', 'Cycles under way'),
} as const;

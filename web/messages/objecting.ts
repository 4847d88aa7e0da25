import { say } from './say.ts';

/** What a citizen without a unit says in its place; the office reads it in the language of the notice. */
export const NO_UNIT = '无';

/** The form with which anybody objects, and its receipt. */
export const objecting = {
  title: say('提出异议', 'Object'),
  about: say('对什么提出异议', 'What it is about'),
  entry: say('名单中的申报主体', 'Somebody on the list'),
  omission: say('遗漏：应列入而未列入', 'Somebody left out'),
  procedure: say('评审或公示的程序', 'The procedure'),
  procedureHelp: say(
    '对程序的异议办结以前，整个名单都不能通过。',
    'Until an objection to the procedure is closed, the whole list waits.',
  ),
  which: say('哪一个', 'Which one'),
  whichPlaceholder: say('输入名称查找', 'Type a name'),
  omitted: say('被遗漏者的名称', 'Name of whoever was left out'),
  grounds: say('事实和依据', 'Facts and what they rest on'),
  groundsHelp: say(
    '请写明时间、地点、经过和依据，便于核查。请勿在此写自己的身份信息。',
    'Say when, where, what happened and how it can be checked. Do not write who you are here.',
  ),
  who: say('您的身份', 'Who you are'),
  whoHelp: say(
    '严格保密，只有经办异议的学习办人员和监督人员可以看到。匿名的异议不予受理。',
    'Confidential: only the officers who handle it and the supervisor see it. Anonymous objections are not admitted.',
  ),
  person: say('以个人名义', 'As a person'),
  unit: say('以单位名义', 'For a unit'),
  personName: say('真实姓名', 'Your real name'),
  personUnit: say('所在单位', 'Where you work'),
  noUnit: say('无工作单位', 'I work nowhere'),
  phone: say('联系电话', 'Telephone'),
  unitName: say('单位名称', 'Name of the unit'),
  contact: say('联系人和联系方式', 'Contact person, and how to reach them'),
  contactHelp: say('如：王老师 010-66006600', 'Such as: Ms Wang 010-66006600'),
  seal: say('加盖公章的异议书（扫描件）', 'The sealed letter (a scan)'),
  sealHelp: say('PDF、JPG 或 PNG。未加盖公章的不予受理。', 'PDF, JPG or PNG. Without a seal it is not admitted.'),
  chooseFile: say('选择文件', 'Choose a file'),
  uploading: say('正在上传…', 'Uploading…'),
  uploaded: (name: string) => say(`已上传 ${name}`, `Uploaded ${name}`),
  otherFile: say('换一个', 'Choose another'),
  wrongType: say('只能上传 PDF、JPG 或 PNG 文件。', 'Only PDF, JPG or PNG files.'),
  tooLarge: (limit: number) => say(`文件不能超过 ${limit} MB。`, `A file can be at most ${limit} MB.`),
  uploadFailed: say('文件没有上传成功，请重试。', 'The file was not uploaded. Try again.'),
  wanted: say('请填写此项。', 'This is wanted.'),
  chooseEntry: say('请在名单中选择。', 'Choose one of the list.'),
  phoneWanted: say('请填写能够联系到您的电话。', 'Give a telephone at which you can be reached.'),
  submit: say('提交异议', 'Send the objection'),
  confirmTitle: say('提交这件异议？', 'Send this objection?'),
  confirmText: say(
    '提交后不能修改。学习办将在 2 个工作日内告知是否受理；异议办结以前，所涉申报不能命名。您的身份严格保密。',
    'It cannot be changed afterwards. Within 2 working days you are told whether it is admitted; until it is closed nothing it concerns is named. Who you are stays confidential.',
  ),
  signedInHint: say(
    '您已登录：提交后可以在「我的异议」查看办理情况和答复，也可以撤回。',
    'You are signed in: afterwards you can follow it under My objections, read the answer, and withdraw it.',
  ),
  anonymousHint: say(
    '未登录也可以提交，学习办将按您留下的联系方式答复。登录后提交的，可以在线查看办理情况和撤回。',
    'You need not sign in; the office answers by the contact that you leave. If you sign in first, you can follow and withdraw it here.',
  ),
  signInFirst: say('先登录', 'Sign in first'),
  closed: say('现在不能在线提出异议', 'Objecting online is over'),
  backToNotice: say('返回公示', 'Back to the notice'),
  // the receipt
  receipt: say('异议回执', 'Receipt'),
  received: say('您的异议已经收到', 'Your objection was received'),
  inadmissible: say('您的异议已登记，但不予受理', 'Your objection was recorded, but is not admissible'),
  number: say('回执编号', 'Number'),
  receivedAt: say('收到时间', 'Received'),
  admitBy: say('告知是否受理的期限', 'You are told by'),
  reason: say('原因', 'Why'),
  next: say('接下来', 'What happens next'),
  nextReceived: say(
    '学习办先审查是否受理，再核查、认定并答复您。询问办理情况时请报回执编号。',
    'The office decides on admissibility, then checks, determines and answers you. Give the number when you ask.',
  ),
  nextInadmissible: say(
    '补齐所缺内容后，可以在公示期内重新提出。其中有具体线索的，学习办仍可依职权核查。',
    'Complete what is missing and object again while the notice is open. The office may still check concrete leads on its own.',
  ),
  keep: say('请保存或打印本回执。离开后本页不再显示。', 'Keep or print this receipt. It is not shown again.'),
  gone: say('这里没有可以显示的回执', 'There is no receipt to show'),
  goneHelp: say(
    '回执只在提交后的同一窗口中显示。登录后提交的异议可以在「我的异议」中查看。',
    'It is shown only in the window in which it was sent. What you sent signed in stands under My objections.',
  ),
  print: say('打印回执', 'Print'),
  // my objections
  refusedBecause: say('不予受理的理由', 'Not admitted because'),
  mine: say('我的异议', 'My objections'),
  mineNone: say('您没有登录后提出的异议', 'You have not objected while signed in'),
  mineNoneHelp: say(
    '登录后在公示页面提出的异议会出现在这里，可以查看办理情况和答复。',
    'What you send from a notice while signed in appears here, with its progress and answer.',
  ),
  answer: say('答复', 'Answer'),
  withdraw: say('撤回异议', 'Withdraw'),
  withdrawTitle: say('撤回这件异议？', 'Withdraw this objection?'),
  withdrawText: say(
    '撤回只作记录，不影响已经开始的核查。撤回后不能恢复。',
    'The withdrawal is noted; a check that began goes on. It cannot be taken back.',
  ),
  withdrawnAt: (time: string) => say(`您已于 ${time} 撤回`, `You withdrew it at ${time}`),
} as const;

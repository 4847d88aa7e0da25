import { counted, say } from './say.ts';

/** How a certificate number looks. */
export const EXAMPLE_NUMBER = '西学证〔2026〕QY-0001';

/** Titles and their certificates, for the office and for everybody. */
export const awards = {
  // for everybody
  check: say('证书查验', 'Check a certificate'),
  certificate: say('证书', 'Certificate'),
  checkHelp: say(
    '输入证书上的编号，查验称号是否有效。括号和空格怎样输入都可以。',
    'Type the number on the certificate to see whether the title stands. Any brackets will do.',
  ),
  number: say('证书编号', 'Certificate number'),
  numberExample: (number: string) => say(`如：${number}`, `Such as ${number}`),
  numberWanted: say('请输入证书编号。', 'Type the certificate number.'),
  checkVerb: say('查验', 'Check'),
  seeNamed: say('查看命名结果', 'See who was named'),
  published: say('已公布的命名结果', 'Published results'),
  publishedHelp: say('各批次命名的单位、家庭和个人。', 'Who was named, cycle by cycle.'),
  publishedNone: say('还没有公布的命名结果', 'No results are published yet'),
  valid: say('有效', 'This title stands'),
  validText: (until: string) => say(`该称号有效，有效期至 ${until}。`, `The title is valid until ${until}.`),
  expired: say('已过有效期', 'Past its term'),
  expiredText: (until: string) =>
    say(`有效期至 ${until}，现已届满。`, `The title was valid until ${until}; that is past.`),
  rectifying: say('限期整改中', 'Under rectification'),
  rectifyingText: (since: string) =>
    say(
      `自 ${since} 起限期整改。整改期间称号仍在，结果以复评决定为准。`,
      `Under rectification since ${since}. The title stands meanwhile; the re-review decides.`,
    ),
  revoked: say('已撤销', 'Revoked'),
  revokedText: (since: string) =>
    say(`该称号已于 ${since} 撤销，证书失效。`, `The title was revoked on ${since}; the certificate is void.`),
  unknown: say('没有这个编号的证书', 'There is no certificate of this number'),
  unknownHelp: say(
    '请核对编号是否输入完整。如核对无误，请向发证单位反映，可能是伪造的证书。',
    'Check that the number is complete. If it is, tell the issuer: the certificate may be forged.',
  ),
  another: say('查验另一份', 'Check another'),
  checkedAt: (time: string) => say(`查验时间 ${time}`, `Checked ${time}`),
  holder: say('获得者', 'Holder'),
  titleOf: say('称号', 'Title'),
  namedOn: say('命名日期', 'Named on'),
  validUntil: say('有效期至', 'Valid until'),
  namedTitle: say('命名结果', 'Who was named'),
  notConcluded: say('该批次还没有公布命名结果', 'This cycle has not published its result'),
  notConcludedHelp: say(
    '命名决定签发并办结后在此公布。',
    'It appears here once the decision is signed and everybody is named.',
  ),
  // for the office
  awards: say('称号与证书', 'Titles and certificates'),
  none: say('还没有命名', 'Nobody is named yet'),
  noneHelp: say(
    '命名决定签发后，系统逐一命名并颁发证书编号，称号会列在这里。',
    'Once the decision is signed the system names one after the other; titles appear here with their numbers.',
  ),
  toDecision: say('查看命名决定', 'See the decision'),
  caption: say('本批次授予的称号', 'Titles of this cycle'),
  count: (count: number) => say(`${count} 个称号`, counted(count, 'title')),
  inState: (count: number) => say(`${count} 个`, String(count)),
  tier: say('等次', 'Tier'),
  status: say('状态', 'State'),
  since: say('自', 'Since'),
  print: say('打印证书编号清单', 'Print the list of numbers'),
  decide: say('复评', 'Re-review'),
  decideOf: (name: string) => say(`复评「${name}」`, `Re-review of ${name}`),
  dueAt: (day: string) => say(`复评到期 ${day}`, `re-review due ${day}`),
  keep: say('保持', 'Keep'),
  rectify: say('限期整改', 'Order rectification'),
  revoke: say('撤销', 'Revoke'),
  verdict: say('复评结论', 'Verdict'),
  keepText: say(
    '称号继续有效一个周期，从原有效期届满之日起算（已届满的从今天起算）。',
    'The title is valid for another term, counted from the end of the last one, or from today if that is past.',
  ),
  rectifyText: say('单位须在期限内完成整改，再作结论。', 'The unit must rectify by then; the verdict follows.'),
  revokeText: say(
    '撤销后证书失效，公开查验页显示「已撤销」，不能恢复。',
    'The certificate becomes void, the public page says revoked, and this cannot be undone.',
  ),
  rectifyBy: say('整改期限', 'Rectify by'),
  rectifyByWanted: say('请选择整改期限（今天以后）。', 'Choose a day after today.'),
  decided: say('已记录复评结论', 'The verdict is recorded'),
  verdictWanted: say('请选择复评结论。', 'Choose the verdict.'),
  lastReason: say('复评意见', 'Reason of the verdict'),
  rectifyDue: (day: string) => say(`整改期限 ${day}`, `rectify by ${day}`),
  freeVerdict: say('结论（复评以外只能撤销）', 'Verdict (outside of a re-review only this)'),
  revokeVerb: say('撤销称号', 'Revoke the title'),
  revokeOf: (name: string) => say(`撤销「${name}」的称号`, `Revoke the title of ${name}`),
  standing: {
    valid: say('有效', 'Stands'),
    'under-rectification': say('限期整改', 'Under rectification'),
    revoked: say('已撤销', 'Revoked'),
  },
  headOnly: say('复评结论由学习办负责人作出。', 'The head of the office gives the verdict.'),
} as const;

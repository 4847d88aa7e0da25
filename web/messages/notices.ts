import { counted, say } from './say.ts';

/** What everybody reads: notices, objecting, certificates. */
export const notices = {
  title: say('公示与异议', 'Public notices'),
  lead: say(
    '拟命名名单在作出决定前向社会公示。公示期内，任何单位和个人都可以提出异议。',
    'Lists are published before anything is decided. While a notice is open, anybody may object.',
  ),
  running: say('公示中', 'Open now'),
  earlier: say('已结束的公示', 'Closed'),
  none: say('目前没有公示', 'There is no notice now'),
  noneHelp: say(
    '名单公示时会出现在这里，公示期一般为 5 个工作日。',
    'Lists appear here when they are published, as a rule for 5 working days.',
  ),
  window: (first: string, last: string) => say(`公示期 ${first} 至 ${last}`, `Open ${first} to ${last}`),
  entries: (count: number) => say(`${count} 个申报主体`, counted(count, 'entry', 'entries')),
  supplementary: say('补充公示', 'Supplementary'),
  read: say('查看公示', 'Read'),
  object: say('提出异议', 'Object'),
  objectTo: (name: string) => say(`对「${name}」提出异议`, `Object to ${name}`),
  daysLeft: (days: number) => say(`还剩 ${days} 个工作日`, `${counted(days, 'working day')} left`),
  naturalDaysLeft: (days: number) => say(`还剩 ${days} 天`, `${counted(days, 'day')} left`),
  closesAt: (time: string) => say(`${time} 截止`, `closes ${time}`),
  over: say('公示期已满', 'This notice has closed'),
  overHelp: (until: string) =>
    say(
      `在线提出异议的时间已过。公示期内寄出的信函以邮戳日期为准，${until} 前收到的仍予受理登记。`,
      `Objecting online is over. Letters posted while it was open are still taken in until ${until}.`,
    ),
  concluded: say('本次公示已经办结。', 'This notice is concluded.'),
  superseded: say('本次公示已由补充公示取代', 'A supplementary notice took its place'),
  supersededHelp: say(
    '名单在公示期间有变更，已按新的名单重新公示，公示期重新计算。异议请在补充公示中提出。',
    'The list changed while it was in publicity, and was published anew for a full period. Object there.',
  ),
  toSuperseding: say('查看补充公示', 'To the supplementary notice'),
  print: say('打印', 'Print'),
  document: say('公示通知', 'The notice'),
  // the notice as a document
  period: say('一、公示时间', '1. Period'),
  periodText: (first: string, last: string) =>
    say(`${first}至${last}，至最后一日 24:00 止。`, `From ${first} to ${last}, until 24:00 of the last day.`),
  periodPlanned: (first: string, last: string) =>
    say(
      `如今天发布，为${first}至${last}；起止日期以实际发布之日计算，发布后在此写明。`,
      `${first} to ${last} if it is published today; the dates follow from the day of publication and are printed here then.`,
    ),
  periodUnknown: say(
    '发布之日起按规定的公示期计算，发布后在此写明起止日期。',
    'Counted from the day of publication; the dates are printed here then.',
  ),
  list: say('二、公示名单', '2. List'),
  listText: (total: number, counts: string) => say(`共 ${total} 个：${counts}。`, `${total} in all: ${counts}.`),
  count: (name: string, count: number) => say(`${name} ${count} 个`, `${name} ${count}`),
  comma: say('、', ', '),
  channels: say('三、反映渠道', '3. Channels'),
  requirements: say('四、异议的要求', '4. What an objection must bear'),
  notAdmitted: say('五、不予受理的情形', '5. What is not admitted'),
  confidentiality: say('六、保密', '6. Confidentiality'),
  where: say('七、联系方式', '7. Where to turn'),
  whereText: (address: string, postcode: string) =>
    say(`地址：${address}　邮政编码：${postcode}`, `Address: ${address}, postcode ${postcode}`),
  phones: (phone: string, supervisor: string) =>
    say(`联系电话：${phone}　监督电话：${supervisor}`, `Telephone: ${phone}. Supervision: ${supervisor}`),
  basis: (title: string, number: string) => say(`依据：《${title}》（${number}）`, `Basis: ${title} (${number})`),
  // entries
  entriesTitle: say('公示名单', 'The list'),
  search: say('查找名称或区域', 'Find a name or area'),
  found: (count: number, all: number) => say(`${count} / ${all} 个`, `${count} of ${all}`),
  noneFound: say('没有找到相符的申报主体', 'Nothing found'),
  noneFoundHelp: say(
    '请核对名称。应列入而未列入的，可以就遗漏提出异议。',
    'Check the name. If somebody was left out, you may object to the omission.',
  ),
  name: say('名称', 'Name'),
  area: say('区域', 'Area'),
  category: say('类别', 'Category'),
  rank: say('名次', 'Rank'),
  howTo: say('怎样提出异议', 'How to object'),
  howToText: say(
    '在线填写并提交，立即得到回执编号；也可以来信、来电。学习办在 2 个工作日内告知是否受理，受理后 10 个工作日内核查，认定后 5 个工作日内答复。您的身份严格保密。',
    'Write and send it here and get a receipt at once, or write or call. Within 2 working days you are told whether it is admitted; it is checked within 10 and answered within 5. Who you are stays confidential.',
  ),
} as const;

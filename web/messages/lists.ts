import { counted, say } from './say.ts';

/** The proposed list (拟命名名单), substitution and votes. */
export const lists = {
  title: say('拟命名名单', 'The proposed list'),
  notYet: say('还没有评审结果', 'There is no result yet'),
  notYetHelp: say(
    '评审结束并计算出结果后，才能拟定名单。',
    'The list is drafted once the review is closed and its result computed.',
  ),
  toResults: say('查看结果', 'To the results'),
  toProgress: say('查看评审进度', 'To the progress'),
  notDrafted: say('名单尚未拟定', 'The list is not drafted yet'),
  notDraftedHelp: say(
    '由有拟稿职责的人员按评审结果拟定，再由另一人复核。',
    'An officer drafts it from the result, and another one checks it.',
  ),
  fromResult: say('按结果入选', 'Selected by the result'),
  draftHelp: say(
    '下列申报按评审结果入选。确有理由的可以不列入，须写明理由并记入档案。',
    'These were selected by the result. Somebody may be left out for a reason, which is kept.',
  ),
  draft: say('拟定名单', 'Draft the list'),
  draftAgain: say('重新拟定', 'Draft it anew'),
  draftNobody: say(
    '没有可以列入的申报，不能拟定名单。没有单位入选的批次，可以在看板上终止。',
    'There is nobody to put on a list. A cycle without anybody selected can be abandoned on its board.',
  ),
  draftTitle: say('拟定名单？', 'Draft the list?'),
  draftText: (total: number, excluded: number) =>
    say(
      `列入 ${total} 个${excluded > 0 ? `，不列入 ${excluded} 个` : ''}。名单拟定后，除非被退回，不能再重新计算结果或录入并列表决。`,
      `${counted(total, 'entry', 'entries')} on the list${excluded > 0 ? `, ${excluded} left out` : ''}. Afterwards, unless it is sent back, results are not computed anew and no vote is entered.`,
    ),
  tiesFirst: say('有并列须先由领导小组表决', 'Ties wait for the committee’s vote'),
  tiesFirstHelp: say(
    '下列申报并列且名额不足以全部入选，表决后才能拟定名单。',
    'These are tied across the cut; the list can be drafted after the vote.',
  ),
  exclude: say('不列入', 'Leave out'),
  excludeOf: (name: string) => say(`不列入「${name}」`, `Leave out ${name}`),
  excludeTitle: (name: string) => say(`不列入「${name}」？`, `Leave out ${name}?`),
  excludeText: say(
    '理由记入名单档案，拟定前可以恢复。',
    'The reason is kept with the list. It can be undone until it is drafted.',
  ),
  include: say('恢复列入', 'Take in again'),
  excluded: say('不列入', 'Left out'),
  excludedList: say('未列入的（附理由）', 'Left out, with the reason'),
  // as it will be read
  caption: say('拟命名名单', 'The proposed list'),
  counts: say('名额与入选', 'Seats and entries'),
  category: say('类别', 'Category'),
  seats: say('名额', 'Seats'),
  listed: say('入选', 'Entries'),
  tier: say('等次', 'Tier'),
  tiers: say('各等次', 'Tiers'),
  passLine: say('达标线', 'Pass line'),
  free: say('空余', 'Free'),
  rank: say('名次', 'Rank'),
  name: say('名称', 'Name'),
  area: say('区域', 'Area'),
  recommender: say('推荐单位', 'Recommended by'),
  score: say('综合分', 'Score'),
  tierCount: (name: string, count: number) => say(`${name} ${count}`, `${name} ${count}`),
  total: say('合计', 'Total'),
  // check
  draftedAt: say('拟定时间', 'Drafted'),
  basedOn: say('依据结果', 'From result'),
  check: say('复核名单', 'Check the list'),
  checkTitle: say('复核通过这份名单？', 'Check this list?'),
  checkText: (total: number) =>
    say(
      `${total} 个申报转为「拟入选」，其余转为「未入选」。复核后名单不能再改，可以拟定公示通知。`,
      `${counted(total, 'application')} become shortlisted, the others not selected. The list is fixed, and its notice can be drafted.`,
    ),
  sendBack: say('退回重拟', 'Send back'),
  sendBackTitle: say('退回这份名单？', 'Send this list back?'),
  sendBackText: say(
    '退回后由拟稿人按您的理由重新拟定；在此之前可以重新计算结果、录入并列表决。',
    'The drafter makes a new one by your reason. Until then the result may be computed anew and a vote be entered.',
  ),
  sentBackNext: say(
    '如问题在结果，先重新计算结果，再由拟稿人重新拟定名单。',
    'If the result is at fault, have it computed anew first; then a new list is drafted.',
  ),
  ownDraft: say('名单由您拟定，须由其他有复核职责的人员复核。', 'You drafted it; another officer must check it.'),
  checkDuty: say('由有复核职责的人员复核。', 'An officer with the duty checks it.'),
  checkedNext: say('名单已复核，可以拟定公示通知。', 'The list is checked; its notice can be drafted.'),
  toPublicity: say('去公示', 'To the publicity'),
  stale: say(
    '名单已有新的一版。已载入最新一版，请重新阅读后再办理。',
    'There is a newer draft. It is shown now: read it again.',
  ),
  firstVersion: say('这是第一版。', 'This is the first version.'),
  allSelected: say('结果选出的全部列入。', 'All whom the result selected are on it.'),
  // vacancies
  vacancies: say('空缺与递补', 'Vacancies and substitution'),
  vacant: (name: string) => say(`「${name}」的名额空缺`, `The place of ${name} is vacant`),
  next: say('下一顺位', 'Next in line'),
  nobody: say('没有可以递补的申报。', 'Nobody is in line.'),
  tied: say('并列，须先表决', 'Tied: a vote first'),
  substitute: say('递补', 'Let in'),
  substituteOf: (name: string) => say(`由「${name}」递补`, `Let ${name} in`),
  substituteTitle: (name: string) => say(`由「${name}」递补？`, `Let ${name} in?`),
  substituteText: say(
    '递补是实质变更：本次公示期满后须以新名单补充公示，公示期重新计算。',
    'A material change: the new list is published again for a full period.',
  ),
  substituted: (name: string) => say(`已由「${name}」递补`, `${name} comes in`),
  // votes
  vote: say('录入表决', 'Enter the vote'),
  voteTitle: say('领导小组表决', 'The committee’s vote'),
  voteHelp: say(
    '按表决结果排出先后。只能由领导小组成员录入，与所涉申报有利害关系的须回避。',
    'Put them in the order of the vote. Only the committee enters it; whoever has a stake stays away.',
  ),
  tieOf: (category: string, count: number, rank: number) =>
    say(`${category}：${count} 个申报并列第 ${rank} 名`, `${category}: ${count} share rank ${rank}`),
  toArithmetic: say('查看核算过程', 'See how the scores came about'),
  voted: say('表决已录入，结果已重新计算', 'The vote is entered and the result computed anew'),
  votedPlace: say('表决已录入', 'The vote is entered'),
  voteCommittee: say('由领导小组成员录入表决。', 'A member of the committee enters the vote.'),
  up: (name: string) => say(`「${name}」上移`, `Move ${name} up`),
  down: (name: string) => say(`「${name}」下移`, `Move ${name} down`),
  minutes: say('会议、日期和票数', 'Meeting, date and count'),
  minutesWanted: say('请写明会议、日期和票数。', 'Name the meeting, the date and the count.'),
  voteText: say(
    '表决录入后结果重新计算并记入档案，不能更改。',
    'The result is computed with it and the vote is kept; it cannot be changed.',
  ),
  voteSubstituteText: say('表决录入后不能更改，第一位可以递补。', 'It cannot be changed; the first may come in.'),
  voteQuestion: say('录入这个表决？', 'Enter this vote?'),
} as const;

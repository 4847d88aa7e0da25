import type { Notice } from '../notifications.ts';

const overdue = (matter: string): string =>
  `“{unit}”在“{cycle}”中的申报${matter}，办理时限已过。请于{deadline}前办理。`;
const late = (matter: string): string =>
  `The application of "{unit}" in "{cycle}" ${matter}, and the time for it has passed. Please act before {deadline}.`;

/** 催办: who owes the act that a gate waits for. Where nobody can hurry anything, nobody is told. */
const reminders = [
  {
    gate: 'recommendation',
    to: 'recommenders',
    due: 'act',
    zh: { subject: '催办：推荐', body: overdue('尚待推荐') },
    en: { subject: 'Reminder: recommendation', body: late('still waits for your recommendation') },
  },
  {
    gate: 'formal-check',
    to: 'checkers',
    due: 'act',
    zh: { subject: '催办：形式审查', body: overdue('尚待形式审查') },
    en: { subject: 'Reminder: formal check', body: late('still waits for the formal check') },
  },
  {
    gate: 'review',
    to: 'overdue-reviewers',
    due: 'act',
    zh: { subject: '催办：评审', body: overdue('尚待您评审') },
    en: { subject: 'Reminder: review', body: late('still waits for your review') },
  },
  {
    gate: 'review',
    to: 'administrators',
    due: 'act',
    zh: { subject: '催办：评审未完成', body: overdue('尚未评审完毕，请督促或改派') },
    en: { subject: 'Reminder: a review is overdue', body: late('is not yet reviewed: urge the reviewers or reassign') },
  },
  {
    gate: 'review-start',
    to: 'administrators',
    due: 'act',
    zh: { subject: '催办：启动评审', body: '“{cycle}”的自评阶段已结束，评审尚未启动。请于{deadline}前办理。' },
    en: {
      subject: 'Reminder: start the review',
      body: 'The self-assessment of "{cycle}" is over and the review has not been started. Please act before {deadline}.',
    },
  },
  {
    gate: 'round-closed',
    to: 'administrators',
    due: 'act',
    zh: { subject: '催办：结束评审', body: '“{cycle}”的评审时限已过，评审轮次尚未结束。请于{deadline}前办理。' },
    en: {
      subject: 'Reminder: close the round',
      body: 'The time for the review of "{cycle}" has passed and the round is not closed. Please act before {deadline}.',
    },
  },
  {
    gate: 'list',
    to: 'drafters',
    due: 'act',
    zh: { subject: '催办：拟命名名单', body: '“{cycle}”的拟命名名单尚未拟定。请于{deadline}前办理。' },
    en: {
      subject: 'Reminder: the proposed list',
      body: 'The proposed list of "{cycle}" is not drawn up yet. Please act before {deadline}.',
    },
  },
  {
    gate: 'notice',
    to: 'drafters',
    due: 'act',
    zh: { subject: '催办：公示通知', body: '“{cycle}”的公示通知尚未拟定。请于{deadline}前办理。' },
    en: {
      subject: 'Reminder: the notice of publicity',
      body: 'The notice of publicity of "{cycle}" is not drafted yet. Please act before {deadline}.',
    },
  },
  {
    gate: 'notice-check',
    to: 'checkers',
    due: 'act',
    zh: { subject: '催办：复核公示通知', body: '“{cycle}”的公示通知待复核。请于{deadline}前办理。' },
    en: {
      subject: 'Reminder: check the notice',
      body: 'The notice of publicity of "{cycle}" waits to be checked. Please act before {deadline}.',
    },
  },
  {
    gate: 'decision',
    to: 'next-approvers',
    due: 'act',
    zh: { subject: '催办：命名决定', body: '“{cycle}”的命名决定待您办理。请于{deadline}前办理。' },
    en: {
      subject: 'Reminder: the decision',
      body: 'The decision of "{cycle}" waits for your step. Please act before {deadline}.',
    },
  },
  {
    gate: 're-review',
    to: 'approvers',
    due: 'act',
    zh: { subject: '催办：复评', body: '“{unit}”（证书{number}）的复评尚未完成。请于{deadline}前办理。' },
    en: {
      subject: 'Reminder: re-review',
      body: 'The re-review of "{unit}" (certificate {number}) is not finished. Please act before {deadline}.',
    },
  },
  {
    gate: 'rectification',
    to: 'representative',
    due: 'act',
    zh: { subject: '催办：限期整改', body: '“{unit}”（证书{number}）的整改时限已过。请于{deadline}前完成整改。' },
    en: {
      subject: 'Reminder: rectification',
      body: 'The time for the rectification of "{unit}" (certificate {number}) has passed. Finish it before {deadline}.',
    },
  },
  {
    gate: 'rectification',
    to: 'approvers',
    due: 'act',
    zh: { subject: '催办：整改验收', body: '“{unit}”（证书{number}）的整改尚待验收。请于{deadline}前办理。' },
    en: {
      subject: 'Reminder: judge the rectification',
      body: 'The rectification of "{unit}" (certificate {number}) waits to be judged. Please act before {deadline}.',
    },
  },
] as const satisfies readonly Notice[];

const expired = (matter: string) => ({
  subject: '逾期终止申报',
  body: `“{unit}”未在{deadline}前提交“{cycle}”的${matter}，申报已终止。`,
});
const ended = (matter: string) => ({
  subject: 'Your application expired',
  body: `"{unit}" did not submit ${matter} in "{cycle}" before {deadline}. The application has expired.`,
});

export const gateNotices = {
  'gate.reminded': reminders,
  'gate.expired': [
    {
      gate: 'correction',
      to: 'representative',
      due: 'act',
      zh: expired('修改稿'),
      en: ended('the correction'),
    },
    {
      gate: 'self-assessment',
      to: 'representative',
      due: 'act',
      zh: expired('自评材料'),
      en: ended('the self-assessment'),
    },
  ],
  'fault.opened': [
    {
      to: 'administrators',
      zh: {
        subject: '流程故障待处理',
        body: '一条办理流程发生故障，已暂停等待处理。请在“流程故障”中查看原因，选择重试或终止。',
      },
      en: {
        subject: 'A workflow failed',
        body: 'A workflow has failed and waits for you. Read the cause under "Faults", then retry or abandon it.',
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly Notice[]>>;

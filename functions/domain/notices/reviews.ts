import type { Notice } from '../notifications.ts';

const seated = {
  to: 'successor',
  due: 'successor',
  zh: {
    subject: '新的评审任务',
    body: '请评审“{unit}”在“{cycle}”中的申报，于{deadline}前提交评分；如有应当回避的情形，请尽快申明。',
  },
  en: {
    subject: 'A new review for you',
    body: 'Please review the application of "{unit}" in "{cycle}" and submit your sheet before {deadline}. If you have a conflict of interest, recuse yourself as soon as you can.',
  },
} as const satisfies Notice;

/** The self-assessment and the review by the panel. No message tells a score, or who else reviews. */
export const reviewNotices = {
  'assessment.submitted': [
    {
      to: 'representative',
      zh: { subject: '自评材料已提交', body: '“{unit}”在“{cycle}”中的自评材料已收到。' },
      en: {
        subject: 'Your self-assessment was received',
        body: 'The self-assessment of "{unit}" in "{cycle}" was received.',
      },
    },
  ],
  'assessment.supplemented': [
    {
      to: 'representative',
      zh: { subject: '补正材料已提交', body: '“{unit}”在“{cycle}”中补正的自评材料已收到。' },
      en: {
        subject: 'Your supplement was received',
        body: 'The supplemented self-assessment of "{unit}" in "{cycle}" was received.',
      },
    },
    {
      to: 'checkers',
      zh: { subject: '补正材料已提交', body: '“{unit}”已补正其在“{cycle}”中的自评材料，请查看。' },
      en: {
        subject: 'A supplement was submitted',
        body: '"{unit}" has supplemented its self-assessment in "{cycle}".',
      },
    },
  ],
  'assessment.returned': [
    {
      to: 'representative',
      due: 'act',
      zh: {
        subject: '自评材料退回补正',
        body: '“{unit}”在“{cycle}”中的自评材料已退回补正。请于{deadline}前补正并重新提交；逾期未交，申报终止。退回的理由请登录查看。',
      },
      en: {
        subject: 'Your self-assessment was returned',
        body: 'The self-assessment of "{unit}" in "{cycle}" was returned. Supplement it and submit it again before {deadline}; otherwise the application expires. Sign in to read the reason.',
      },
    },
  ],
  'application.panel-assigned': [{ ...seated, to: 'owing-reviewers', due: 'reviewBy' }],
  'application.panel-redrawn': [
    { ...seated, to: 'joining', due: 'act' },
    {
      to: 'leaving',
      zh: {
        subject: '评审任务已调整',
        body: '经重新抽取，“{unit}”在“{cycle}”中的评审任务已改派他人，您无需再评审。',
      },
      en: {
        subject: 'A review was given to somebody else',
        body: 'After a new draw the review of "{unit}" in "{cycle}" was given to somebody else. You need not go on with it.',
      },
    },
  ],
  'reviewer.reminded': [
    {
      to: 'reviewer',
      zh: {
        subject: '评审任务逾期提醒',
        body: '您在“{cycle}”中有评审任务已逾期，请尽快登录系统提交评分；如不能继续评审，请及时申明回避或联系学习办。',
      },
      en: {
        subject: 'A review is overdue',
        body: 'A review of yours in "{cycle}" is overdue. Please submit your sheet as soon as you can; if you cannot, recuse yourself or tell the office.',
      },
    },
  ],
  'assignment.recused': [
    seated,
    {
      to: 'administrators',
      when: ['seatVacant', true],
      zh: { subject: '评审席位空缺', body: '“{cycle}”有评审专家回避且无人可自动补上，请补派。' },
      en: {
        subject: 'A seat on a panel is vacant',
        body: 'A reviewer in "{cycle}" has recused themselves and nobody could take the seat: please assign one.',
      },
    },
  ],
  'assignment.reassigned': [
    seated,
    {
      to: 'reviewer',
      zh: { subject: '评审任务已改派', body: '“{unit}”在“{cycle}”中的评审任务已改派他人，您无需再评审。' },
      en: {
        subject: 'A review was given to somebody else',
        body: 'The review of "{unit}" in "{cycle}" was given to somebody else. You need not go on with it.',
      },
    },
  ],
  'assignment.submitted': [
    {
      to: 'reviewer',
      zh: { subject: '评分表已提交', body: '您对“{unit}”在“{cycle}”中的评分表已收到。' },
      en: { subject: 'Your sheet was received', body: 'Your sheet on "{unit}" in "{cycle}" was received.' },
    },
    // The totals lay too far apart: one more reviewer, who is asked like any other.
    seated,
    {
      to: 'administrators',
      when: ['arbiterVacant', true],
      zh: {
        subject: '仲裁席位空缺',
        body: '“{cycle}”有一个评审组须增加一名专家，但无人可自动补上，请补派。',
      },
      en: {
        subject: 'A further reviewer is needed',
        body: 'A panel in "{cycle}" needs a further reviewer and nobody could take the seat: please assign one.',
      },
    },
  ],
  'assignment.arbiter-seated': [{ ...seated, to: 'reviewer', due: 'assignment' }],
  'assignment.unlocked': [
    {
      to: 'reviewer',
      due: 'assignment',
      zh: {
        subject: '评分表已退回，请重新提交',
        body: '您对“{unit}”在“{cycle}”中的评分表已由学习办解锁。请于{deadline}前核对并重新提交；理由请登录查看。',
      },
      en: {
        subject: 'Your sheet was unlocked',
        body: 'The office has unlocked your sheet on "{unit}" in "{cycle}". Check it and submit it again before {deadline}. Sign in to read the reason.',
      },
    },
  ],
  'assignment.extended': [
    {
      to: 'reviewer',
      due: 'assignment',
      zh: { subject: '评审期限已延长', body: '您对“{unit}”在“{cycle}”中的评审期限已延长至{deadline}。' },
      en: {
        subject: 'You have more time for a review',
        body: 'Your time for the review of "{unit}" in "{cycle}" was extended to {deadline}.',
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly Notice[]>>;

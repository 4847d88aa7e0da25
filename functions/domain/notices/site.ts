import type { Notice } from '../notifications.ts';

const visit = {
  to: 'next-visitor',
  due: 'reviewBy',
  zh: {
    subject: '新的实地考察任务',
    body: '请对“{unit}”在“{cycle}”中的申报进行实地考察，于{deadline}前提交考察评分；如有应当回避的情形，请尽快申明。',
  },
  en: {
    subject: 'A new site visit for you',
    body: 'Please visit "{unit}" for "{cycle}" and submit your sheet before {deadline}. If you have a conflict of interest, recuse yourself as soon as you can.',
  },
} as const satisfies Notice;

/** The visits on site. Whoever goes there knows where; no message tells a score, or who else goes. */
export const siteNotices = {
  'site-team.assigned': [{ ...visit, to: 'visitors' }],
  'site-team.changed': [
    visit,
    {
      to: 'visitor',
      zh: { subject: '实地考察任务已改派', body: '“{unit}”在“{cycle}”中的实地考察已改派他人，您无需前往。' },
      en: {
        subject: 'A site visit was given to somebody else',
        body: 'The visit to "{unit}" for "{cycle}" was given to somebody else. You need not go.',
      },
    },
  ],
  'site-sheet.transcribed': [
    {
      to: 'visitor',
      zh: {
        subject: '请确认实地考察评分',
        body: '学习办已代录您对“{unit}”在“{cycle}”中签字的实地考察评分表，请登录核对并确认；确认后方可计入。',
      },
      en: {
        subject: 'Please confirm your site sheet',
        body: 'The office has transcribed the sheet that you signed on the visit to "{unit}" in "{cycle}". Please check and confirm it; it does not count before.',
      },
    },
  ],
  'site-sheet.recused': [
    visit,
    {
      to: 'administrators',
      when: ['seatVacant', true],
      zh: { subject: '实地考察组缺人', body: '“{cycle}”有考察专家回避且无人可自动补上，请补派。' },
      en: {
        subject: 'A seat on a site team is vacant',
        body: 'A visitor in "{cycle}" has recused themselves and nobody could take the seat: please assign one.',
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly Notice[]>>;

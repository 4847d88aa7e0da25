import type { Notice } from '../notifications.ts';

const approval = [
  {
    to: 'next-approvers',
    zh: { subject: '命名决定待办理', body: '“{cycle}”的命名决定已到您办理的环节，请审阅并办理。' },
    en: { subject: 'A decision waits for your step', body: 'The decision of "{cycle}" has come to your step.' },
  },
] as const satisfies readonly Notice[];

/** The decision on its way through the chain, and the titles that come of it. */
export const awardNotices = {
  'decision.drafted': approval,
  'decision.check': approval,
  'decision.approve': approval,
  'decision.sent-back': [
    {
      to: 'drafters',
      zh: { subject: '命名决定被退回', body: '“{cycle}”的命名决定已被退回重拟，意见请登录查看。' },
      en: {
        subject: 'A decision was sent back',
        body: 'The decision of "{cycle}" was sent back to be drafted anew. Sign in to read why.',
      },
    },
  ],
  'decision.signed': [
    {
      to: 'administrators',
      zh: { subject: '命名决定已签发', body: '“{cycle}”的命名决定已签发，文号：{number}。' },
      en: { subject: 'The decision was signed', body: 'The decision of "{cycle}" was signed under {number}.' },
    },
  ],
  'application.named': [
    {
      to: 'representative',
      zh: { subject: '命名通知', body: '“{unit}”已在“{cycle}”中获得命名，证书编号：{number}。' },
      en: { subject: 'Your unit was named', body: '"{unit}" was named in "{cycle}". Its certificate is {number}.' },
    },
  ],
  'award.re-review-begun': [
    {
      to: 'representative',
      zh: { subject: '复评已启动', body: '“{unit}”（证书{number}）的称号有效期将满，复评已启动，请按要求准备。' },
      en: {
        subject: 'Your re-review has begun',
        body: 'The title of "{unit}" (certificate {number}) comes to its term and the re-review has begun. Please prepare for it.',
      },
    },
    {
      to: 'approvers',
      zh: { subject: '复评待办理', body: '“{unit}”（证书{number}）的复评已启动，请办理。' },
      en: { subject: 'A re-review waits', body: 'The re-review of "{unit}" (certificate {number}) has begun.' },
    },
  ],
  'award.keep': [
    {
      to: 'representative',
      zh: { subject: '复评通过', body: '“{unit}”（证书{number}）的称号予以保持。' },
      en: { subject: 'Your title is kept', body: 'The title of "{unit}" (certificate {number}) is kept.' },
    },
  ],
  'award.rectify': [
    {
      to: 'representative',
      due: 'rectification',
      zh: {
        subject: '限期整改',
        body: '“{unit}”（证书{number}）须在{deadline}前完成整改，事项请登录查看；整改期间称号保留。',
      },
      en: {
        subject: 'Rectification within a deadline',
        body: '"{unit}" (certificate {number}) must rectify before {deadline}. Sign in to read what is asked. The title stays meanwhile.',
      },
    },
  ],
  'award.revoke': [
    {
      to: 'representative',
      zh: { subject: '称号撤销', body: '“{unit}”（证书{number}）的称号已撤销，理由请登录查看。' },
      en: {
        subject: 'Your title was revoked',
        body: 'The title of "{unit}" (certificate {number}) was revoked. Sign in to read the reason.',
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly Notice[]>>;

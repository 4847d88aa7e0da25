import type { Notice } from '../notifications.ts';

/** From the proposed list to the decision. Who is on the list is told to nobody before it is published. */
export const publicityNotices = {
  'list.drafted': [
    {
      to: 'checkers',
      zh: { subject: '拟命名名单待复核', body: '“{cycle}”的拟命名名单已拟定，请复核。' },
      en: { subject: 'A proposed list waits to be checked', body: 'The proposed list of "{cycle}" was drawn up.' },
    },
  ],
  'list.sent-back': [
    {
      to: 'drafters',
      zh: { subject: '拟命名名单被退回', body: '“{cycle}”的拟命名名单已被退回重拟，理由请登录查看。' },
      en: {
        subject: 'The proposed list was sent back',
        body: 'The proposed list of "{cycle}" was sent back to be drafted anew. Sign in to read why.',
      },
    },
  ],
  'publicity.drafted': [
    {
      to: 'checkers',
      zh: { subject: '公示通知待复核', body: '“{cycle}”的公示通知已拟定，请复核。' },
      en: { subject: 'A notice waits to be checked', body: 'The notice of publicity of "{cycle}" was drafted.' },
    },
  ],
  'publicity.sent-back': [
    {
      to: 'drafters',
      zh: { subject: '公示通知被退回', body: '“{cycle}”的公示通知已被退回修改，理由请登录查看。' },
      en: {
        subject: 'The notice was sent back',
        body: 'The notice of publicity of "{cycle}" was sent back to be reworded. Sign in to read why.',
      },
    },
  ],
  'publicity.opened': [
    {
      to: 'administrators',
      due: 'window',
      zh: { subject: '公示已开始', body: '“{cycle}”的拟命名名单已公示，至{deadline}止。' },
      en: {
        subject: 'The publicity has begun',
        body: 'The proposed list of "{cycle}" was published. The publicity ends at {deadline}.',
      },
    },
  ],
  'application.publicized': [
    {
      to: 'representative',
      due: 'window',
      zh: {
        subject: '已列入公示名单',
        body: '“{unit}”已列入“{cycle}”的公示名单，公示至{deadline}止。公示期间如有异议，命名以处理结果为准。',
      },
      en: {
        subject: 'Your unit is in publicity',
        body: '"{unit}" is on the published list of "{cycle}". The publicity ends at {deadline}; naming depends on its outcome.',
      },
    },
  ],
  'objection.received': [
    {
      to: 'checkers',
      due: 'admission',
      zh: { subject: '收到异议', body: '“{cycle}”公示期间收到一件异议。请于{deadline}前作出是否受理的决定并告知。' },
      en: {
        subject: 'An objection was received',
        body: 'An objection was received in the publicity of "{cycle}". Decide on its admissibility before {deadline}.',
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly Notice[]>>;

import type { Notice } from '../notifications.ts';

/** From the unit's registration to the formal check. */
export const applicationNotices = {
  'organization.registered': [
    {
      to: 'recommenders',
      zh: { subject: '新单位待确认', body: '“{unit}”已登记为申报主体，请核对其盖章授权函后予以确认。' },
      en: {
        subject: 'A unit waits for confirmation',
        body: '"{unit}" has registered. Compare its sealed letter of authority and confirm it.',
      },
    },
  ],
  'organization.confirmed': [
    {
      to: 'representative',
      zh: { subject: '单位登记已确认', body: '“{unit}”的登记已经推荐单位确认，您现可代表该单位申报。' },
      en: {
        subject: 'Your unit was confirmed',
        body: 'The registration of "{unit}" was confirmed. You may now apply on its behalf.',
      },
    },
  ],
  'organization.refused': [
    {
      to: 'representative',
      zh: { subject: '单位登记未获确认', body: '“{unit}”的登记未获推荐单位确认，理由请登录查看。' },
      en: {
        subject: 'Your unit was not confirmed',
        body: 'The registration of "{unit}" was not confirmed. Sign in to read the reason.',
      },
    },
  ],
  'application.submitted': [
    {
      to: 'representative',
      zh: { subject: '申报书已提交', body: '“{unit}”在“{cycle}”中的申报书已收到，现由推荐单位审核。' },
      en: {
        subject: 'Your application was received',
        body: 'The application of "{unit}" in "{cycle}" was received and is now with the recommender.',
      },
    },
    {
      to: 'recommenders',
      due: 'recommendBy',
      zh: {
        subject: '申报书待推荐',
        body: '“{unit}”已提交“{cycle}”申报书。请于{deadline}前推荐、退回修改或不予推荐。',
      },
      en: {
        subject: 'An application waits for your recommendation',
        body: '"{unit}" has applied in "{cycle}". Recommend, return or decline it before {deadline}.',
      },
    },
  ],
  'application.resubmitted': [
    {
      to: 'representative',
      zh: { subject: '修改后的申报书已提交', body: '“{unit}”在“{cycle}”中修改后的申报书已收到。' },
      en: {
        subject: 'Your corrected application was received',
        body: 'The corrected application of "{unit}" in "{cycle}" was received.',
      },
    },
    {
      to: 'returner',
      zh: { subject: '退回的申报书已重新提交', body: '“{unit}”已按退回意见修改“{cycle}”申报书并重新提交，请办理。' },
      en: {
        subject: 'A returned application is back',
        body: '"{unit}" has corrected its application in "{cycle}" and submitted it again.',
      },
    },
  ],
  'application.returned': [
    {
      to: 'representative',
      due: 'act',
      zh: {
        subject: '申报书已退回修改',
        body: '“{unit}”在“{cycle}”中的申报书已退回修改。请于{deadline}前修改并重新提交；逾期未交，申报终止。退回的理由请登录查看。',
      },
      en: {
        subject: 'Your application was returned for correction',
        body: 'The application of "{unit}" in "{cycle}" was returned for correction. Correct it and submit it again before {deadline}; otherwise it expires. Sign in to read the reason.',
      },
    },
  ],
  'application.recommended': [
    {
      to: 'representative',
      zh: { subject: '申报已获推荐', body: '“{unit}”在“{cycle}”中的申报已获推荐，现由学习办进行形式审查。' },
      en: {
        subject: 'Your application was recommended',
        body: 'The application of "{unit}" in "{cycle}" was recommended and is now at the formal check.',
      },
    },
    {
      to: 'checkers',
      due: 'checkBy',
      zh: { subject: '申报待形式审查', body: '“{unit}”在“{cycle}”中的申报已获推荐。请于{deadline}前完成形式审查。' },
      en: {
        subject: 'An application waits for the formal check',
        body: 'The application of "{unit}" in "{cycle}" was recommended. Finish the formal check before {deadline}.',
      },
    },
  ],
  'application.declined': [
    {
      to: 'representative',
      zh: { subject: '申报未获推荐', body: '“{unit}”在“{cycle}”中的申报未获推荐，意见请登录查看。' },
      en: {
        subject: 'Your application was not recommended',
        body: 'The application of "{unit}" in "{cycle}" was not recommended. Sign in to read the opinion.',
      },
    },
  ],
  'application.accepted': [
    {
      to: 'representative',
      due: 'assessBy',
      zh: {
        subject: '申报已受理，请开展自评',
        body: '“{unit}”在“{cycle}”中的申报已通过形式审查。请于{deadline}前提交自评分、佐证材料和自评报告。',
      },
      en: {
        subject: 'Your application was accepted: begin the self-assessment',
        body: 'The application of "{unit}" in "{cycle}" passed the formal check. Submit self-scores, evidence and the self-report before {deadline}.',
      },
    },
  ],
  'application.rejected': [
    {
      to: 'representative',
      zh: { subject: '申报不予受理', body: '“{unit}”在“{cycle}”中的申报经形式审查不予受理，理由请登录查看。' },
      en: {
        subject: 'Your application was not accepted',
        body: 'The application of "{unit}" in "{cycle}" was not accepted at the formal check. Sign in to read the reason.',
      },
    },
  ],
  'application.withdrawn': [
    {
      to: 'representative',
      zh: { subject: '申报已撤回', body: '“{unit}”在“{cycle}”中的申报已撤回。' },
      en: {
        subject: 'Your application was withdrawn',
        body: 'The application of "{unit}" in "{cycle}" was withdrawn.',
      },
    },
    {
      to: 'owing-reviewers',
      zh: { subject: '评审任务终止', body: '“{unit}”已撤回其在“{cycle}”中的申报，您无需再评审。' },
      en: {
        subject: 'A review is no longer needed',
        body: '"{unit}" has withdrawn from "{cycle}". You need not review it any more.',
      },
    },
  ],
  'cycle.extended': [
    {
      to: 'representative',
      when: ['scope', 'organization'],
      due: 'act',
      zh: {
        subject: '办理期限已延长',
        body: '“{unit}”在“{cycle}”中的一项办理期限已延长至{deadline}，详情请登录查看。',
      },
      en: {
        subject: 'You have more time',
        body: 'A deadline of "{unit}" in "{cycle}" was extended to {deadline}. Sign in for the details.',
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly Notice[]>>;

import type { Notice } from '../notifications.ts';

/** What passes between the office and its experts before the draw, and what applicants ask of them. */
export const expertNotices = {
  'reviewers.invited': [
    {
      to: 'invited',
      due: 'round',
      zh: {
        subject: '邀请您参加评审',
        body: '{issuer}邀请您担任“{cycle}”的评审专家，评审至{deadline}止。请登录接受或谢绝；接受时可以填写您能承担的工作量。',
      },
      en: {
        subject: 'You are invited to review',
        body: '{issuer} invites you to review in "{cycle}"; the reviews end at {deadline}. Please sign in to accept or decline. When you accept you may say how many you can take.',
      },
    },
  ],
  'invitation.withdrawn': [
    {
      to: 'invitee',
      zh: { subject: '评审邀请已撤回', body: '“{cycle}”的评审邀请已撤回，理由请登录查看。' },
      en: {
        subject: 'Your invitation was withdrawn',
        body: 'The invitation to review in "{cycle}" was withdrawn. Sign in to read the reason.',
      },
    },
  ],
  'invitation.declined': [
    {
      to: 'checkers',
      zh: { subject: '专家谢绝邀请', body: '有专家谢绝了“{cycle}”的评审邀请，理由请登录查看。' },
      en: { subject: 'An expert declined', body: 'An expert declined the invitation to "{cycle}".' },
    },
  ],
  'avoidance.filed': [
    {
      to: 'checkers',
      zh: {
        subject: '收到回避申请',
        body: '“{unit}”在“{cycle}”中申请专家回避，申请即时生效；如不同意，请说明理由。',
      },
      en: {
        subject: 'An applicant asks for avoidance',
        body: '"{unit}" asks in "{cycle}" that an expert keep away. It binds at once; refuse it with a reason if you do not agree.',
      },
    },
  ],
  'avoidance.refused': [
    {
      to: 'representative',
      zh: { subject: '回避申请未获同意', body: '“{unit}”在“{cycle}”中的一项回避申请未获同意，理由请登录查看。' },
      en: {
        subject: 'A request of yours was refused',
        body: 'A request of "{unit}" in "{cycle}" that an expert keep away was refused. Sign in to read the reason.',
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly Notice[]>>;

import { say } from './say.ts';

/** Kept with each consent: a text that changes gets another version. */
export const privacyVersion = '2026-03';

/** What people agree to when they make themselves known (个人信息保护法 §14, §17). */
export const privacy = {
  title: say('个人信息处理告知书', 'How your personal data are handled'),
  version: (version: string) => say(`版本 ${version}`, `Version ${version}`),
  sections: [
    {
      head: say('一、谁在处理', '1. Who handles them'),
      text: say(
        '由组织本次学习型组织创建评审的学习办（学习型城区建设领导小组办公室）处理。联系方式见其公示通知；督导人员监督处理过程。',
        'The learning office that runs this cycle. Its address and phone stand in its public notices; the supervisor watches over it.',
      ),
    },
    {
      head: say('二、处理哪些信息、为何、保存多久', '2. Which data, what for, how long'),
      text: say(
        '姓名、手机号、电子邮箱：用于确认您的身份、联系您补正材料、发送办理通知；保存至您最后参与的批次办结后三年。单位名称、统一社会信用代码、盖章授权函：用于核实您可以代表单位；随评审档案保存。专家的专业、任职和利害关系：用于分派与回避；随评审档案保存。您在系统中的操作：用于审计，至少保存六个月，评审决定的审计记录随档案保存。',
        'Name, mobile number and e-mail: to know who you are, to reach you about corrections, to send notices; kept for three years after the last cycle you took part in. The unit’s name, credit code and sealed letter: to confirm that you speak for it; kept with the files of the review. An expert’s fields, posts and ties: to assign cases and keep conflicts away; kept with those files. What you do in the system: for the audit, at least six months; the audit of decisions is kept with the files.',
      ),
    },
    {
      head: say('三、谁能看到', '3. Who sees them'),
      text: say(
        '只有办理您事项的人员：推荐单位、学习办、督导人员；领导小组只看名单。评审专家看不到您的联系方式。公示与证书页面不出现手机号、住址和证件号码；家庭以「×××家庭」和所在社区出现；不公开未成年人的任何信息。',
        'Only those who work on your case: the recommender, the office, the supervisor; the committee sees lists. Reviewers never see how to reach you. Public pages show no phone, address or ID number; a family appears as “×××家庭” with its community; nothing at all about minors.',
      ),
    },
    {
      head: say('四、您的权利', '4. Your rights'),
      text: say(
        '您可以随时查看、更正自己的信息，索取副本，或撤回同意；撤回不影响此前已完成的办理。评审档案依规定必须保存的部分除外。请向学习办提出，十五日内答复。',
        'You may see, correct and copy your data, or withdraw your consent, at any time; what was done before stays valid, and what the law keeps in the files stays there. Ask the office; it answers within fifteen days.',
      ),
    },
    {
      head: say('五、未成年人', '5. Minors'),
      text: say(
        '材料中涉及不满十四周岁未成年人的，应先取得其监护人同意。家庭申报由社区工作人员代填的，应向家庭成员当面说明本告知书。',
        'For a child under fourteen in your papers, ask the guardian first. A community worker who fills in for a family explains this notice to them in person.',
      ),
    },
    {
      head: say('六、不收费', '6. No fees'),
      text: say(
        '申报和评审不收取任何费用。任何人以本次评审名义收费，请向督导人员举报。',
        'Applying and being reviewed cost nothing. Tell the supervisor if anybody asks for money.',
      ),
    },
  ],
  agree: say('我已阅读并同意以上告知书', 'I have read this notice and agree'),
  agreeWanted: say('请阅读告知书并勾选同意后继续。', 'Read the notice and tick the box to go on.'),
} as const;

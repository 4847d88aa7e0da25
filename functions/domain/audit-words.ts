type Words = { readonly zh: string; readonly en: string };

/** What happened, in the words of the office; each action of the audit chain has its own. */
const words: Readonly<Record<string, Words>> = {
  'application.created': { zh: '开始申报', en: 'Application begun' },
  'application.submitted': { zh: '提交申报表', en: 'Application submitted' },
  'application.resubmitted': { zh: '修改后重新提交', en: 'Correction submitted' },
  'application.returned': { zh: '退回修改', en: 'Returned for correction' },
  'application.recommended': { zh: '推荐', en: 'Recommended' },
  'application.declined': { zh: '不推荐', en: 'Not recommended' },
  'application.accepted': { zh: '形式审查通过', en: 'Accepted after the formal check' },
  'application.rejected': { zh: '不予受理', en: 'Rejected at the formal check' },
  'application.withdrawn': { zh: '撤回申报', en: 'Withdrawn' },
  'application.expired': { zh: '逾期失效', en: 'Expired' },
  'assessment.begun': { zh: '开始自评', en: 'Self-assessment begun' },
  'assessment.submitted': { zh: '提交自评', en: 'Self-assessment submitted' },
  'assessment.returned': { zh: '自评退回补正', en: 'Self-assessment returned for a supplement' },
  'assessment.supplemented': { zh: '提交自评补正', en: 'Supplement submitted' },
  'case.abandoned': { zh: '流程终止', en: 'Run abandoned after a fault' },
};

/** The words of an action; one without any is told as it is named. */
export const wordsFor = (action: string): Words => words[action] ?? { zh: action, en: action };

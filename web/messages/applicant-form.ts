import { say } from './say.ts';

/** The fields of the application form (申报表) and the parts of the self-assessment, as everybody reads them. */
export const paper = {
  profile: say('基本情况', 'About the unit'),
  practices: say('主要做法', 'What was done'),
  results: say('工作成效', 'What came of it'),
  features: say('特色与创新', 'What is special'),
  members: say('人数', 'Number of people'),
  contactName: say('联系人', 'Contact person'),
  contactPhone: say('联系电话', 'Contact phone'),
  evidence: say('佐证材料', 'Evidence'),
  reportTitle: say('自评报告', 'Self-report'),
  report: {
    organization: say('组织与保障', 'Organization and support'),
    practices: say('主要做法', 'What was done'),
    results: say('工作成效', 'What came of it'),
    features: say('特色亮点', 'What is special'),
    shortcomings: say('不足与改进', 'Shortcomings and improvements'),
  },
  point: {
    score: say('自评得分', 'Self-score'),
    justification: say('自评理由', 'Justification'),
    evidence: say('佐证材料', 'Evidence'),
  },
  pointsTitle: say('自评打分', 'Self-scores'),
  notFilled: say('未填写', 'Not filled in'),
  people: (count: number) => say(`${count} 人`, `${count}`),
  returnedField: (reason: string) => say(`需修改：${reason}`, `To be corrected: ${reason}`),
  fullMarks: (marks: string) => say(`满分 ${marks}`, `of ${marks}`),
  selfScore: (score: string) => say(`自评 ${score} 分`, `Self-score ${score}`),
  noScore: say('未自评', 'No self-score'),
  total: (total: string, full: string) =>
    say(`自评合计 ${total} / ${full} 分`, `Total of self-scores ${total} / ${full}`),
  noFile: say('没有上传佐证材料', 'No evidence was uploaded'),
} as const;

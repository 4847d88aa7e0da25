import { reportParts } from '#domain/assessments';
import { leavesOf, type Standard } from '#domain/standards';
import { returnable } from '#web/kit/form-fields.ts';
import { paper } from '#web/messages/applicant-form.ts';
import type { Tell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';

/** What a path is called in a letter: `主要做法`, `1.1.1 集体学习 · 佐证材料`. */
export function namesOfForm(tell: Tell): ReadonlyMap<string, string> {
  return new Map(returnable.map((field) => [field, tell(field === 'evidence' ? cases.formEvidence : paper[field])]));
}

/** The places of a self-assessment that can be returned: its points (of each a part), and the parts of the report. */
export function namesOfAssessment(tell: Tell, standard: Standard): ReadonlyMap<string, string> {
  return new Map([
    ...leavesOf(standard).map(({ pointId, name }) => [`points.${pointId}`, `${pointId} ${name}`] as const),
    ...reportParts.map((part) => [`report.${part}`, tell(paper.report[part])] as const),
  ]);
}

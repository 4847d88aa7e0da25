import { reportParts } from '#domain/assessments';
import { returnable } from '#web/kit/form-fields.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { type Said, say } from '#web/messages/say.ts';

/** What the field at a path is called: `form.profile`, `profile`, `report.results`, `points.1.1.1.evidence`. */
export function fieldName(path: string): Said {
  const bare = path.replace(/^form\./, '');
  const field = returnable.find((each) => each === bare);
  if (field) return paper[field];
  const part = reportParts.find((each) => path === `report.${each}`);
  if (part) return paper.report[part];
  const [, pointId = '', rest] = /^points\.(.+?)(?:\.(score|justification|evidence))?$/.exec(path) ?? [];
  if (pointId === '') return say(path, path);
  if (rest === undefined) return say(pointId, pointId);
  const kind = rest as keyof typeof paper.point; // the three that the expression names
  return say(`${pointId} ${paper.point[kind].zh}`, `${pointId} ${paper.point[kind].en}`);
}

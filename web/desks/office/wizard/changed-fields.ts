import type { CyclePlan } from '#domain/cycles';
import type { Said } from '#web/messages/say.ts';
import { wizard } from '#web/messages/wizard.ts';

const names: { readonly [field in keyof CyclePlan]-?: Said } = {
  title: wizard.title,
  year: wizard.year,
  nature: wizard.nature,
  basis: wizard.basisTitle,
  issuerCode: wizard.issuerCode,
  issuer: wizard.issuer,
  categories: wizard.categories,
  windows: wizard.steps.dates,
  publicity: wizard.publicityDays,
  correctionDays: wizard.correctionDays,
  approvalChain: wizard.approvalChain,
  bonusCap: wizard.bonusCap,
  substitution: wizard.substitution,
  validYears: wizard.validYears,
  avoidSameArea: wizard.avoidSameArea,
  avoidSameRecommender: wizard.avoidSameRecommender,
  avoidSameMailDomain: wizard.avoidSameMailDomain,
  formerEmploymentYears: wizard.formerEmploymentYears,
  invitedOnly: wizard.invitedOnly,
  drawAim: wizard.worstServed,
  drawSeed: wizard.drawSeed,
};

// Safe: the names are those of the plan's fields.
const fields = Object.keys(names) as (keyof CyclePlan)[];

/** In which fields two plans differ, by their names. */
export const changedFields = (mine: CyclePlan, theirs: CyclePlan): Said[] =>
  fields.filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field])).map((field) => names[field]);

/** A path of a plan, `windows.closesAt`, by the name of its field. */
export function nameOfPath(path: string): Said | undefined {
  const [head = '', second = ''] = path.split('.');
  if (head === 'windows') return (wizard.windows as Readonly<Record<string, Said>>)[second] ?? wizard.publicityOn;
  return (names as Readonly<Record<string, Said>>)[head];
}

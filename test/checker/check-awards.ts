import type { SeasonPlan } from '#examples/xicheng-2011/index';
import type { Day } from './calendar.ts';
import { bearsName } from './case.ts';
import type { Expected } from './expected.ts';
import { differs, type Problem, problem, when } from './problem.ts';
import type { DecisionRecord, SeasonRecord } from './record.ts';

const repeated = (items: readonly string[]): string[] => items.filter((item, at) => items.indexOf(item) !== at);

/** What the decision's body says: 「授予…等N个…,其中A类n个、B类m个。」 */
const countsIn = (body: string): number[] => [...body.matchAll(/等(\d+)个/g)].map(([, count]) => Number(count));
const upwards = (a: number, b: number): number => a - b;
const partsIn = (body: string): number[] => {
  const [, parts = ''] = /其中([^。]*)。/.exec(body) ?? [];
  return [...parts.matchAll(/(\d+)个/g)].map(([, count]) => Number(count)).toSorted(upwards);
};

/** domain.md §6: counts in the body = rows of the annex = sum over categories = certificates issued. */
function checkCounts(record: SeasonRecord, decision: DecisionRecord, expected: Expected): Problem[] {
  const named = expected.outcomes.filter((outcome) => outcome.named);
  const byCategory = Object.fromEntries(
    Object.keys(decision.countsByCategory).map((categoryId) => [
      categoryId,
      named.filter(({ of }) => of.unit.categoryId === categoryId).length,
    ]),
  );
  const sum = Object.values(decision.countsByCategory).reduce((all, each) => all + each, 0);
  return [
    ...differs('counts', 'body', 'all', countsIn(decision.body), [named.length]),
    ...differs('counts', 'body', 'by category', partsIn(decision.body), Object.values(byCategory).toSorted(upwards)),
    ...differs('counts', 'decision', 'total', decision.total, named.length),
    ...differs('counts', 'decision', 'sum over the categories', sum, named.length),
    ...differs('counts', 'decision', 'by category', decision.countsByCategory, byCategory),
    ...differs('counts', 'annex', 'rows', decision.annex.length, named.length),
    ...differs('counts', 'awards', 'number', record.awards.length, named.length),
    ...differs('counts', 'certificates', 'valid', record.certificates.filter(isValid).length, named.length),
  ];
}

const isValid = ({ status }: { readonly status: string }): boolean => status === 'valid';

const yearsAfter = (day: Day, years: number): Day => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** Each named unit has one row, one award, one valid certificate, and all three bear the same number. */
function checkNamed(record: SeasonRecord, decision: DecisionRecord, expected: Expected): Problem[] {
  const { validYears } = record.cycle;
  return expected.outcomes.flatMap(({ named, of: { unit, application } }) => {
    const { unitKey } = unit;
    const mine = <T extends { readonly applicationId: string }>(items: readonly T[]) =>
      items.filter(({ applicationId }) => applicationId === application.applicationId);
    const awards = mine(record.awards);
    const rows = mine(decision.annex);
    const wanted = named ? 1 : 0;
    const number = application.certificateNumber;
    const page = record.certificates.find(({ certificateNumber }) => certificateNumber === number);
    const tells = page !== undefined && isValid(page) && bearsName(unit, page.name);
    return [
      ...differs('award', unitKey, 'awards', awards.length, wanted),
      ...differs('award', unitKey, 'rows in the annex', rows.length, wanted),
      ...when((number !== undefined) !== named, 'certificate', unitKey, `certificate number ${number}`),
      ...awards.flatMap((award) => differs('certificate', unitKey, 'number', award.certificateNumber, number)),
      ...awards.flatMap((award) =>
        differs('award', unitKey, 'valid until', award.validUntil, yearsAfter(award.namedOn, validYears)),
      ),
      ...rows.flatMap((row) => differs('certificate', unitKey, 'number in the annex', row.certificateNumber, number)),
      ...rows.flatMap((row) =>
        when(!bearsName(unit, row.name), 'award', unitKey, `is called ${row.name} in the annex`),
      ),
      ...when(named && !tells, 'certificate', unitKey, `the public page says ${page?.name} is ${page?.status}`),
    ];
  });
}

/** {代字}证〔年〕类别码-序号, each number once, none left out within a category. */
function checkNumbers({ decision, awards }: SeasonRecord, plan: SeasonPlan): Problem[] {
  const form = new RegExp(`^${plan.cycle.issuerCode}证〔${plan.cycle.year}〕[A-Z]+-(\\d{4,})$`);
  const numbers = awards.map(({ certificateNumber }) => certificateNumber);
  const inAnnex = (decision?.annex ?? []).map(({ certificateNumber }) => certificateNumber);
  return [
    ...repeated(numbers).map((number) => problem('certificate', number, 'was given twice')),
    ...repeated(inAnnex).map((number) => problem('certificate', number, 'stands twice in the annex')),
    ...numbers
      .filter((number) => !form.test(number))
      .map((number) => problem('certificate', number, 'is not formed as the rule says')),
  ];
}

export function checkAwards(record: SeasonRecord, plan: SeasonPlan, expected: Expected): Problem[] {
  const { decision } = record;
  if (!decision) return [problem('award', 'decision', 'there is none')];
  const documentNumber = new RegExp(`^${plan.cycle.issuerCode}\\S*〔${plan.cycle.year}〕\\d+号$`);
  return [
    ...checkCounts(record, decision, expected),
    ...checkNamed(record, decision, expected),
    ...checkNumbers(record, plan),
    ...when(!documentNumber.test(decision.documentNumber), 'award', 'decision', `number ${decision.documentNumber}`),
  ];
}

import type { ApprovalStep, CycleCategory, CyclePlan, cycleNatures } from '#domain/cycles';
import { addNaturalDays } from '#domain/dates';
import { instantOf, millisOf } from '#domain/instants';
import { shanghaiEnd, shanghaiMinute } from '#web/kit/time.tsx';
import { blankRules, type Figure, given, type Rules, rulesFrom, rulesInput } from './rules.ts';

/** A day and, if the time is not the day's own edge, the time of it. */
export type Moment = { readonly day: string; readonly time: string };

/** The dates in the order in which they come. */
export const windowNames = ['opensAt', 'closesAt', 'recommendBy', 'checkBy', 'assessBy', 'reviewBy'] as const;
export type WindowName = (typeof windowNames)[number];

export type RecommenderSeats = { readonly department: string; readonly seats: Figure };
export type AreaLimit = {
  readonly recommender: string;
  readonly areaId: string;
  readonly minimum: Figure;
  readonly maximum: Figure;
};

export type CategoryState = {
  readonly categoryId: string;
  /** `<standard>@<version>`, or empty. */
  readonly standard: string;
  readonly tieIndicator: string;
  readonly seats: Figure;
  readonly equal: boolean;
  readonly recommenders: readonly RecommenderSeats[];
  readonly areas: readonly AreaLimit[];
  /** Rules of its own instead of those for all. */
  readonly own?: Rules;
};

/** The plan of a cycle as the wizard holds it: everything may still be empty. */
export type PlanState = {
  readonly title: string;
  readonly year: Figure;
  readonly nature: (typeof cycleNatures)[number];
  readonly basisTitle: string;
  readonly basisNumber: string;
  readonly issuerCode: string;
  readonly issuer: string;
  readonly categories: readonly CategoryState[];
  readonly rules: Rules;
  readonly onePerOrganization: boolean;
  readonly outsideExperts: Figure;
  readonly windows: Readonly<Record<WindowName, Moment>>;
  readonly publicityOn: string;
  readonly publicity: {
    readonly days: Figure;
    readonly unit: 'working' | 'natural';
    readonly firstDay: 'excluded' | 'included';
    readonly mailGrace: Figure;
  };
  readonly correctionDays: Figure;
  readonly approvalChain: readonly ApprovalStep[];
  readonly bonusCap: string;
  readonly substitution: boolean;
  readonly validYears: Figure;
  readonly avoidSameArea: boolean;
  readonly avoidSameRecommender: boolean;
  readonly avoidSameMailDomain: boolean;
  readonly formerEmploymentYears: Figure;
  readonly invitedOnly: boolean;
  readonly worstServed: boolean;
  readonly drawSeed: string;
};

const nowhere: Moment = { day: '', time: '' };

/** Something for each of the dates, in their order. */
export const eachWindow = <T>(of: (name: WindowName) => T): Record<WindowName, T> => ({
  opensAt: of('opensAt'),
  closesAt: of('closesAt'),
  recommendBy: of('recommendBy'),
  checkBy: of('checkBy'),
  assessBy: of('assessBy'),
  reviewBy: of('reviewBy'),
});

export const blankPlan: PlanState = {
  title: '',
  year: null,
  nature: 'creation',
  basisTitle: '',
  basisNumber: '',
  issuerCode: '',
  issuer: '',
  categories: [],
  rules: blankRules,
  onePerOrganization: false,
  outsideExperts: null,
  windows: eachWindow(() => nowhere),
  publicityOn: '',
  publicity: { days: 5, unit: 'working', firstDay: 'excluded', mailGrace: 3 },
  correctionDays: 5,
  approvalChain: ['draft', 'check', 'approve', 'sign'],
  bonusCap: '5',
  substitution: false,
  validYears: 3,
  avoidSameArea: true,
  avoidSameRecommender: false,
  avoidSameMailDomain: false,
  formerEmploymentYears: null,
  invitedOnly: false,
  worstServed: false,
  drawSeed: '',
};

export const blankCategory = (categoryId: string, standard: string): CategoryState => ({
  categoryId,
  standard,
  tieIndicator: '',
  seats: 10,
  equal: false,
  recommenders: [],
  areas: [],
});

/** Whether a window is a beginning; the others are ends, and an end without a time is 24:00 of its day. */
const begins = (name: WindowName): boolean => name === 'opensAt';

export function instantOfMoment(name: WindowName, { day, time }: Moment): string | undefined {
  if (day === '') return undefined;
  if (time !== '') return `${day}T${time}:00+08:00`;
  return `${begins(name) ? day : addNaturalDays(day, 1)}T00:00:00+08:00`;
}

export function momentOf(name: WindowName, instant: string): Moment {
  const [day = '', time = ''] = instantOf(millisOf(instant)).slice(0, 16).split('T');
  if (time !== '00:00') return { day, time };
  return { day: begins(name) ? day : addNaturalDays(day, -1), time: '' };
}

/** A date of the plan as the office says it: `2026-03-31 24:00`, never the 00:00 of the day after. */
export const dateWords = (name: WindowName, instant: string): string =>
  begins(name) ? shanghaiMinute(instant) : shanghaiEnd(instant);

/** The categories in which nobody can be named: taken in a plan, it is worth a second look, though one may mean it. */
export const withoutSeats = ({ categories }: Pick<PlanState, 'categories'>): string[] =>
  categories.filter(({ seats }) => seats === 0).map(({ categoryId }) => categoryId);

function quotaOf({ seats, equal, recommenders, areas }: CategoryState) {
  return {
    total: given(seats),
    ...(equal && { mode: 'equal' as const }),
    ...(recommenders.length > 0 && {
      byRecommender: Object.fromEntries(recommenders.map(({ department, seats: own }) => [department, own ?? 0])),
    }),
    ...(areas.length > 0 && {
      areas: areas.map(({ recommender, areaId, minimum, maximum }) => ({
        areaId,
        ...(recommender !== '' && { recommender }),
        ...(minimum !== null && { minimum }),
        ...(maximum !== null && { maximum }),
      })),
    }),
  };
}

function categoryInput(state: PlanState, category: CategoryState) {
  const rules = category.own ?? state.rules;
  const [standardId = '', version = '0'] = category.standard.split('@');
  const groupRules = {
    ...(state.onePerOrganization && { onePerOrganization: true }),
    ...(state.outsideExperts && { outsideExperts: state.outsideExperts }),
  };
  const hasGroupRules = Object.keys(groupRules).length > 0 && rules.reviewMode !== 'recommender-only';
  return {
    categoryId: category.categoryId,
    standardId,
    standardVersion: Math.max(1, Number(version)),
    ...rulesInput(rules),
    quota: quotaOf(category),
    ...(category.tieIndicator.trim() !== '' && { tieIndicator: category.tieIndicator.trim() }),
    ...(hasGroupRules && { groupRules }),
  };
}

/** The plan as it is sent; its own schema has the last word about what is missing. */
export function planInput(state: PlanState): Readonly<Record<string, unknown>> {
  const { basisTitle, basisNumber, publicity } = state;
  const hasBasis = basisTitle.trim() !== '' || basisNumber.trim() !== '';
  return {
    title: state.title,
    year: given(state.year),
    nature: state.nature,
    ...(hasBasis && { basis: { title: basisTitle, documentNumber: basisNumber } }),
    issuerCode: state.issuerCode,
    issuer: state.issuer,
    categories: state.categories.map((category) => categoryInput(state, category)),
    windows: {
      ...eachWindow((name) => instantOfMoment(name, state.windows[name])),
      publicityOn: state.publicityOn === '' ? undefined : state.publicityOn,
    },
    publicity: { ...publicity, days: given(publicity.days), mailGrace: given(publicity.mailGrace) },
    correctionDays: given(state.correctionDays),
    approvalChain: state.approvalChain,
    bonusCap: state.bonusCap.trim(),
    substitution: state.substitution,
    validYears: given(state.validYears),
    ...(state.avoidSameArea && { avoidSameArea: true }),
    ...(state.avoidSameRecommender && { avoidSameRecommender: true }),
    ...(state.avoidSameMailDomain && { avoidSameMailDomain: true }),
    ...(state.formerEmploymentYears !== null && { formerEmploymentYears: state.formerEmploymentYears }),
    ...(state.invitedOnly && { invitedOnly: true }),
    ...(state.worstServed && { drawAim: 'worst-served' as const }),
    drawSeed: state.drawSeed,
  };
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The rules of most categories are those for all; who has others has rules of its own. */
function commonRules(categories: readonly CycleCategory[]): Rules {
  const all = categories.map(rulesFrom);
  const count = (rules: Rules): number => all.filter((each) => same(each, rules)).length;
  return all.reduce((best, rules) => (count(rules) > count(best) ? rules : best), all[0] ?? blankRules);
}

function categoryFrom(category: CycleCategory, common: Rules): CategoryState {
  const { quota, standardId, standardVersion, tieIndicator = '' } = category;
  const own = rulesFrom(category);
  return {
    categoryId: category.categoryId,
    standard: `${standardId}@${standardVersion}`,
    tieIndicator,
    seats: quota.total,
    equal: quota.mode === 'equal',
    recommenders: Object.entries(quota.byRecommender ?? {}).map(([department, seats]) => ({ department, seats })),
    areas: (quota.areas ?? []).map(({ recommender = '', areaId, minimum = null, maximum = null }) => ({
      recommender,
      areaId,
      minimum,
      maximum,
    })),
    ...(!same(own, common) && { own }),
  };
}

/** A plan that was saved, as the wizard holds it. */
export function stateOf(plan: CyclePlan): PlanState {
  const rules = commonRules(plan.categories);
  const grouped = plan.categories.find(({ groupRules }) => groupRules)?.groupRules;
  return {
    title: plan.title,
    year: plan.year,
    nature: plan.nature,
    basisTitle: plan.basis?.title ?? '',
    basisNumber: plan.basis?.documentNumber ?? '',
    issuerCode: plan.issuerCode,
    issuer: plan.issuer,
    categories: plan.categories.map((category) => categoryFrom(category, rules)),
    rules,
    onePerOrganization: grouped?.onePerOrganization ?? false,
    outsideExperts: grouped?.outsideExperts ?? null,
    windows: eachWindow((name) => momentOf(name, plan.windows[name])),
    publicityOn: plan.windows.publicityOn,
    publicity: plan.publicity,
    correctionDays: plan.correctionDays,
    approvalChain: plan.approvalChain,
    bonusCap: plan.bonusCap,
    substitution: plan.substitution,
    validYears: plan.validYears,
    avoidSameArea: plan.avoidSameArea ?? false,
    avoidSameRecommender: plan.avoidSameRecommender ?? false,
    avoidSameMailDomain: plan.avoidSameMailDomain ?? false,
    formerEmploymentYears: plan.formerEmploymentYears ?? null,
    invitedOnly: plan.invitedOnly ?? false,
    worstServed: plan.drawAim === 'worst-served',
    drawSeed: plan.drawSeed,
  };
}

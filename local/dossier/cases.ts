import { compare, decimal, type Fraction, fraction, isSame, shown } from './fraction.ts';
import type { Finding } from './lines.ts';
import { type Entries, hundredthsOf, type Leaves, type Score, scoreOf, sheetOf } from './score.ts';
import type { LineOf } from './shapes.ts';

type At<K extends 'application' | 'sheet' | 'entry' | 'result'> = { readonly at: number; readonly line: LineOf<K> };

/** An application with the lines that belong to it. */
export type Case = {
  readonly application: At<'application'>;
  readonly sheets: At<'sheet'>[];
  readonly entries: At<'entry'>[];
  readonly result: At<'result'>;
};

/** What the ranking needs of a case once its lines are forgotten. */
export type Scored = {
  readonly application: string;
  readonly recommender: string;
  readonly areaPath: readonly string[];
  readonly namedBefore: boolean;
  readonly isPublished: boolean;
  readonly vetoed: boolean;
  readonly seats: number;
  readonly score: Score;
  readonly passed: boolean;
  readonly result: At<'result'>;
};

export type CategoryRule = {
  readonly category: LineOf<'category'>;
  readonly leaves: Leaves;
  readonly bonusCap: Fraction;
};

type Tell = (rule: string, detail: string, at?: number) => void;

function checkSheet({ line }: At<'sheet'>, leaves: Leaves, tell: Tell): void {
  const missing = [...leaves.keys()].filter((pointId) => !Object.hasOwn(line.marks, pointId));
  const unknown = Object.keys(line.marks).filter((pointId) => !leaves.has(pointId));
  if (missing.length > 0) tell('mark', `no mark for ${missing.join(', ')}`);
  if (unknown.length > 0) tell('mark', `the standard has no point ${unknown.join(', ')}`);
  for (const [pointId, mark] of Object.entries(line.marks)) {
    const leaf = leaves.get(pointId);
    if (leaf && hundredthsOf(mark) > leaf.fullMarks) {
      tell('mark', `${pointId} has ${mark} of ${leaf.fullMarks} hundredths`);
    }
  }
}

/** How many sheets there must be: a seat each, one of each seat, and no stranger's. */
function checkSeats({ application: { line }, sheets, entries }: Case, tell: Tell): void {
  const seats = sheets.map((sheet) => sheet.line.seat);
  const isWhole = seats.toSorted((a, b) => a - b).every((seat, at) => seat === at + 1);
  if (seats.length !== line.seats || !isWhole) {
    tell('sheets', `sheets of the seats ${seats.join(', ') || 'none'}, but the panel has ${line.seats}`);
  }
  const reviewers = new Set(sheets.map((sheet) => sheet.line.reviewer));
  if (reviewers.size !== sheets.length) tell('sheets', 'two sheets are of one reviewer');
  const site = entries.filter((each) => each.line.what === 'site').map((each) => each.line.seat);
  const visitors = site.filter((seat) => seat !== undefined);
  const complete = visitors.toSorted((a, b) => a - b).every((seat, at) => seat === at + 1);
  if (visitors.length !== line.siteSeats || !complete) {
    tell(
      'sheets',
      `visitors' sheets of the seats ${visitors.join(', ') || 'none'}, but the team has ${line.siteSeats}`,
    );
  }
}

const pointsOf = (entries: readonly At<'entry'>[], what: LineOf<'entry'>['what']): Fraction[] =>
  entries.filter(({ line }) => line.what === what).map(({ line }) => decimal(line.points));

function entriesOf({ application, entries }: Case, { category }: CategoryRule, tell: Tell): Entries {
  const hundred = decimal('100');
  const of = {
    site: pointsOf(entries, 'site'),
    satisfaction: pointsOf(entries, 'satisfaction'),
    bonus: pointsOf(entries, 'bonus'),
    deduction: pointsOf(entries, 'deduction'),
  };
  const judged = application.line.seats > 0;
  const most = Math.max(1, application.line.siteSeats);
  if (judged && category.weights.site > 0 && of.site.length !== most) tell('entry', `${of.site.length} site scores`);
  if (judged && category.weights.satisfaction > 0 && of.satisfaction.length !== 1) {
    tell('entry', `${of.satisfaction.length} satisfaction scores`);
  }
  if ([...of.site, ...of.satisfaction].some((score) => compare(score, hundred) > 0)) tell('entry', 'a score above 100');
  return of;
}

function checkSteps({ line }: At<'result'>, { steps, composite }: Score, tell: Tell): void {
  const given = new Map(line.steps.map((step) => [step.name, step.fraction]));
  if (given.size !== line.steps.length) tell('step', 'a step stands twice');
  for (const [name, value] of steps) {
    const text = given.get(name);
    if (text === undefined) tell('step', `the step ${name} is missing`);
    else if (!isSame(fraction(text), value)) {
      tell('step', `${name} is ${text}, but it follows ${value.d === 1n ? value.n : `${value.n}/${value.d}`}`);
    }
    given.delete(name);
  }
  if (given.size > 0) tell('step', `no rule gives the steps ${[...given.keys()].join(', ')}`);
  if (composite === undefined) {
    if (line.composite !== undefined) tell('composite', 'it has a composite, but no result follows from its sheets');
    return;
  }
  if (line.composite === undefined || !isSame(fraction(line.composite), composite)) {
    tell('composite', `the composite is ${line.composite ?? 'missing'}, but it follows ${composite.n}/${composite.d}`);
  }
  if (line.shown !== shown(composite)) tell('composite', `${line.shown ?? 'nothing'} is shown for ${shown(composite)}`);
}

/** The panel has the seats of its category, and one more where a third reviewer may be called on. */
function checkSize({ application: { line }, sheets }: Case, { category }: CategoryRule, tell: Tell): void {
  const arbiters = sheets.filter((sheet) => sheet.line.arbiter).length;
  if (arbiters > (category.arbitrationThreshold === undefined ? 0 : 1)) tell('sheets', `${arbiters} arbiters`);
  if (line.seats > 0 && line.seats - arbiters !== category.panelSize) {
    tell('sheets', `the panel has ${line.seats - arbiters} seats, those of the category ${category.panelSize}`);
  }
  const most = category.siteTeam ?? 0;
  if (line.siteSeats > most) tell('sheets', `${line.siteSeats} visitors, the category has ${most}`);
}

/** Recomputes one application from its sheets and entries, and tells where its result says something else. */
export function scoredCase(of: Case, rule: CategoryRule, found: (finding: Finding) => void): Scored {
  const { application, sheets, result } = of;
  const tell: Tell = (name, detail, at = result.at) => {
    found({ line: at, rule: name, detail: `${application.line.application}: ${detail}` });
  };
  checkSeats(of, tell);
  checkSize(of, rule, tell);
  const { category, leaves } = rule;
  const totals = sheets.map((sheet) => {
    checkSheet(sheet, leaves, (name, detail) => tell(name, detail, sheet.at));
    const own = sheetOf(sheet.line.marks, leaves, category.tieIndicator);
    if (own.total !== hundredthsOf(sheet.line.total)) {
      tell('total', `the total is ${sheet.line.total}, but the marks sum to ${own.total} hundredths`, sheet.at);
    }
    return own;
  });
  const entries = entriesOf(of, rule, tell);
  const judged = application.line.seats > 0;
  const hasIndicator = [...leaves.values()].some((leaf) => leaf.first === category.tieIndicator);
  const score = judged
    ? scoreOf(totals, entries, { category, bonusCap: rule.bonusCap, hasIndicator })
    : { steps: new Map<string, Fraction>() };
  checkSteps(result, score, tell);
  const passed = judged
    ? score.composite !== undefined && compare(score.composite, decimal(category.passLine)) >= 0
    : true;
  if (result.line.passed !== passed) tell('pass line', `passed is ${result.line.passed}, but it is ${passed}`);
  const { composite } = score;
  const isHonoured = composite && passed && application.line.vetoes.length === 0;
  const reached = isHonoured ? category.tiers.find(({ line }) => compare(composite, decimal(line)) >= 0) : undefined;
  if (result.line.tier !== reached?.name) {
    tell('tier', `the tier is ${result.line.tier ?? 'none'}, but it is ${reached?.name ?? 'none'}`);
  }
  const { line } = application;
  return {
    application: line.application,
    recommender: line.recommender,
    areaPath: line.areaPath,
    namedBefore: line.namedBefore,
    isPublished: line.name !== undefined,
    vetoed: line.vetoes.length > 0,
    seats: line.seats,
    score: { ...score, steps: new Map() },
    passed,
    result,
  };
}

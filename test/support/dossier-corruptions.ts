import type { DossierLine } from '#domain/dossier/seal';
import type { randomOf } from './instances.ts';

type Random = ReturnType<typeof randomOf>;

/** One thing made wrong in a list of lines; undefined where these lines have nothing of the kind. */
export type Corruption = {
  readonly name: string;
  readonly change: (lines: readonly DossierLine[], random: Random) => DossierLine[] | undefined;
};

const pick = <T>(things: readonly T[], random: Random): T | undefined => things[Math.floor(random() * things.length)];

/** Changes one line of a kind. `to` gives the changed members, or undefined where this one cannot be changed so. */
const changed =
  (kind: string, to: (line: DossierLine, random: Random) => object | undefined): Corruption['change'] =>
  (lines, random) => {
    const own = [...lines.keys()].filter((at) => lines[at]?.kind === kind);
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const at = pick(own, random);
      const line = at === undefined ? undefined : lines[at];
      const change = line && to(line, random);
      if (at !== undefined && line && change) return lines.with(at, { ...line, ...change });
    }
    return undefined;
  };

const points = (text: unknown, by: number): string => {
  const hundredths = Math.round(Number(text) * 100) + by;
  return (hundredths / 100).toFixed(2);
};

/** Away from 0, and by more than any rounding hides. */
const nudged = (text: unknown, random: Random): string =>
  points(text, Number(text) >= 1 ? -25 - 25 * Math.floor(2 * random()) : 25);

const removed =
  (kind: string): Corruption['change'] =>
  (lines, random) => {
    const at = pick(
      [...lines.keys()].filter((each) => lines[each]?.kind === kind),
      random,
    );
    return at === undefined ? undefined : lines.toSpliced(at, 1);
  };

const doubled =
  (kind: string): Corruption['change'] =>
  (lines, random) => {
    const at = pick(
      [...lines.keys()].filter((each) => lines[each]?.kind === kind),
      random,
    );
    return at === undefined ? undefined : lines.toSpliced(at, 0, lines[at] as DossierLine);
  };

const marksOf = (line: DossierLine) => line['marks'] as Record<string, string>;

const aMark = changed('sheet', (line, random) => {
  const [pointId, mark] = pick(Object.entries(marksOf(line)), random) ?? [];
  return pointId ? { marks: { ...marksOf(line), [pointId]: nudged(mark, random) } } : undefined;
});

const aMarkAboveFull = changed('sheet', (line, random) => {
  const pointId = pick(Object.keys(marksOf(line)), random) ?? '';
  return { marks: { ...marksOf(line), [pointId]: '99.00' } };
});

/** A mark with the sheet's total made to fit, of a sheet that is neither the best nor the worst of its panel. */
const aMarkWithTotal: Corruption['change'] = (lines, random) => {
  const panelOf = (line: DossierLine) =>
    lines.filter((each) => each.kind === 'sheet' && each['application'] === line['application']);
  const inTheMiddle = (line: DossierLine): boolean => {
    const totals = panelOf(line).map((each) => Number(each['total']));
    return Number(line['total']) > Math.min(...totals) && Number(line['total']) < Math.max(...totals);
  };
  return changed('sheet', (line) => {
    const [pointId, mark] =
      pick(
        Object.entries(marksOf(line)).filter(([, each]) => Number(each) >= 2),
        random,
      ) ?? [];
    if (!pointId || !inTheMiddle(line)) return undefined;
    return { marks: { ...marksOf(line), [pointId]: points(mark, -150) }, total: points(line['total'], -150) };
  })(lines, random);
};

const steps = (line: DossierLine) => line['steps'] as { name: string; fraction: string }[];

const aStep = changed('result', (line, random) => {
  const at = Math.floor(random() * steps(line).length);
  const step = steps(line)[at];
  return step ? { steps: steps(line).with(at, { ...step, fraction: `${step.fraction.split('/')[0]}7/3` }) } : undefined;
});

const aMissingStep = changed('result', (line, random) =>
  steps(line).length > 0 ? { steps: steps(line).toSpliced(Math.floor(random() * steps(line).length), 1) } : undefined,
);

const weights = changed('category', (line) => {
  const { documents, site, satisfaction } = line['weights'] as Record<string, number>;
  return { weights: { documents: (documents ?? 0) + 5, site: (site ?? 0) - 5, satisfaction } };
});

const moved = (name: string): Corruption['change'] =>
  changed('result', (line) => (typeof line[name] === 'number' ? { [name]: (line[name] as number) + 1 } : undefined));

const quota = (of: (given: Record<string, unknown>) => object) =>
  changed('category', (line) => ({
    quota: { ...(line['quota'] as object), ...of(line['quota'] as Record<string, unknown>) },
  }));

const turned = (kind: string, name: string): Corruption['change'] => changed(kind, (line) => ({ [name]: !line[name] }));

const swapped: Corruption['change'] = (lines, random) => {
  const results = [...lines.keys()].filter((at) => lines[at]?.kind === 'result');
  const [a, b] = [pick(results, random), pick(results, random)];
  const [one, other] = [lines[a ?? -1], lines[b ?? -1]];
  if (a === undefined || b === undefined || !one || !other || one['composite'] === other['composite']) return undefined;
  return lines
    .with(a, { ...other, application: one['application'] })
    .with(b, { ...one, application: other['application'] });
};

const hexed = (kind: string, name: string): Corruption['change'] =>
  changed(kind, (line) => ({ [name]: String(line[name]).replace(/^./, (sign) => (sign === '0' ? '1' : '0')) }));

const without =
  (...kinds: string[]): Corruption['change'] =>
  (lines) =>
    lines.filter(({ kind }) => !kinds.includes(kind));

const unlisted = (lines: readonly DossierLine[]) =>
  lines.find(({ kind, name }) => kind === 'application' && name === undefined);

const aNameForNobody: Corruption['change'] = (lines) => {
  const line = unlisted(lines);
  return line && lines.with(lines.indexOf(line), { ...line, name: '走后门企业' });
};

/** Certificate and name of somebody who was never on the list. */
const namedUnseen: Corruption['change'] = (lines, random) => {
  const application = unlisted(lines)?.['application'];
  const change = changed('named', () => ({ application, name: '走后门企业' }));
  return change(aNameForNobody(lines, random) ?? lines, random);
};

const before = (kind: string, line: DossierLine): Corruption['change'] => {
  return (lines) =>
    lines.toSpliced(
      lines.findIndex((each) => each.kind === kind),
      0,
      line,
    );
};
const cellOfNobody = before('list', {
  ...{ kind: 'cell', categoryId: 'enterprise', recommender: '妇联' },
  ...{ seats: 9, selected: 9, undecided: 0, vacant: 0 },
});
const voteOnStrangers = before('application', {
  ...{ kind: 'vote', categoryId: 'enterprise', order: ['A-99998', 'A-99999'] },
  at: '2026-07-30T09:00:00.000+08:00',
});

/** The numbers of two applications, wherever they stand. */
const renumbered: Corruption['change'] = (lines) => {
  const other = new Map([
    ['"A-00001"', '"A-00002"'],
    ['"A-00002"', '"A-00001"'],
  ]);
  const swapped = JSON.stringify(lines).replace(/"A-0000[12]"/g, (number) => other.get(number) ?? number);
  return JSON.parse(swapped) as DossierLine[];
};

/** Each of these contradicts something else in the file, even when all hashes are made anew. */
export const contradictions: readonly Corruption[] = [
  { name: 'a mark', change: aMark },
  { name: 'a mark above full', change: aMarkAboveFull },
  { name: 'a mark with its total', change: aMarkWithTotal },
  { name: 'a total', change: changed('sheet', (line, random) => ({ total: nudged(line['total'], random) })) },
  { name: 'a missing sheet', change: removed('sheet') },
  { name: 'a doubled sheet', change: doubled('sheet') },
  { name: 'a seat more', change: changed('application', (line) => ({ seats: Number(line['seats']) + 1 })) },
  {
    name: 'a visit',
    change: changed('entry', (line, random) =>
      line['what'] === 'site' ? { points: nudged(line['points'], random) } : undefined,
    ),
  },
  {
    name: 'a survey',
    change: changed('entry', (line, random) =>
      line['what'] === 'satisfaction' ? { points: nudged(line['points'], random) } : undefined,
    ),
  },
  {
    name: 'a bonus',
    change: changed('entry', (line) => (line['what'] === 'bonus' ? { points: points(line['points'], 25) } : undefined)),
  },
  { name: 'a missing entry', change: removed('entry') },
  { name: 'a doubled entry', change: doubled('entry') },
  { name: 'a step', change: aStep },
  { name: 'a missing step', change: aMissingStep },
  {
    name: 'a composite',
    change: changed('result', (line) => (line['composite'] ? { composite: '271/3' } : undefined)),
  },
  {
    name: 'what is shown',
    change: changed('result', (line, random) => (line['shown'] ? { shown: nudged(line['shown'], random) } : undefined)),
  },
  { name: 'passed', change: turned('result', 'passed') },
  { name: 'selected', change: turned('result', 'selected') },
  { name: 'a vote that is wanted', change: turned('result', 'needsVote') },
  { name: 'a tier', change: changed('result', (line) => ({ tier: line['tier'] === '示范' ? '达标' : '示范' })) },
  { name: 'a rank', change: moved('rank') },
  { name: 'a substitute', change: moved('substitute') },
  { name: 'two results swapped', change: swapped },
  { name: 'a missing result', change: removed('result') },
  { name: 'a missing application', change: removed('application') },
  {
    name: 'a veto put on',
    change: changed('application', (line) =>
      (line['vetoes'] as string[]).length === 0 && line['name'] ? { vetoes: ['fabrication'] } : undefined,
    ),
  },
  {
    name: 'a veto taken off',
    change: changed('application', (line) => ((line['vetoes'] as string[]).length > 0 ? { vetoes: [] } : undefined)),
  },
  { name: 'weights', change: weights },
  {
    name: 'weights above 100',
    change: changed('category', (line) => ({ weights: { ...(line['weights'] as object), site: 31 } })),
  },
  {
    name: 'the pass line',
    change: changed('category', (line, random) => ({ passLine: nudged(line['passLine'], random) })),
  },
  {
    name: 'a tier’s line',
    change: changed('category', (line) => ({
      tiers: (line['tiers'] as { line: string }[]).map((tier, at) => (at === 0 ? { ...tier, line: '91.00' } : tier)),
    })),
  },
  { name: 'the panel rule', change: changed('category', () => ({ panelRule: { minimumSheets: 3, trimFrom: null } })) },
  { name: 'the bonus cap', change: changed('dossier', () => ({ bonusCap: '0.25' })) },
  {
    name: 'fewer seats',
    change: quota(({ byRecommender }) => ({ byRecommender: { ...(byRecommender as object), 总工会: 1 } })),
  },
  {
    name: 'one seat more',
    change: quota(({ byRecommender }) => ({
      byRecommender: {
        ...(byRecommender as Record<string, number>),
        总工会: ((byRecommender as Record<string, number>)['总工会'] ?? 0) + 1,
      },
    })),
  },
  { name: 'a cell', change: changed('cell', (line) => ({ selected: Number(line['selected']) + 1 })) },
  { name: 'a missing cell', change: removed('cell') },
  { name: 'a recommender', change: changed('application', (line) => ({ recommender: '妇联', name: line['name'] })) },
  { name: 'the seed of a draw', change: changed('draw', (line) => ({ seed: `${line['seed']}1` })) },
  { name: 'the seed of the cycle', change: changed('dossier', (line) => ({ drawSeed: `${line['drawSeed']}1` })) },
  {
    name: 'the standard',
    change: changed('standard', (line) => ({ indicators: (line['indicators'] as object[]).slice(1) })),
  },
  { name: 'the standard’s hash', change: hexed('standard', 'sha256') },
  { name: 'the pinned hash', change: hexed('category', 'standardSha256') },
  {
    name: 'a listed one left out',
    change: changed('list', (line, random) => ({
      entries: (line['entries'] as string[]).toSpliced(Math.floor(random() * (line['entries'] as string[]).length), 1),
    })),
  },
  { name: 'a count of the list', change: changed('list', (line) => ({ total: Number(line['total']) + 1 })) },
  { name: 'a day of the window', change: changed('publicity', () => ({ lastDay: '2026-09-23' })) },
  {
    name: 'a holiday forgotten',
    change: changed('publicity', (line) => ((line['workdays'] as string[]).length > 0 ? { workdays: [] } : undefined)),
  },
  { name: 'an open objection', change: changed('objection', () => ({ status: 'investigating' })) },
  { name: 'a count of the decision', change: changed('decision', (line) => ({ total: Number(line['total']) + 1 })) },
  {
    name: 'a step of the chain',
    change: changed('decision', (line) => ({ steps: (line['steps'] as string[]).slice(1) })),
  },
  { name: 'a doubled certificate', change: doubled('named') },
  { name: 'a missing certificate', change: removed('named') },
  { name: 'a stranger named', change: changed('named', () => ({ application: 'A-99999' })) },
  { name: 'an invisible character in a name', change: changed('named', (line) => ({ name: `${line['name']}\u200b` })) },
  {
    name: 'a list in another order',
    change: changed('list', (line) => ({ entries: (line['entries'] as string[]).toReversed() })),
  },
  { name: 'somebody excluded who was not selected', change: changed('list', () => ({ exclusions: ['A-99999'] })) },
  { name: 'a name that was never published', change: aNameForNobody },
  { name: 'somebody named who was on no list', change: namedUnseen },
  { name: 'no publicity', change: without('publicity', 'objection') },
  { name: 'no list', change: without('list') },
  { name: 'no draw', change: without('draw') },
  { name: 'no heads', change: without('heads') },
  {
    name: 'another count of a publicity',
    change: changed('publicity', () => ({ total: 1, countsByCategory: { enterprise: 1 } })),
  },
  {
    name: 'a notice before the result',
    change: changed('publicity', () => ({
      publishedOn: '2026-07-13',
      firstDay: '2026-07-14',
      lastDay: '2026-07-20',
      holidays: [],
      workdays: [],
    })),
  },
  {
    name: 'a decision before the publicity ended',
    change: changed('decision', () => ({ signedAt: '2026-09-24T23:59:59.999+08:00' })),
  },
  { name: 'a decision that nobody signed', change: changed('decision', () => ({ signedAt: undefined })) },
  {
    name: 'an inadmissible objection with an effect',
    change: changed('objection', () => ({ status: 'inadmissible' })),
  },
  { name: 'a doubled objection', change: doubled('objection') },
  { name: 'a doubled category', change: doubled('category') },
  { name: 'a doubled standard', change: doubled('standard') },
  { name: 'a doubled draw', change: doubled('draw') },
  { name: 'a cell of nobody', change: cellOfNobody },
  { name: 'a vote on strangers', change: voteOnStrangers },
  { name: 'an arbiter without a threshold', change: changed('sheet', () => ({ arbiter: true })) },
  { name: 'another panel size', change: changed('category', () => ({ panelSize: 3 })) },
  { name: 'a visitor too many', change: changed('category', () => ({ siteTeam: 1 })) },
  { name: 'two numbers changed for each other', change: renumbered },
  {
    name: 'rows of the result',
    change: changed('dossier', (line) => ({ result: { ...(line['result'] as object), rows: 1 } })),
  },
];

import { flawOf } from './audit-chain.ts';
import { workingDaysWithin } from './holidays.ts';
import type { Outcome } from './outcome.ts';

/** What must hold of every season; `flaw` says why it does not. */
export type Invariant = { readonly zh: string; readonly en: string; readonly flaw?: string };

type Rule = { readonly zh: string; readonly en: string; readonly flawIn: (outcome: Outcome) => string | undefined };

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, each) => all + each, 0);

/** The items as a flaw, or none. */
const named = (items: readonly string[]): string | undefined =>
  items.length === 0 ? undefined : `${items.slice(0, 5).join('; ')}${items.length > 5 ? ` … (${items.length})` : ''}`;

const countsDiffer = ({ decision, annex, certificates, applications }: Outcome): string | undefined => {
  const counts = {
    body: Number(/等(\d+)个/.exec(decision.body)?.[1]),
    total: decision.total,
    annex: annex.length,
    categories: sumOf(decision.countsByCategory),
    certificates: certificates.filter(({ status }) => status === 'valid').length,
    named: applications.filter(({ status }) => status === 'named').length,
  };
  return new Set(Object.values(counts)).size === 1 && annex.length > 0 ? undefined : JSON.stringify(counts);
};

const wronglyNamed = ({ annex, results, applications, objections }: Outcome): string | undefined => {
  const resultOf = new Map(results.map((row) => [row.applicationId, row]));
  const applicationOf = new Map(applications.map((each) => [each.applicationId, each]));
  const closed = ['inadmissible', 'answered', 'archived'];
  const accused = new Set(
    objections.filter(({ status }) => !closed.includes(status)).map(({ target }) => target.applicationId),
  );
  return named(
    annex.flatMap(({ applicationId, organizationName, certificateNumber }) => {
      const result = resultOf.get(applicationId);
      const application = applicationOf.get(applicationId);
      const sound =
        result?.passed === true &&
        !result.vetoed &&
        application?.status === 'named' &&
        application.openObjections === 0 &&
        application.certificateNumber === certificateNumber &&
        !accused.has(applicationId);
      return sound ? [] : [organizationName];
    }),
  );
};

const overQuota = ({ plan, annex, applications }: Outcome): string | undefined => {
  const recommenderOf = new Map(applications.map((each) => [each.applicationId, each.recommender]));
  return named(
    plan.cycle.categories.flatMap(({ categoryId, quota }) => {
      const rows = annex.filter((row) => row.categoryId === categoryId);
      const seats = Object.entries({ ...quota.byRecommender });
      const over = seats.filter(
        ([department, limit]) =>
          rows.filter((row) => recommenderOf.get(row.applicationId) === department).length > limit,
      );
      return [
        ...(rows.length > quota.total ? [`${categoryId}: ${rows.length} > ${quota.total}`] : []),
        ...over.map(([department, limit]) => `${categoryId} × ${department} > ${limit}`),
      ];
    }),
  );
};

const shortPublicity = ({ plan, shift, publicities }: Outcome): string | undefined => {
  const { expectedPublicity } = plan;
  const [first] = publicities;
  const asExpected =
    shift !== 0 || (first?.firstDay === expectedPublicity.firstDay && first.lastDay === expectedPublicity.lastDay);
  const short = publicities.filter(
    ({ firstDay = '', lastDay = '' }) =>
      firstDay === '' || workingDaysWithin(firstDay, lastDay) < plan.cycle.publicity.days,
  );
  return named([
    ...(asExpected ? [] : [`${first?.firstDay} … ${first?.lastDay}, not as the golden window has it`]),
    ...short.map(({ firstDay, lastDay }) => `${firstDay} … ${lastDay}`),
  ]);
};

const wrongSubjects = ({ chains, subjects }: Outcome): string | undefined => {
  const events = chains.flat();
  return named([
    ...events.filter(({ requestId }) => !requestId).map(({ action }) => `${action} names no request`),
    ...events
      .filter(({ action, actor }) => subjects[action] && !subjects[action].includes(actor.id))
      .map(({ action, actor, chainId }) => `${action} of ${chainId} by ${actor.kind} ${actor.id}`),
    ...Object.keys(subjects)
      .filter((action) => !events.some((event) => event.action === action))
      .map((action) => `${action} is in no chain`),
  ]);
};

const failedNinety = ({ exactlyNinety, results }: Outcome): string | undefined =>
  named(
    results
      .filter(({ applicationId }) => exactlyNinety.includes(applicationId))
      .filter(({ passed, shown }) => !passed || shown !== '90.00')
      .map(({ organizationName, shown }) => `${organizationName} ${shown}`),
  );

const rules: readonly Rule[] = [
  {
    zh: '正文数 = 附件行数 = 各类别之和 = 有效证书数 = 已命名数',
    en: 'counts in the body = annex rows = sum over categories = valid certificates = named',
    flawIn: countsDiffer,
  },
  {
    zh: '证书编号无重复',
    en: 'certificate numbers are unique',
    flawIn: ({ annex }) => {
      const numbers = annex.map((row) => row.certificateNumber);
      return named(numbers.filter((number, at) => numbers.indexOf(number) !== at));
    },
  },
  {
    zh: '佐证材料逐字节一致，且互不相同',
    en: 'every evidence file reads back byte for byte, and each is distinct',
    flawIn: ({ evidence: { files, distinct, differing } }) =>
      named([...differing, ...(files === distinct && files > 0 ? [] : [`${distinct} distinct of ${files}`])]),
  },
  {
    zh: '无未结异议、否决或不达标者获命名',
    en: 'nobody is named with an open objection, a veto or a score below the line',
    flawIn: wronglyNamed,
  },
  { zh: '各类别、各推荐单位均未超名额', en: 'quotas hold by category and recommender', flawIn: overQuota },
  {
    zh: '每次公示均不少于规定的工作日',
    en: 'every publicity lasts its working days',
    flawIn: shortPublicity,
  },
  { zh: '恰为 90.00 分者达标', en: 'exactly 90.00 passes', flawIn: failedNinety },
  {
    zh: '审计链经重新计算无误',
    en: 'audit chains hold when recomputed',
    flawIn: ({ chains }) =>
      named(chains.flatMap((chain) => (flawOf(chain) ? [`${chain[0]?.chainId}: ${flawOf(chain)}`] : []))),
  },
  {
    zh: '审计记录载明各角色本人与请求编号',
    en: "the audit names each role's own subject and the request",
    flawIn: wrongSubjects,
  },
];

/** Every rule, with what it found against the season. */
export const invariantsOf = (outcome: Outcome): Invariant[] =>
  rules.map(({ zh, en, flawIn }) => {
    const flaw = flawIn(outcome);
    return flaw === undefined ? { zh, en } : { zh, en, flaw };
  });

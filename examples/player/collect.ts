import type { EventShape } from './audit-chain.ts';
import { type Client, everything } from './client.ts';
import { type Game, officer, stage } from './game.ts';
import type { Outcome } from './outcome.ts';
import type { AnnexRowShape, ApplicationShape, DecisionShape, ObjectionShape, PublicityShape } from './shapes.ts';
import type { EvidenceTally } from './stages/assessments.ts';
import type { Desk } from './stages/cycle.ts';
import type { PublishedDossier } from './stages/dossier.ts';
import type { PersonIds } from './stages/enrol.ts';
import type { ApplicationIds } from './stages/intake.ts';
import { publicityAt } from './stages/publicity.ts';
import { resultsOf } from './stages/results.ts';

type Played = {
  readonly desk: Desk;
  readonly shift: number;
  readonly personIds: PersonIds;
  readonly applicationIds: ApplicationIds;
  readonly evidence: EvidenceTally;
  /** In the order in which they were published. */
  readonly publicityIds: readonly string[];
  readonly decisionId: string;
  readonly dossier: PublishedDossier;
};

/** How many applications' chains of the audit are recomputed. */
const SAMPLE = 20;

/** Pages whose items stand beside a head. */
async function annexOf(client: Client, decisionId: string) {
  const path = `/decisions/${decisionId}`;
  const { decision } = await client.get<{ decision: DecisionShape }>(path);
  return { decision, annex: await everything<AnnexRowShape>(client, path) };
}

async function chainOf(supervisor: Client, chainId: string): Promise<EventShape[]> {
  return (await supervisor.get<{ events: EventShape[] }>('/audit/chain', { chainId })).events;
}

/** Evenly over all of them, the first and the last with them. */
const sampleOf = <T>(items: readonly T[], size: number): T[] =>
  items.filter(
    (_, at) =>
      items.length <= size || Math.floor((at * size) / items.length) !== Math.floor(((at - 1) * size) / items.length),
  );

/** Whose act each of these actions is, by the plan. */
function subjectsOf({ plan }: Game, ids: PersonIds): Outcome['subjects'] {
  const of = (people: readonly { readonly key: string }[]): string[] => people.map(({ key }) => ids.get(key) ?? '');
  const office = (duty: (typeof plan.office)[number]['duties'][number]) =>
    of(plan.office.filter(({ duties }) => duties.includes(duty)));
  const applicants = of(plan.units.map(({ contact }) => contact));
  return {
    'application.submitted': applicants,
    'assessment.submitted': applicants,
    'application.recommended': of(plan.recommenders),
    'application.accepted': office('check'),
    'cycle.announced': office('administer'),
    'list.drafted': office('draft'),
    'list.checked': office('check'),
    'decision.approve': office('approve'),
    'decision.signed': of(plan.committee),
  };
}

/** Reads back what the season came to, as those who may see it; the certificates as anybody. */
export async function collect(game: Game, played: Played): Promise<Outcome> {
  const { desk, personIds, applicationIds, publicityIds } = played;
  const drafter = officer(game, 'draft');
  const supervisor = game.people.as(game.plan.supervisor);
  const { decision, annex } = await annexOf(drafter, played.decisionId);
  const certificates = new Map<string, Outcome['certificates'][number]>();
  await stage(game, '证书查验 certificates', annex, async ({ certificateNumber }) => {
    const path = `/public/certificates/${encodeURIComponent(certificateNumber)}`;
    certificates.set(certificateNumber, await game.people.anybody.get(path));
  });
  const [firstPublicity = ''] = publicityIds;
  const sample = game.plan.units.flatMap(({ unitKey }) => applicationIds.get(unitKey) ?? []);
  const chainIds = [`cycle/${desk.cycleId}`, ...sampleOf(sample, SAMPLE).map((id) => `application/${id}`)];
  const chains = new Map<string, EventShape[]>();
  await stage(game, '审计链 audit chains', chainIds, async (chainId) => {
    chains.set(chainId, await chainOf(supervisor, chainId));
  });
  const objections: ObjectionShape[] = [];
  const publicities: PublicityShape[] = [];
  for (const publicityId of publicityIds) {
    const { items } = await drafter.get<{ items: ObjectionShape[] }>(`/publicities/${publicityId}/objections`);
    objections.push(...items);
    publicities.push(await publicityAt(game, publicityId));
  }
  return {
    plan: game.plan,
    shift: played.shift,
    exactlyNinety: game.plan.exactlyNinety.flatMap((unitKey) => applicationIds.get(unitKey) ?? []),
    applications: await everything<ApplicationShape>(drafter, `/cycles/${desk.cycleId}/applications`),
    results: await resultsOf(game, desk),
    publicized: await everything(game.people.anybody, `/public/notices/${firstPublicity}/entries`),
    publicities,
    objections,
    decision,
    annex,
    certificates: annex.flatMap(({ certificateNumber }) => certificates.get(certificateNumber) ?? []),
    evidence: {
      files: played.evidence.files,
      differing: played.evidence.differing,
      distinct: played.evidence.hashes.size,
    },
    chains: chainIds.map((chainId) => chains.get(chainId) ?? []),
    subjects: subjectsOf(game, personIds),
    dossier: played.dossier,
  };
}

import { isOut } from '#domain/applications';
import { type Assessment, reportParts } from '#domain/assessments';
import type { Cycle } from '#domain/cycles';
import type { ComparedText } from '#domain/similarity/pairs';
import type { TextSource } from '#domain/similarity-report';
import type { Standard } from '#domain/standards';
import { keys, lists } from '#store/keys';
import type { Snapshot } from '#store/records';
import type { Context } from '../context.ts';
import { applicationsOf } from '../cycles/members.ts';
import type { Progress } from '../jobs/kinds.ts';
import { standardAt } from '../standards/stored.ts';

type Reading = Pick<Context, 'store'>;

export type Collected = { readonly texts: ComparedText[]; readonly sources: ReadonlyMap<string, TextSource> };

const AT_ONCE = 500;

/** The parts of a self-report as they were submitted, in their order. */
export const partsOf = (snapshot: Snapshot): ComparedText['parts'] => {
  // Safe: the verb that submits a self-assessment writes exactly this into its snapshot.
  const { report } = snapshot.content as Pick<Assessment, 'report'>;
  return reportParts.map((name) => ({ name, text: report[name] }));
};

/** The cycles of the years before, as far back as asked. */
async function earlierCycles(ctx: Reading, cycle: Cycle, years: number): Promise<Cycle[]> {
  const all = await ctx.store.indexed<Cycle>({ index: 'lists', pk: lists.cycles() });
  return all.filter(({ year, status }) => status !== 'draft' && year < cycle.year && year >= cycle.year - years);
}

/** The self-reports of a cycle and of so many years before it, each as it was submitted last. */
export async function collected(
  ctx: Reading,
  cycle: Cycle,
  years: number,
  progress: Progress,
): Promise<Collected & { earlier: number }> {
  const cycleIds = [cycle.cycleId, ...(await earlierCycles(ctx, cycle, years)).map(({ cycleId }) => cycleId)];
  const applications = (await Promise.all(cycleIds.map((cycleId) => applicationsOf(ctx, cycleId))))
    .flat()
    .filter((application) => application.assessments > 0 && !isOut(application));
  const texts: ComparedText[] = [];
  const sources = new Map<string, TextSource>();
  for (let from = 0; from < applications.length; from += AT_ONCE) {
    await progress(from, applications.length, '读取自评报告', 'reading the self-reports');
    const some = applications.slice(from, from + AT_ONCE);
    const of = new Map(some.map((application) => [application.applicationId, application]));
    const snapshots = await ctx.store.getMany(
      some.map(({ applicationId, assessments }) => keys.snapshot(applicationId, 'assessment', assessments)),
    );
    for (const snapshot of snapshots) {
      const { applicationId, number } = snapshot;
      const { cycleId = '', organizationId = '' } = of.get(applicationId) ?? {};
      const earlier = cycleId !== cycle.cycleId;
      texts.push({ textId: applicationId, parts: partsOf(snapshot), ...(earlier && { earlier }) });
      sources.set(applicationId, { applicationId, cycleId, organizationId, number });
    }
  }
  return { texts, sources, earlier: texts.filter(({ earlier }) => earlier).length };
}

const textsOf = ({ name, indicators }: Standard): string[] => [
  name,
  ...indicators.flatMap((first) => [
    first.name,
    ...first.children.flatMap((second) => [
      second.name,
      ...second.children.flatMap(({ name: point, description, rule }) => [
        point,
        description,
        ...(rule.kind === 'levels' ? rule.levels.map(({ label }) => label) : []),
        ...(rule.kind === 'deduction' ? rule.items.map(({ label }) => label) : []),
      ]),
    ]),
  ]),
];

/** What everybody may quote: the standards by which they are judged. */
export async function quotableOf(ctx: Reading, cycle: Cycle): Promise<string[]> {
  const pinned = await Promise.all(
    cycle.categories.map(({ standardId, standardVersion }) => standardAt(ctx, standardId, standardVersion)),
  );
  return pinned.flatMap(textsOf);
}

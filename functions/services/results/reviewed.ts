import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import { type ResultRule, type Reviewed, resultsOf } from '#domain/results';
import type { Adjustment, Assignment, Component, Veto } from '#domain/reviews';
import type { ResultRow, Vote } from '#domain/selections';
import { scoresOf } from '#domain/sheets';
import { keys } from '#store/keys';
import type { OwnApplication } from '#store/records';
import type { Context } from '../context.ts';
import { applicationsOf } from '../reviews/draw.ts';

type Reading = Pick<Context, 'store'>;

const AT_ONCE = 16;

/** Runs over many things a few at a time; the answers in the order of the things. */
async function each<T, R>(things: readonly T[], act: (thing: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < things.length; from += AT_ONCE) {
    answers.push(...(await Promise.all(things.slice(from, from + AT_ONCE).map(act))));
  }
  return answers;
}

const grouped = <T extends { readonly applicationId: string }>(things: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.applicationId);
    if (group) group.push(thing);
    else groups.set(thing.applicationId, [thing]);
  }
  return groups;
};

/** The sheets that count: of assignments that stand as submitted, each as it was handed in last. */
async function sheetsOf(ctx: Reading, applicationId: string): Promise<NonNullable<Reviewed['sheets']>> {
  const { pk, sk } = keys.assignment(applicationId, '');
  const submitted = (await ctx.store.all<Assignment>(pk, sk)).filter(({ status }) => status === 'submitted');
  const sheets = await ctx.store.getMany(
    submitted.map(({ assignmentId, submissions }) => keys.submittedSheet(assignmentId, submissions)),
  );
  if (sheets.length !== submitted.length) throw new AwardError('Internal');
  return sheets.map(({ assignmentId, marks }) => ({ assignmentId, marks: scoresOf(marks) }));
}

/** Whether the unit was named before: in an earlier cycle here, or by the office's files from before. */
async function wasNamed(ctx: Reading, { organizationId, cycleId }: Application): Promise<boolean> {
  const organization = await ctx.store.find(keys.organization(organizationId));
  if (organization?.formerTitles?.length) return true;
  const { pk, sk } = keys.ownApplication(organizationId, '');
  const own = (await ctx.store.all<OwnApplication>(pk, sk)).filter((other) => other.cycleId !== cycleId);
  const others = await ctx.store.getMany(own.map((other) => keys.application(other.applicationId)));
  return others.some((other) => other.status === 'named');
}

/** The latest vote on a tie decides; the place of an application within it, or null. */
const placeIn = (votes: readonly Vote[], applicationId: string): number | null => {
  const vote = votes.findLast(({ order }) => order.includes(applicationId));
  return vote ? vote.order.indexOf(applicationId) + 1 : null;
};

/** Everything that decides, of every application that was reviewed, read consistently. */
async function reviewedOf(ctx: Reading, cycle: Cycle, newVotes: readonly Vote[]): Promise<Reviewed[]> {
  const { cycleId } = cycle;
  const [all, components, adjustments, vetoes, votes] = await Promise.all([
    applicationsOf(ctx, cycleId),
    ctx.store.all<Component>(keys.component(cycleId, '', '').pk),
    ctx.store.all<Adjustment>(keys.adjustment(cycleId, '', '').pk),
    ctx.store.all<Veto>(keys.veto(cycleId, '', '').pk),
    ctx.store.all<Vote>(keys.vote(cycleId, '').pk),
  ]);
  const applications = all.filter(({ status }) => status === 'scored');
  const panels = await ctx.store.getMany(applications.map(({ applicationId }) => keys.panel(applicationId)));
  const hasPanel = new Set(panels.map(({ applicationId }) => applicationId));
  const componentsBy = grouped(components);
  const adjustmentsBy = grouped(adjustments);
  const vetoed = new Set(vetoes.map(({ applicationId }) => applicationId));
  const inOrder = [...votes.toSorted((a, b) => (a.at < b.at ? -1 : 1)), ...newVotes];
  return each(applications, async (application) => {
    const { applicationId, categoryId, areaId, organizationName, recommender } = application;
    const withPanel = hasPanel.has(applicationId);
    const scoreOf = (name: Component['component']): number | undefined =>
      componentsBy.get(applicationId)?.find(({ component }) => component === name)?.score;
    const [site, satisfaction] = [scoreOf('site'), scoreOf('satisfaction')];
    return {
      applicationId,
      categoryId,
      areaId,
      organizationName,
      recommender,
      ...(withPanel && { sheets: await sheetsOf(ctx, applicationId) }),
      ...(site !== undefined && { site }),
      ...(satisfaction !== undefined && { satisfaction }),
      adjustments: adjustmentsBy.get(applicationId) ?? [],
      vetoed: vetoed.has(applicationId),
      namedBefore: withPanel && (await wasNamed(ctx, application)),
      votedPlace: placeIn(inOrder, applicationId),
    };
  });
}

/**
 * The rows of a cycle's result as they follow from what is in now (and from votes that are just being recorded), by
 * category and application id.
 */
export async function computedRows(
  ctx: Reading,
  cycle: Cycle,
  newVotes: readonly Vote[] = [],
): Promise<Omit<ResultRow, 'resultId'>[]> {
  const reviewed = await reviewedOf(ctx, cycle, newVotes);
  const rows = await each(cycle.categories, async (category) => {
    const standard = await ctx.store.get(keys.standard(category.standardId, category.standardVersion));
    const rule: ResultRule = { category, bonusCap: cycle.bonusCap, standard };
    return resultsOf(
      reviewed.filter(({ categoryId }) => categoryId === category.categoryId),
      rule,
    );
  });
  return rows.flat().toSorted((a, b) => (a.categoryId < b.categoryId ? -1 : Number(a.categoryId > b.categoryId)));
}

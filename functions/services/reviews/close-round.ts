import * as z from 'zod';
import type { Application } from '#domain/applications';
import { type Cycle, categoryOf, cycleTransitions } from '#domain/cycles';
import type { FieldProblem } from '#domain/errors';
import { mayCheck } from '#domain/policies';
import { type Component, isComplete, type Panel, stands } from '#domain/reviews';
import { next } from '#domain/transitions';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { applicationsOf } from './draw.ts';

export const CloseRoundInput = z.strictObject({ cycleId: z.string() });

const MOST_TOLD = 200;

const componentNames = { site: '实地考察', satisfaction: '满意度测评' } as const;

const problem = (application: Application, what: string, code: string, zh: string, en: string): FieldProblem => ({
  path: `applications.${application.applicationId}.${what}`,
  code,
  zh: `${application.organizationName}：${zh}`,
  en: `${application.organizationName}: ${en}`,
});

function panelProblems(application: Application, panel: Panel | undefined): FieldProblem[] {
  const waits = application.status === 'self-assessed' || application.status === 'under-review';
  if (panel && panel.vacant > 0) {
    const { vacant } = panel;
    return [problem(application, 'panel', 'SeatVacant', `评审组缺 ${vacant} 人。`, `${vacant} seats are vacant.`)];
  }
  if (!waits && (!panel || isComplete(panel))) return [];
  if (!panel) return [problem(application, 'panel', 'NoPanel', '尚未分配评审组。', 'it has no panel yet.')];
  const { submitted, size } = panel;
  return [
    problem(
      application,
      'panel',
      'SheetsMissing',
      `已交 ${submitted} 份，应交 ${size} 份。`,
      `${submitted} of ${size} sheets are in.`,
    ),
  ];
}

/** What a weighted component still lacks, for an application that has a panel. */
function componentProblems(
  cycle: Cycle,
  application: Application,
  held: ReadonlyMap<string, Component>,
): FieldProblem[] {
  const weights = categoryOf(cycle, application.categoryId)?.weights;
  return (['site', 'satisfaction'] as const).flatMap((component) => {
    if (!weights?.[component]) return [];
    const recorded = held.get(`${application.applicationId}#${component}`);
    const zh = componentNames[component];
    if (!recorded || !stands(recorded)) {
      return [problem(application, component, 'NotRecorded', `${zh}尚未录入。`, `${component} is not recorded.`)];
    }
    if (component === 'satisfaction' || recorded.confirmedAt) return [];
    return [
      problem(application, component, 'NotConfirmed', `${zh}尚未经专家确认。`, `${component} is not confirmed yet.`),
    ];
  });
}

async function missing(ctx: Context, cycle: Cycle): Promise<FieldProblem[]> {
  const reviewed = (await applicationsOf(ctx, cycle.cycleId)).filter((application) =>
    ['self-assessed', 'under-review', 'scored'].includes(application.status),
  );
  const panels = await ctx.store.getMany(reviewed.map((application) => keys.panel(application.applicationId)));
  const byApplication = new Map(panels.map((panel) => [panel.applicationId, panel]));
  const components = await ctx.store.all<Component>(keys.component(cycle.cycleId, '', '').pk);
  const recorded = new Map(components.map((each) => [`${each.applicationId}#${each.component}`, each]));
  return reviewed.flatMap((application) => {
    const panel = byApplication.get(application.applicationId);
    return [...panelProblems(application, panel), ...(panel ? componentProblems(cycle, application, recorded) : [])];
  });
}

/**
 * The office closes the round: from here on no mark changes, and those who may see others' scores see them.
 * @throws AwardError `Incomplete`, naming each application whose panel or weighted component is not complete.
 */
export async function closeRound(ctx: Context, input: z.input<typeof CloseRoundInput>): Promise<Versioned<Cycle>> {
  allow(mayCheck(ctx.actor));
  const { cycleId } = parse(CloseRoundInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const closed = { ...cycle, status: next(cycleTransitions, 'closeRound', cycle.status) };
  refuseFields((await missing(ctx, cycle)).slice(0, MOST_TOLD), 'Incomplete');
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.round-closed',
    cycleId,
    details: { cycleId },
    writes: [save(cycles, closed)],
    decides: [{ kind: 'round-closed', subjectId: cycleId, outcome: { decision: 'closed' } }],
    answer: { ...closed, version: cycle.version + 1 },
  });
}

import { type Application, isInReview } from '#domain/applications';
import { type Cycle, categoryOf } from '#domain/cycles';
import type { FieldProblem } from '#domain/errors';
import { type Component, isComplete, type Panel, type SiteSheet, type SiteTeam, stands } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { applicationsOf } from '../cycles/members.ts';

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

/** What was recorded beside the panels' sheets, by application. */
type Beside = {
  readonly components: ReadonlyMap<string, Component>;
  readonly teams: ReadonlyMap<string, SiteTeam>;
  readonly visits: ReadonlyMap<string, SiteSheet>;
};

/** A visit has a score once every seat of the team is held and every member's own sheet is in (confirmed, if transcribed). */
function teamProblems(application: Application, { teams, visits }: Beside): FieldProblem[] {
  const { applicationId } = application;
  const team = teams.get(applicationId);
  if (!team) return [problem(application, 'site', 'NoTeam', '尚未组成实地考察组。', 'it has no site team yet.')];
  const vacant = team.size - team.members.length;
  if (vacant > 0) {
    return [problem(application, 'site', 'SeatVacant', `考察组缺 ${vacant} 人。`, `${vacant} visitors are missing.`)];
  }
  const sheets = team.members.map((reviewerId) => visits.get(`${applicationId}#${reviewerId}`));
  const owed = sheets.filter((sheet) => sheet?.status !== 'submitted').length;
  if (owed === 0) return [];
  const unconfirmed = sheets.filter((sheet) => sheet?.status === 'asked' && sheet.transcribed).length;
  const zh = `考察组还有 ${owed} 份评分未提交${unconfirmed > 0 ? `（其中 ${unconfirmed} 份代录待确认）` : ''}。`;
  return [problem(application, 'site', 'SheetsMissing', zh, `${owed} site sheets are not in or not confirmed.`)];
}

/** What a weighted component still lacks, for an application that has a panel. */
function componentProblems(cycle: Cycle, application: Application, beside: Beside): FieldProblem[] {
  const { weights, siteTeam } = categoryOf(cycle, application.categoryId) ?? {};
  return (['site', 'satisfaction'] as const).flatMap((component) => {
    if (!weights?.[component]) return [];
    if (component === 'site' && siteTeam !== undefined) return teamProblems(application, beside);
    const recorded = beside.components.get(`${application.applicationId}#${component}`);
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

async function besideOf(ctx: Context, cycleId: string): Promise<Beside> {
  const [components, teams, visits] = await Promise.all([
    ctx.store.all<Component>(keys.component(cycleId, '', '').pk),
    ctx.store.all<SiteTeam>(keys.siteTeam(cycleId, '').pk),
    ctx.store.all<SiteSheet>(keys.siteSheet(cycleId, '', '').pk),
  ]);
  return {
    components: new Map(components.map((each) => [`${each.applicationId}#${each.component}`, each])),
    teams: new Map(teams.map((team) => [team.applicationId, team])),
    visits: new Map(visits.map((sheet) => [`${sheet.applicationId}#${sheet.reviewerId}`, sheet])),
  };
}

/** A case of the round with its panel, if it has one, and all that it still lacks. */
export type CaseState = {
  readonly application: Application;
  readonly panel?: Panel | undefined;
  readonly missing: readonly FieldProblem[];
};

/** Every case that the round is about. */
export async function statesOf(ctx: Context, cycle: Cycle): Promise<CaseState[]> {
  const reviewed = (await applicationsOf(ctx, cycle.cycleId)).filter(isInReview);
  const panels = await ctx.store.getMany(reviewed.map((application) => keys.panel(application.applicationId)));
  const byApplication = new Map(panels.map((panel) => [panel.applicationId, panel]));
  const beside = await besideOf(ctx, cycle.cycleId);
  return reviewed.map((application) => {
    const panel = byApplication.get(application.applicationId);
    const missing = [
      ...panelProblems(application, panel),
      ...(panel ? componentProblems(cycle, application, beside) : []),
    ];
    return { application, panel, missing };
  });
}

/** All that is still missing before the round can close, application by application; counts, never a score. */
export const missingIn = async (ctx: Context, cycle: Cycle): Promise<FieldProblem[]> =>
  (await statesOf(ctx, cycle)).flatMap(({ missing }) => missing);

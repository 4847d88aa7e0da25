import { mayCheck } from '#domain/policies';
import type { JobKind } from '../jobs/kinds.ts';
import { allow, parse } from '../require.ts';
import { DrawTeamsInput, drawSiteTeams } from '../site/draw-teams.ts';
import { PreviewInput, previewMatching } from './preview.ts';
import { RedrawInput, redrawPanels } from './redraw.ts';

const byTheDesk: JobKind['allow'] = (ctx) => allow(mayCheck(ctx.actor));

/** 试算 of any size. */
export const previewJob: JobKind = {
  zh: '专家分配试算',
  en: 'A preview of the draw, without effect',
  input: PreviewInput,
  allow: byTheDesk,
  unbound: true,
  async run(ctx, { cycleId, input }, progress) {
    await progress(0, 1, '试算', 'drawing on today’s inputs');
    return previewMatching(ctx, cycleId, parse(PreviewInput, input));
  },
};

/** 重抽. */
export const redrawJob: JobKind = {
  zh: '重新抽取专家（须说明理由）',
  en: 'Draw anew what has not begun, with the reason',
  input: RedrawInput,
  allow: byTheDesk,
  unbound: true,
  run: (ctx, { jobId, cycleId, input }, progress) =>
    redrawPanels(ctx, { jobId, cycleId, input: parse(RedrawInput, input) }, progress),
};

export const siteTeamsJob: JobKind = {
  zh: '抽取实地考察组',
  en: 'Draw the site teams',
  input: DrawTeamsInput,
  allow: byTheDesk,
  unbound: true,
  run: (ctx, { cycleId }, progress) => drawSiteTeams(ctx, { cycleId }, progress),
};

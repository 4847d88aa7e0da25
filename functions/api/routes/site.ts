import * as z from 'zod';
import { SiteSheet, SiteTeam } from '#domain/reviews';
import { ConfirmSiteSheetInput, confirmSiteSheet } from '#services/site/confirm-sheet';
import { GetSiteTeamInput, getSiteTeam } from '#services/site/get-team';
import { ListVisitsInput, listVisits } from '#services/site/list-visits';
import { RecuseVisitInput, recuseVisit } from '#services/site/recuse';
import { SubmitSiteSheetInput, submitSiteSheet } from '#services/site/submit-sheet';
import { TranscribeSiteSheetInput, transcribeSiteSheet } from '#services/site/transcribe';
import { act, read, replace } from '../route.ts';
import { listOf, shownMark, version } from '../shapes.ts';

const tag = '实地考察 site visits';

const correction = z.object({ score: shownMark, comment: z.string(), submittedAt: z.string() });
const sheet = SiteSheet.extend({
  score: shownMark.optional(),
  corrections: z.array(correction).optional(),
  version,
});

export const siteRoutes = [
  read('/site-visits', {
    tag,
    zh: '我的实地考察任务与评分',
    en: 'My site visits and what I handed in',
    input: ListVisitsInput,
    answer: listOf(sheet),
    run: listVisits,
  }),
  replace('/applications/{applicationId}/site-sheet', {
    tag,
    zh: '提交或更正实地考察评分',
    en: 'Hand in, or correct, the sheet of the visit',
    input: SubmitSiteSheetInput,
    answer: sheet,
    run: submitSiteSheet,
  }),
  act('/applications/{applicationId}/site-sheet/confirm', {
    tag,
    zh: '确认学习办代录的考察评分',
    en: 'Confirm what the office transcribed',
    input: ConfirmSiteSheetInput,
    answer: sheet,
    run: confirmSiteSheet,
  }),
  act('/applications/{applicationId}/site-sheet/recuse', {
    tag,
    zh: '回避实地考察',
    en: 'Recuse oneself from the visit',
    input: RecuseVisitInput,
    answer: z.object({ applicationId: z.string(), seatVacant: z.boolean() }),
    run: recuseVisit,
  }),
  act('/applications/{applicationId}/site-sheets/{reviewerId}/transcribe', {
    tag,
    zh: '代录考察专家签字的评分表',
    en: 'Transcribe the sheet that a visitor signed',
    input: TranscribeSiteSheetInput,
    answer: sheet,
    run: transcribeSiteSheet,
  }),
  read('/applications/{applicationId}/site-team', {
    tag,
    zh: '实地考察组与评分情况',
    en: 'The site team and its sheets',
    input: GetSiteTeamInput,
    answer: z.object({ team: SiteTeam, sheets: z.array(sheet) }),
    run: getSiteTeam,
  }),
] as const;

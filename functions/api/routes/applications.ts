import * as z from 'zod';
import { Application, ApplicationForm } from '#domain/applications';
import { CheckInput, checkApplication } from '#services/applications/check';
import { CreateInput, createApplication } from '#services/applications/create';
import { ApplicationRef, getApplication } from '#services/applications/get';
import { ListApplicationsInput, listApplications } from '#services/applications/list';
import { OrderAnswer, OrderInput, orderRecommendations } from '#services/applications/order';
import { ownApplications } from '#services/applications/own';
import { RecommendInput, recommendApplication } from '#services/applications/recommend';
import { RecommendationCell, RecommendationsInput, recommendationsOf } from '#services/applications/recommendations';
import { ReturnInput, returnApplication } from '#services/applications/return';
import { ApplicationRow, ListApplicationRowsInput, listApplicationRows } from '#services/applications/rows';
import { SaveFormInput, saveForm } from '#services/applications/save-form';
import { SubmitInput, submitApplication } from '#services/applications/submit';
import { timelineOf } from '#services/applications/timeline';
import { WithdrawInput, withdrawApplication } from '#services/applications/withdraw';
import { act, make, read, replace } from '../route.ts';
import { blindShape, listOf, nothing, pageOf, version } from '../shapes.ts';
import { assessmentShape } from './assessments.ts';

const tag = '申报 applications';
const answer = Application.extend({ version: z.int().optional() });
const form = z.object({ applicationId: z.string(), form: z.unknown(), version: z.int() });

const view = z.object({
  application: Application.partial().required({ applicationId: true }),
  form: ApplicationForm.partial().optional(),
  formVersion: version.optional(),
  assessment: assessmentShape.optional(),
  blind: blindShape.optional(),
  dueBy: z.string().optional(),
  rank: z.int().optional(),
});
const entry = z.object({
  at: z.string(),
  action: z.string(),
  zh: z.string(),
  en: z.string(),
  by: z.string().optional(),
});

export const applicationRoutes = [
  read('/cycles/{cycleId}/applications', {
    tag,
    zh: '批次的申报列表',
    en: "A cycle's applications",
    input: ListApplicationsInput,
    answer: pageOf(answer),
    run: listApplications,
  }),
  read('/cycles/{cycleId}/application-rows', {
    tag,
    zh: '批次的申报简表',
    en: "A cycle's applications as rows of a table",
    input: ListApplicationRowsInput,
    answer: pageOf(ApplicationRow),
    run: listApplicationRows,
  }),
  read('/cycles/{cycleId}/recommendations', {
    tag,
    zh: '推荐单位的待办与名额',
    en: 'What a recommender has to recommend, and its seats',
    input: RecommendationsInput,
    answer: z.object({ cycleId: z.string(), recommendBy: z.string(), items: z.array(RecommendationCell) }),
    run: recommendationsOf,
  }),
  replace('/cycles/{cycleId}/recommendations/order', {
    tag,
    zh: '排定推荐顺序',
    en: 'Put what a department recommends in order',
    input: OrderInput,
    answer: OrderAnswer,
    run: orderRecommendations,
  }),
  read('/me/applications', {
    tag,
    zh: '我的申报',
    en: 'My applications',
    input: nothing,
    answer: listOf(answer.extend({ dueBy: z.string().optional() })),
    run: ownApplications,
  }),
  read('/applications/{applicationId}', {
    tag,
    zh: '一份申报',
    en: 'An application',
    input: ApplicationRef,
    answer: view,
    run: getApplication,
  }),
  read('/applications/{applicationId}/timeline', {
    tag,
    zh: '办理过程',
    en: 'The case in words',
    input: ApplicationRef,
    answer: listOf(entry),
    run: timelineOf,
  }),
  act('/applications/{applicationId}/withdraw', {
    tag,
    zh: '撤回申报',
    en: 'Withdraw',
    input: WithdrawInput,
    answer,
    run: withdrawApplication,
  }),
  make('/cycles/{cycleId}/applications', {
    tag,
    zh: '开始一份申报',
    en: 'Begin an application',
    input: CreateInput,
    answer,
    run: createApplication,
  }),
  replace('/applications/{applicationId}/form', {
    tag,
    zh: '保存申报表草稿',
    en: 'Save the form as a draft',
    input: SaveFormInput,
    answer: form,
    run: saveForm,
  }),
  act('/applications/{applicationId}/submit', {
    tag,
    zh: '提交申报表或补正',
    en: 'Submit the form, or its correction',
    input: SubmitInput,
    answer,
    run: submitApplication,
  }),
  act('/applications/{applicationId}/return', {
    tag,
    zh: '退回修改',
    en: 'Return for correction',
    input: ReturnInput,
    answer,
    run: returnApplication,
  }),
  act('/applications/{applicationId}/recommend', {
    tag,
    zh: '推荐或不推荐',
    en: 'Recommend or decline',
    input: RecommendInput,
    answer,
    run: recommendApplication,
  }),
  act('/applications/{applicationId}/check', {
    tag,
    zh: '形式审查：受理或不予受理',
    en: 'Formal check: accept or reject',
    input: CheckInput,
    answer,
    run: checkApplication,
  }),
] as const;

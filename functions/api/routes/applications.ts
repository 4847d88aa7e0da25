import { z } from 'zod';
import { Application } from '#domain/applications';
import { CheckInput, checkApplication } from '#services/applications/check';
import { CreateInput, createApplication } from '#services/applications/create';
import { RecommendInput, recommendApplication } from '#services/applications/recommend';
import { ReturnInput, returnApplication } from '#services/applications/return';
import { SaveFormInput, saveForm } from '#services/applications/save-form';
import { SubmitInput, submitApplication } from '#services/applications/submit';
import { act, make, type Route, replace } from '../route.ts';

const tag = '申报 applications';
const answer = Application.extend({ version: z.int().optional() });
const form = z.object({ applicationId: z.string(), form: z.unknown(), version: z.int() });

export const applicationRoutes: readonly Route[] = [
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
    zh: '形式审查:受理或不予受理',
    en: 'Formal check: accept or reject',
    input: CheckInput,
    answer,
    run: checkApplication,
  }),
];

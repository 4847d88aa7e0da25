import * as z from 'zod';
import { conflictSources } from '#domain/conflicts';
import { Reviewer } from '#domain/reviews';
import { addReviewer } from '#services/reviewers/add';
import { ChangeReviewerInput, changeReviewer } from '#services/reviewers/change';
import {
  ApplicationConflictsInput,
  applicationConflicts,
  ReviewerConflictsInput,
  reviewerConflicts,
} from '#services/reviewers/conflicts';
import { DeclareInput, declare } from '#services/reviewers/declare';
import { exportReviewers } from '#services/reviewers/export';
import { GetReviewerInput, getReviewer } from '#services/reviewers/get';
import { ReviewerHistoryInput, reviewerHistory } from '#services/reviewers/history';
import { ImportReviewersInput, importReviewers } from '#services/reviewers/import';
import { ListReviewersInput, listReviewers } from '#services/reviewers/list';
import { ReviewerProfile } from '#services/reviewers/profile';
import { act, make, read, replace } from '../route.ts';
import { answeredFile, listOf, nothing, version } from '../shapes.ts';

const tag = '专家库 reviewers';
const answer = Reviewer.extend({ version });
const conflict = z.object({ source: z.enum(conflictSources), why: z.string(), zh: z.string(), en: z.string() });

export const reviewerRoutes = [
  read('/reviewers', {
    tag,
    zh: '专家名单',
    en: 'The pool of reviewers',
    input: ListReviewersInput,
    answer: listOf(answer),
    run: listReviewers,
  }),
  make('/reviewers', {
    tag,
    zh: '专家入库',
    en: 'Take a person into the pool',
    input: ReviewerProfile,
    answer,
    run: addReviewer,
  }),
  read('/reviewers/export', {
    tag,
    zh: '导出专家库为 .xlsx',
    en: 'The pool as a workbook',
    input: nothing,
    answer: answeredFile,
    run: exportReviewers,
  }),
  act('/reviewers/import', {
    tag,
    zh: '由 .xlsx 导入专家库',
    en: 'Take experts in, or change them, from a workbook',
    input: ImportReviewersInput,
    answer: z.object({ added: z.array(z.string()), changed: z.array(z.string()), unchanged: z.int() }),
    run: importReviewers,
  }),
  read('/reviewers/{reviewerId}', {
    tag,
    zh: '专家信息',
    en: 'One reviewer',
    input: GetReviewerInput,
    answer,
    run: getReviewer,
  }),
  replace('/reviewers/{reviewerId}', {
    tag,
    zh: '修改专家信息',
    en: 'Change a reviewer’s entry',
    input: ChangeReviewerInput,
    answer,
    run: changeReviewer,
  }),
  replace('/reviewers/{reviewerId}/declaration', {
    tag,
    zh: '专家申报可用时间与回避单位',
    en: 'Declare availability and conflicts',
    input: DeclareInput,
    answer,
    run: declare,
  }),
  read('/reviewers/{reviewerId}/conflicts', {
    tag,
    zh: '专家对某申报的回避情形',
    en: 'Why a reviewer must not review an application',
    input: ReviewerConflictsInput,
    answer: listOf(conflict),
    run: reviewerConflicts,
  }),
  read('/applications/{applicationId}/conflicts', {
    tag,
    zh: '须回避某申报的专家',
    en: 'Who must not review an application, and why',
    input: ApplicationConflictsInput,
    answer: listOf(
      z.object({
        reviewerId: z.string(),
        name: z.string(),
        organizationName: z.string(),
        conflicts: z.array(conflict),
      }),
    ),
    run: applicationConflicts,
  }),
  read('/reviewers/{reviewerId}/history', {
    tag,
    zh: '专家评审经历',
    en: 'What a reviewer did over the cycles',
    input: ReviewerHistoryInput,
    answer: listOf(
      z.object({
        cycleId: z.string(),
        title: z.string(),
        year: z.int(),
        assigned: z.int(),
        submitted: z.int(),
        recused: z.int(),
        replacedForBeingLate: z.int(),
        reassigned: z.int(),
        unlocked: z.int(),
        rated: z.object({ useful: z.array(z.int()).length(3), late: z.int(), thin: z.int(), flagged: z.int() }),
      }),
    ),
    run: reviewerHistory,
  }),
] as const;

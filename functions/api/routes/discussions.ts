import * as z from 'zod';
import { Discussion } from '#domain/discussions';
import { ReviewFeedback } from '#domain/feedback';
import { ListDiscussionsInput, listDiscussions } from '#services/discussions/list';
import { RecordDiscussionInput, recordDiscussion } from '#services/discussions/record';
import { GetFeedbackInput, getFeedback } from '#services/feedback/get';
import { ListFeedbackInput, listFeedback } from '#services/feedback/list';
import { RateReviewInput, rateReview } from '#services/feedback/rate-review';
import { act, make, read } from '../route.ts';
import { listOf, version } from '../shapes.ts';

const discussion = '合议 discussions';
const feedback = '评审质量 review of the reviews';

export const discussionRoutes = [
  make('/applications/{applicationId}/discussions', {
    tag: discussion,
    zh: '登记评审组合议记录',
    en: 'Record a discussion of the panel',
    input: RecordDiscussionInput,
    answer: Discussion.omit({ present: true }),
    run: recordDiscussion,
  }),
  read('/applications/{applicationId}/discussions', {
    tag: discussion,
    zh: '评审组合议记录',
    en: 'The discussions of the panel',
    input: ListDiscussionsInput,
    answer: listOf(Discussion.partial({ recordedBy: true })),
    run: listDiscussions,
  }),
  act('/assignments/{assignmentId}/feedback', {
    tag: feedback,
    zh: '评价一份评审',
    en: 'Rate a review',
    input: RateReviewInput,
    answer: ReviewFeedback.extend({ version }),
    run: rateReview,
  }),
  read('/assignments/{assignmentId}/feedback', {
    tag: feedback,
    zh: '一份评审的评价，以及系统所见（是否逾期、是否过于简略）',
    en: 'What was thought of a review, and what the system saw of it',
    input: GetFeedbackInput,
    answer: z.object({ late: z.boolean(), thin: z.boolean(), rated: ReviewFeedback.optional() }),
    run: getFeedback,
  }),
  read('/reviewers/{reviewerId}/feedback', {
    tag: feedback,
    zh: '专家历年评审的评价',
    en: "What was thought of a reviewer's reviews",
    input: ListFeedbackInput,
    answer: listOf(ReviewFeedback.partial({ ratedBy: true })),
    run: listFeedback,
  }),
] as const;

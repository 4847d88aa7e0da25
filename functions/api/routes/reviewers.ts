import { Reviewer } from '#domain/reviews';
import { addReviewer } from '#services/reviewers/add';
import { ChangeReviewerInput, changeReviewer } from '#services/reviewers/change';
import { DeclareInput, declare } from '#services/reviewers/declare';
import { GetReviewerInput, getReviewer } from '#services/reviewers/get';
import { ListReviewersInput, listReviewers } from '#services/reviewers/list';
import { ReviewerProfile } from '#services/reviewers/profile';
import { make, type Route, read, replace } from '../route.ts';
import { listOf, version } from '../shapes.ts';

const tag = '专家库 reviewers';
const answer = Reviewer.extend({ version });

export const reviewerRoutes: readonly Route[] = [
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
];

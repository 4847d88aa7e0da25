import { Award } from '#domain/decisions';
import { CertificateStatus, CheckCertificateInput, checkCertificate } from '#services/awards/check';
import { DecideReReviewInput, decideReReview } from '#services/awards/decide-re-review';
import { GetOwnAwardInput, getOwnAward, OwnAward } from '#services/awards/get-own';
import { ListAwardsInput, listAwards, listPublicAwards, PublicAward } from '#services/awards/list';
import { act, read } from '../route.ts';
import { pageOf } from '../shapes.ts';

const tag = '称号 awards';

export const awardRoutes = [
  read('/awards', {
    tag,
    zh: '一个批次的命名结果',
    en: 'The titles that a cycle gave',
    input: ListAwardsInput,
    answer: pageOf(Award),
    run: listAwards,
  }),
  read('/applications/{applicationId}/award', {
    tag,
    zh: '申报获得的称号及其复评情况',
    en: 'The title that an application brought, and its re-review',
    input: GetOwnAwardInput,
    answer: OwnAward,
    run: getOwnAward,
  }),
  act('/awards/{certificateNumber}/re-review', {
    tag,
    zh: '复评：保持、限期整改或撤销',
    en: 'Re-review: keep, rectify or revoke',
    input: DecideReReviewInput,
    answer: Award,
    run: decideReReview,
  }),
  read('/public/cycles/{cycleId}/awards', {
    tag,
    access: 'public',
    zh: '命名结果',
    en: 'The published result',
    input: ListAwardsInput,
    answer: pageOf(PublicAward),
    run: listPublicAwards,
  }),
  read('/public/certificates/{certificateNumber}', {
    tag,
    access: 'public',
    zh: '证书查验',
    en: 'Whether a certificate is valid',
    input: CheckCertificateInput,
    answer: CertificateStatus,
    run: checkCertificate,
  }),
] as const;

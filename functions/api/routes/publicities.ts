import * as z from 'zod';
import { NoticeText, Publicity } from '#domain/publicity';
import { Substitution, Vote } from '#domain/selections';
import { CheckPublicityInput, checkPublicity } from '#services/publicity/check';
import { DraftPublicityInput, draftPublicity } from '#services/publicity/draft';
import { getPublicity } from '#services/publicity/get';
import {
  getPublicNotice,
  listPublicEntries,
  PublicEntriesInput,
  PublicEntry,
  PublicNotice,
  PublicNoticeInput,
} from '#services/publicity/get-public';
import { ListNoticesInput, listNotices, NoticeSummary } from '#services/publicity/list-public';
import { NoticeWindow, noticeWindow, OfferNoticeInput, offerNotice } from '#services/publicity/offer';
import { PublicityInput } from '#services/publicity/open';
import { SendBackPublicityInput, sendBackPublicity } from '#services/publicity/send-back';
import {
  SubstituteInput,
  substituteEntry,
  VoteOnSubstituteInput,
  voteOnSubstitute,
} from '#services/publicity/substitute';
import { UpdatePublicityInput, updatePublicity } from '#services/publicity/update';
import { listVacancies, VacanciesInput, Vacancy } from '#services/publicity/vacancies';
import { actOnVersion, make, read, replace } from '../route.ts';
import { pageOf, version } from '../shapes.ts';

const tag = '公示 publicity';
const answer = z.object({ ...Publicity.shape, version });

export const publicityRoutes = [
  read('/cycles/{cycleId}/notice-offer', {
    tag,
    zh: '公示通知参考文本',
    en: 'The text that a notice begins with',
    input: OfferNoticeInput,
    answer: NoticeText.partial(),
    run: offerNotice,
  }),
  read('/cycles/{cycleId}/notice-window', {
    tag,
    zh: '如今天发布，公示期的起止日期',
    en: 'The window of a notice that is published today',
    input: OfferNoticeInput,
    answer: NoticeWindow,
    run: noticeWindow,
  }),
  make('/cycles/{cycleId}/publicity', {
    tag,
    zh: '拟定公示或补充公示',
    en: 'Draft a publicity, or a supplementary one',
    input: DraftPublicityInput,
    answer,
    run: draftPublicity,
  }),
  read('/publicities/{publicityId}', {
    tag,
    zh: '一次公示',
    en: 'One publicity',
    input: PublicityInput,
    answer,
    run: getPublicity,
  }),
  replace('/publicities/{publicityId}', {
    tag,
    zh: '修改公示通知草稿',
    en: 'Reword a drafted notice',
    input: UpdatePublicityInput,
    answer,
    run: updatePublicity,
  }),
  actOnVersion('/publicities/{publicityId}/check', {
    tag,
    zh: '复核公示通知',
    en: 'Check the notice as it was read',
    input: CheckPublicityInput,
    answer,
    run: checkPublicity,
  }),
  actOnVersion('/publicities/{publicityId}/send-back', {
    tag,
    zh: '退回公示通知（须说明理由）',
    en: 'Send the notice back, with the reason',
    input: SendBackPublicityInput,
    answer,
    run: sendBackPublicity,
  }),
  read('/public/notices', {
    tag,
    access: 'public',
    zh: '公示通知列表',
    en: 'Published notices',
    input: ListNoticesInput,
    answer: pageOf(NoticeSummary),
    run: listNotices,
  }),
  read('/public/notices/{publicityId}', {
    tag,
    access: 'public',
    zh: '公示通知',
    en: 'A published notice',
    input: PublicNoticeInput,
    answer: PublicNotice,
    run: getPublicNotice,
  }),
  read('/public/notices/{publicityId}/entries', {
    tag,
    access: 'public',
    zh: '公示名单',
    en: 'The entries of a notice',
    input: PublicEntriesInput,
    answer: pageOf(PublicEntry),
    run: listPublicEntries,
  }),
  read('/cycles/{cycleId}/vacancies', {
    tag,
    zh: '公示期间空出的名额与递补顺序',
    en: 'Places that fell vacant in publicity, and who is next in line',
    input: VacanciesInput,
    answer: z.object({ items: z.array(Vacancy) }),
    run: listVacancies,
  }),
  make('/cycles/{cycleId}/substitutions', {
    tag,
    zh: '递补（须重新公示）',
    en: 'Let the next in line into a vacant place; the list is published anew',
    input: SubstituteInput,
    answer: Substitution,
    run: substituteEntry,
  }),
  make('/cycles/{cycleId}/substitution-votes', {
    tag,
    zh: '录入领导小组对递补顺序的表决',
    en: 'Record the committee’s vote on who of equals comes in',
    input: VoteOnSubstituteInput,
    answer: Vote,
    run: voteOnSubstitute,
  }),
] as const;

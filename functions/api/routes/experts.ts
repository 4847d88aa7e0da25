import * as z from 'zod';
import { Avoidance } from '#domain/avoidances';
import { bids } from '#domain/fit';
import { Invitation } from '#domain/invitations';
import { FileAvoidanceInput, fileAvoidance } from '#services/avoidances/file';
import { ListAvoidancesInput, listAvoidances, OwnAvoidancesInput, ownAvoidances } from '#services/avoidances/list';
import { RefuseAvoidanceInput, refuseAvoidance } from '#services/avoidances/refuse';
import { AvoidanceRef, withdrawAvoidance } from '#services/avoidances/withdraw';
import { AnswerInvitationInput, answerInvitation } from '#services/invitations/answer';
import { InviteInput, invite } from '#services/invitations/invite';
import { ListInvitationsInput, listInvitations, ownInvitations } from '#services/invitations/list';
import { reviewerPool } from '#services/invitations/pool';
import { WithdrawInvitationInput, withdrawInvitation } from '#services/invitations/withdraw';
import { ListOfferedInput, listOffered } from '#services/preferences/list';
import { SetPreferencesInput, setPreferences } from '#services/preferences/set';
import { act, make, read } from '../route.ts';
import { listOf, nothing, pageOf, version } from '../shapes.ts';

const tag = '邀请、志愿与回避 experts in a cycle';
const invitation = Invitation.extend({ version });
const reason = z.object({ code: z.string(), zh: z.string(), en: z.string() });

const poolMember = z.object({
  reviewerId: z.string(),
  name: z.string(),
  organizationName: z.string(),
  outside: z.boolean(),
  maximumLoad: z.int(),
  invitation: Invitation.shape.status.optional(),
  reasons: z.array(reason),
  categories: z.array(z.object({ categoryId: z.string(), drawn: z.boolean(), reasons: z.array(reason) })),
});

const offered = z.object({
  number: z.string(),
  categoryId: z.string(),
  areaId: z.string(),
  organizationName: z.string().optional(),
  bid: z.enum(bids),
});

/** The applicant's own view: nothing of the pool. */
const ownAvoidance = Avoidance.pick({
  avoidanceId: true,
  expertName: true,
  expertOrganization: true,
  reason: true,
  status: true,
  filedAt: true,
}).extend({ refusal: z.object({ reason: z.string(), at: z.string() }).optional() });

export const expertRoutes = [
  read('/cycles/{cycleId}/invitations', {
    tag,
    zh: '批次的专家邀请',
    en: 'Who was invited to a cycle',
    input: ListInvitationsInput,
    answer: listOf(invitation),
    run: listInvitations,
  }),
  make('/cycles/{cycleId}/invitations', {
    tag,
    zh: '邀请专家',
    en: 'Invite experts, one or many',
    input: InviteInput,
    answer: z.object({ invited: z.array(z.string()) }),
    run: invite,
  }),
  act('/cycles/{cycleId}/invitations/{reviewerId}/withdraw', {
    tag,
    zh: '撤回邀请',
    en: 'Withdraw an invitation',
    input: WithdrawInvitationInput,
    answer: invitation,
    run: withdrawInvitation,
  }),
  read('/me/invitations', {
    tag,
    zh: '我的评审邀请',
    en: 'My invitations',
    input: nothing,
    answer: listOf(
      invitation
        .omit({ invitedBy: true, reviewerId: true })
        .extend({ title: z.string(), issuer: z.string(), reviewBy: z.string() }),
    ),
    run: ownInvitations,
  }),
  act('/me/invitations/{cycleId}', {
    tag,
    zh: '接受或谢绝邀请',
    en: 'Accept or decline an invitation',
    input: AnswerInvitationInput,
    answer: invitation.omit({ invitedBy: true }),
    run: answerInvitation,
  }),
  read('/cycles/{cycleId}/reviewer-pool', {
    tag,
    zh: '批次可抽取的专家及原因',
    en: 'Who may be drawn for which category, and why not',
    input: ListInvitationsInput,
    answer: listOf(poolMember),
    run: reviewerPool,
  }),
  read('/cycles/{cycleId}/preferences', {
    tag,
    zh: '可填报志愿的申报',
    en: 'What a reviewer may wish for, and their wishes',
    input: ListOfferedInput,
    answer: pageOf(offered),
    run: listOffered,
  }),
  act('/cycles/{cycleId}/preferences', {
    tag,
    zh: '填报评审志愿',
    en: 'Say what one wants to review',
    input: SetPreferencesInput,
    answer: z.object({ wishes: z.int() }),
    run: setPreferences,
  }),
  read('/applications/{applicationId}/avoidances', {
    tag,
    zh: '本单位的回避申请',
    en: 'What an applicant asked to be kept away from',
    input: OwnAvoidancesInput,
    answer: listOf(ownAvoidance),
    run: ownAvoidances,
  }),
  make('/applications/{applicationId}/avoidances', {
    tag,
    zh: '申请专家回避',
    en: 'Ask that an expert keep away',
    input: FileAvoidanceInput,
    answer: ownAvoidance,
    run: fileAvoidance,
  }),
  act('/applications/{applicationId}/avoidances/{avoidanceId}/withdraw', {
    tag,
    zh: '撤回回避申请',
    en: 'Take the request back',
    input: AvoidanceRef,
    answer: ownAvoidance,
    run: withdrawAvoidance,
  }),
  act('/applications/{applicationId}/avoidances/{avoidanceId}/refuse', {
    tag,
    zh: '不同意回避申请',
    en: 'Refuse the request, with a reason',
    input: RefuseAvoidanceInput,
    answer: Avoidance.extend({ version }),
    run: refuseAvoidance,
  }),
  read('/cycles/{cycleId}/avoidances', {
    tag,
    zh: '批次的回避申请',
    en: 'What the applicants of a cycle asked for',
    input: ListAvoidancesInput,
    answer: pageOf(
      Avoidance.extend({ version, named: z.array(z.object({ reviewerId: z.string(), name: z.string() })) }),
    ),
    run: listAvoidances,
  }),
] as const;

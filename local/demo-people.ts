import type { Grant } from '#domain/people';
import { type Dependencies, systemContext } from '#services/context';
import { enrol } from '#services/people/enrol';
import { grant } from '#services/people/grant';
import { keys } from '#store/keys';
import type { DemoPerson } from './identity/accounts.ts';

type Demo = DemoPerson & { readonly grants: readonly Grant[] };

const everyCategory = ['party', 'agency', 'school', 'enterprise', 'society', 'institution', 'community', 'family'];

const recommenderOf = (department: string): Grant => ({ role: 'recommender', department, categoryIds: everyCategory });

const demo = (username: string, displayName: string, roleHint: string, ...grants: Grant[]): Demo => ({
  sub: `demo-${username}`,
  username,
  displayName,
  roleHint,
  grants,
});

/** Whom the box knows from the start: one person for each desk, and some more reviewers. */
export const demoPeople: readonly Demo[] = [
  demo('office', '李晓宁', '学习办 经办、管理 / office: drafts, administers', {
    role: 'office',
    duties: ['administer', 'draft', 'check'],
  }),
  demo('checker', '陈立', '学习办 复核 / office: checks', { role: 'office', duties: ['check'] }),
  demo('head', '赵敏华', '学习办 主任 / office: approves', { role: 'office', duties: ['approve'] }),
  demo('committee', '周国强', '领导小组 / committee: signs', { role: 'committee' }),
  demo('supervisor', '孙正', '督导 / supervisor', { role: 'supervisor' }),
  demo(
    'recommender',
    '吴芳',
    '牵头单位 / recommender',
    ...['组织部', '机关党工委', '教委', '经信局', '总工会', '民政局', '学习办', '文明办', '妇联'].map(recommenderOf),
  ),
  ...['郑思远', '冯雅', '褚卫东', '卫明', '蒋文'].map((name, at) =>
    demo(`reviewer${at + 1}`, name, '评审专家 / reviewer', { role: 'reviewer' }),
  ),
  demo('applicant', '王梅', '申报单位 / applicant'),
];

/** Makes the demo people known to a new table, through the same verbs as anybody. */
export async function enrolDemoPeople(on: Dependencies): Promise<void> {
  for (const { sub, username, displayName, grants } of demoPeople) {
    if (await on.store.find(keys.person(sub))) continue;
    const request = { id: 'box/first-start' };
    const actor = { kind: 'person' as const, personId: sub, name: displayName, grants: [] };
    await enrol({ ...on, actor, request }, username, { name: displayName, consentTextVersion: 'demo' });
    if (grants.length > 0) {
      await grant(systemContext(on, 'box/first-start', request.id), { personId: sub, grants: [...grants] });
    }
  }
}

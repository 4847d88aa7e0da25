import { until } from '../clock.ts';
import { dayOf } from '../days.ts';
import { type Game, officer } from '../game.ts';
import type { PublicityShape } from '../shapes.ts';
import type { Desk } from './cycle.ts';

/** The text of a notice, the same in every run: the system prints counts and dates beside it. */
const noticeOf = ({ plan }: Game, number: number) => ({
  title: `${plan.cycle.title}拟命名名单${number === 1 ? '' : '补充'}公示`,
  process:
    `根据《${plan.cycle.basis.title}》(${plan.cycle.basis.documentNumber})，经自愿申报、推荐单位推荐、形式审查、` +
    `单位自评和专家评审，现将拟命名名单予以公示，各类别数量见名单。${number === 1 ? '' : '因名单变更，公示期重新计算。'}`,
  channels: '公示期内可在本系统公示页面在线提出异议，也可来信、来电反映；信函以邮戳日期为准。',
  requirements:
    '单位提出的异议应加盖公章并注明联系人；个人提出的应写明真实姓名、所在单位（无单位注明“无”）和联系电话。',
  notAdmitted: '匿名、逾期、无联系方式或单位未盖章的异议不予受理；其中有具体线索的依职权核查。',
  confidentiality: '对异议人的身份信息严格保密。',
  address: '云州市文澜区学林路 1 号 201 室（虚构）',
  postcode: '999999',
  phone: '0000-19900008001',
  supervisorPhone: '0000-19900008002',
});

export const publicityAt = (game: Game, publicityId: string): Promise<PublicityShape> =>
  officer(game, 'draft').get<PublicityShape>(`/publicities/${publicityId}`);

export type Window = PublicityShape & Required<Pick<PublicityShape, 'firstDay' | 'lastDay' | 'endsAt' | 'graceUntil'>>;

/** One officer drafts the notice, another checks it, the workflow publishes it. */
export async function publicize(game: Game, { cycleId, cleared }: Desk, number: number): Promise<Window> {
  const drafter = officer(game, 'draft');
  const drafted = await drafter.post<PublicityShape>(`/cycles/${cycleId}/publicity`, `notice/${number}`, {
    notice: noticeOf(game, number),
  });
  const path = `/publicities/${drafted.publicityId}`;
  await officer(game, 'check').postOn(`${path}/check`, `notice-check/${number}`, drafted.version);
  const published = await until('the notice is published', async () => {
    const seen = await publicityAt(game, drafted.publicityId);
    return isPublished(seen) && seen;
  });
  await cleared('shortlisted');
  return published;
}

const isPublished = (publicity: PublicityShape): publicity is Window => publicity.lastDay !== undefined;

/** Lets the window and the wait for letters run out, and waits until the workflow has concluded the publicity. */
export async function conclude(game: Game, { publicityId, endsAt, graceUntil }: Window): Promise<'clear' | 'changed'> {
  await game.clock.reach(dayOf(endsAt));
  await until('the window is over', async () => (await publicityAt(game, publicityId)).status !== 'open');
  await game.clock.reach(dayOf(graceUntil));
  return until('the publicity is concluded', async () => (await publicityAt(game, publicityId)).outcome);
}

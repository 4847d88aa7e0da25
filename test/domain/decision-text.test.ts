import { expect, it } from 'vitest';
import { defaultCategories } from '#domain/categories';
import { decisionBody, decisionTitle } from '#domain/decision-text';
import { noticeCounts } from '#domain/notice';

const cycle = {
  title: '2026 年学习型组织创建',
  nature: 'creation' as const,
  basis: { title: '创建工作通知', documentNumber: '示学办〔2026〕1号' },
  issuer: '示范区学习办',
};
const counts = noticeCounts({ family: 3, enterprise: 2, person: 1 }, defaultCategories);
const window = { firstDay: '2026-09-20', lastDay: '2026-09-24' };

it('goes from the background through the process to the naming, the hope, the annex and the signature', () => {
  expect(decisionTitle(cycle)).toBe('关于命名2026 年学习型组织创建名单的决定');
  expect(decisionTitle({ ...cycle, nature: 'commendation' })).toBe('关于表彰2026 年学习型组织创建名单的决定');
  expect(decisionBody(cycle, { counts, first: '云锦甲企业', window }).split('\n')).toEqual([
    '为推进学习型社会建设，根据《创建工作通知》（示学办〔2026〕1号），组织开展了2026 年学习型组织创建工作。',
    '经自愿申报、推荐审查、专家评审，并于2026年9月20日至2026年9月24日向社会公示，异议均已办结。',
    '经研究，决定授予云锦甲企业等6个申报主体“学习型企业”、“学习型家庭”、“百姓学习之星”称号，其中企业2个、家庭3户、百姓学习之星1名。',
    '希望受到命名的单位和家庭珍惜荣誉、再接再厉；号召各单位和广大市民向其学习，共同营造终身学习的良好氛围。',
    '附件：命名名单',
    '示范区学习办',
  ]);
});

it('takes the words of the office for background and hope, and for nothing else', () => {
  const body = decisionBody(cycle, { counts, first: '云锦甲企业', window }, { background: '背景。', hope: '希望。' });
  expect(body.split('\n').filter((_, line) => line === 0 || line === 3)).toEqual(['背景。', '希望。']);
});

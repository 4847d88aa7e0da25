import { expect, it } from 'vitest';
import { pdf, sha256Of, upload } from '../../support/case.ts';
import { contactEmails, sent, tooMany, type Unit, units } from './cast.ts';
import { type Desk, each, until } from './desk.ts';
import { count, cycleIs, type Journey, of, reach } from './journey.ts';

type Announced = { file: { fileId: string }; upload: { url: string; fields: Readonly<Record<string, string>> } };
type Point = { readonly pointId: string; readonly fullMarks: number };
type Tree = {
  readonly indicators: readonly { readonly children: readonly { readonly children: readonly Point[] }[] }[];
};

/** A paper all the way: announced, uploaded, confirmed. */
export async function attach(desk: Desk, about: object, fileName: string): Promise<string> {
  const { file, upload: form } = await desk.post<Announced>('/files', {
    ...about,
    fileName,
    contentType: 'application/pdf',
    size: pdf.length,
    sha256: sha256Of(pdf),
  });
  expect((await upload(form, pdf)).status).toBeLessThan(300);
  await desk.post(`/files/${file.fileId}/confirm`);
  return file.fileId;
}

/** What two units have in common that should not be: word for word. */
export const copied =
  '公司把学习写进班组日历，每周三下午由车间骨干轮流讲授一门微课，课后当场实操、当场点评；每季度由职工代表评出最受欢迎的三门课，' +
  '授课人与学员共同获得学分，学分可在年终评优、岗位晋升和外出研修中折算使用，三年来累计开课四百余场，覆盖全部一线班组。';

const reportOf = ({ key, core, name }: Unit) => ({
  organization: `${name}成立创建工作小组，由主要负责人任组长。`,
  practices: ['e5', 'e6'].includes(key) ? copied : `${core}围绕自身特点开展了第${key}号学习项目，形成了自己的做法。`,
  results: `${core}全年培训覆盖面逐年提高，职工技能等级明显提升。`,
  features: `以“${core}大讲堂”为品牌。`,
  shortcomings: '数字化学习平台利用率不高，将在下半年整改。',
});

/** Registers with its sealed letter, which the recommender compares, and applies. */
async function apply({ contacts, recommender, organizationIds, applicationIds, cycleId }: Journey, unit: Unit) {
  const { key, name, core, categoryId, areaId, recommender: department, creditCode } = unit;
  const contact = of(contacts, key);
  await contact.post('/me', { name: `${core}经办人`, consentTextVersion: '2026-01', email: contactEmails[key] });
  const { organizationId } = await contact.post<{ organizationId: string }>('/organizations', {
    name,
    categoryId,
    areaId,
    recommender: department,
    creditCode,
    contact: { name: '王梅', phone: `010-8888${key.charCodeAt(0)}${key.slice(1)}0` },
  });
  organizationIds.set(key, organizationId);
  await attach(contact, { purpose: 'letter', subjectId: organizationId }, '授权函.pdf');
  await recommender.post(`/organizations/${organizationId}/confirm`, { verdict: 'confirm' });
  const begun = await contact.post<{ applicationId: string }>(`/cycles/${cycleId}/applications`, { organizationId });
  const path = `/applications/${begun.applicationId}`;
  const { formVersion } = await contact.get<{ formVersion: number }>(path);
  const form = {
    profile: `${name}位于本区，职工三百余人。`,
    practices: `${core}每周设学习日。`,
    results: '技能竞赛获奖。',
    features: '师带徒。',
    contactName: '王梅',
    contactPhone: '010-88886666',
  };
  await contact.put(`${path}/form`, formVersion, { form });
  await contact.post(`${path}/submit`);
  applicationIds.set(key, begun.applicationId);
}

/** The self-assessment: full marks for themselves, one paper under a name that tells whose it is. */
async function assess({ contacts, applicationIds, standards, office }: Journey, { key, core, ...unit }: Unit) {
  const contact = of(contacts, key);
  const applicationId = of(applicationIds, key);
  const path = `/applications/${applicationId}`;
  const { standardId, standardVersion } = standards[unit.categoryId];
  const { indicators } = await office.get<Tree>(`/standards/${standardId}/${standardVersion}`);
  const leaves = indicators.flatMap(({ children }) => children.flatMap((second) => second.children));
  const points = leaves.map(({ pointId, fullMarks }) => {
    const given = { score: String(fullMarks / 100), justification: `${core}已达到要求。` };
    return [pointId, given] as const;
  });
  await attach(contact, { purpose: 'evidence', subjectId: applicationId, pointId: '1.1.1' }, `${core}机构文件.pdf`);
  const { version } = await contact.get<{ version: number }>(`${path}/assessment`);
  const report = reportOf({ key, core, ...unit });
  await contact.put(`${path}/assessment`, version, { points: Object.fromEntries(points), report });
  await contact.post(`${path}/assessment/submit`);
}

export function intake(journey: () => Journey): void {
  it('is made by thirteen units, in the window', async () => {
    await each(units, (unit) => apply(journey(), unit));
    expect(await count(journey(), 'submitted')).toBe(13);
  }, 90_000);

  it('is sent on by its recommender, but no more than there are seats where the quota is equal', async () => {
    const { checker, recommender, applicationIds } = journey();
    await reach(journey(), '2026-03-06', '18:01');
    await cycleIs(journey(), 'assessing');
    const path = (key: string, verb: string) => `/applications/${of(applicationIds, key)}/${verb}`;
    await each(sent, async ({ key }) => {
      await recommender.post(path(key, 'recommend'), { verdict: 'recommend', opinion: '同意推荐。' });
      await checker.post(path(key, 'check'), { verdict: 'accept' });
    });
    const one = { body: { verdict: 'recommend', opinion: '同意推荐。' } };
    expect(await recommender.refused('POST', path(tooMany, 'recommend'), one)).toMatchObject({
      status: 409,
      code: 'QuotaExceeded',
      title: '已超过名额（4 个）。',
    });
    await recommender.post(path(tooMany, 'recommend'), { verdict: 'decline', opinion: '名额已满。' });
    await until('the self-assessments are open', async () => (await count(journey(), 'self-assessing')) === 12);
  }, 90_000);

  it('is assessed by the unit itself, point by point', async () => {
    await each(sent, (unit) => assess(journey(), unit));
    expect(await count(journey(), 'self-assessed')).toBe(12);
  }, 90_000);
}

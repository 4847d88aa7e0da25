import { expect, it } from 'vitest';
import { sent, units } from './cast.ts';
import { each } from './desk.ts';
import { attach } from './intake.ts';
import { cycleIs, type Journey, of } from './journey.ts';
import { applicationPath, type Seat, seatsOf } from './sheets.ts';

type Visit = {
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly status: string;
  readonly version: number;
  readonly score?: string;
};
type Team = { readonly team: { readonly members: readonly string[] }; readonly sheets: readonly Visit[] };
type Entries = {
  readonly adjustments: readonly { readonly kind: string; readonly points: string; readonly withdrawn?: object }[];
  readonly vetoes: readonly { readonly withdrawn?: object }[];
};

const withTeam = units.filter(({ categoryId }) => categoryId === 'enterprise');
const open = sent.filter(({ categoryId }) => categoryId === 'community');
const deskOf = ({ experts }: Journey, reviewerId: string) =>
  [...experts.values()].find((expert) => expert.reviewerId === reviewerId)?.desk;

/** A visitor's own sheet: half a point above or below what the visit is to come to. */
async function visit(journey: Journey, key: string, target: number): Promise<void> {
  const path = applicationPath(journey, key);
  const { team } = await journey.checker.get<Team>(`${path}/site-team`);
  for (const [at, reviewerId] of team.members.entries()) {
    const desk = deskOf(journey, reviewerId);
    const { items } = (await desk?.get<{ items: Visit[] }>(`/site-visits?cycleId=${journey.cycleId}`)) ?? { items: [] };
    const own = items.find(({ applicationId }) => path.endsWith(applicationId));
    if (own?.status === 'submitted') continue;
    const score = String(at === 0 ? target - 0.5 : target + 0.5);
    await desk?.put(`${path}/site-sheet`, own?.version ?? 0, { score, comment: '现场与材料一致。' });
  }
}

export function beside(journey: () => Journey): void {
  it('is scored by each visitor on a sheet of their own, in points and with what was found', async () => {
    const path = applicationPath(journey(), 'e1');
    const { team, sheets } = await journey().checker.get<Team>(`${path}/site-team`);
    expect(sheets.map(({ status, score }) => [status, score])).toEqual([
      ['asked', undefined],
      ['asked', undefined],
    ]);
    const desk = deskOf(journey(), team.members[0] ?? '');
    const put = (body: object) => desk?.refused('PUT', `${path}/site-sheet`, { version: 1, body });
    expect(await put({ score: '100.01', comment: '好' })).toMatchObject({ paths: ['score'], codes: ['AboveMaximum'] });
    expect(await put({ score: '90.125', comment: '好' })).toMatchObject({ codes: ['TooManyDecimals'] });
    expect(await put({ score: '90', comment: ' ' })).toMatchObject({ paths: ['comment'], codes: ['Blank'] });
    const [onPanel] = (await seatsOf(journey(), 'e1')) as [Seat];
    const intruding = { version: 1, body: { score: '90', comment: '路过' } };
    expect(await onPanel.desk.refused('PUT', `${path}/site-sheet`, intruding)).toMatchObject({ code: 'NotAllowed' });
  });

  it('is transcribed from a signed paper, and counts once the visitor confirms it', async () => {
    const { checker } = journey();
    const path = applicationPath(journey(), 'e1');
    const { team } = await checker.get<Team>(`${path}/site-team`);
    const [reviewerId = ''] = team.members;
    const transcribe = `${path}/site-sheets/${reviewerId}/transcribe`;
    const sheet = { score: '94.5', comment: '据签字评分表代录。' };
    expect(await checker.refused('POST', transcribe, { body: { ...sheet, fileId: 'file-0' } })).toMatchObject({
      paths: ['fileId'],
      codes: ['NotASignedSheet'],
    });
    const about = { purpose: 'signed-sheet', subjectId: of(journey().applicationIds, 'e1') };
    const fileId = await attach(checker, about, '考察评分表.pdf');
    const { version } = await checker.post<{ version: number }>(transcribe, { ...sheet, fileId });
    expect(await checker.refused('POST', `${path}/site-sheet/confirm`, { body: { version } })).toMatchObject({
      code: 'NotAllowed',
    });
    await deskOf(journey(), reviewerId)?.post(`${path}/site-sheet/confirm`, { version });
    await each(withTeam, ({ key, target }) => visit(journey(), key, target));
    const { sheets } = await checker.get<Team>(`${path}/site-team`);
    expect(sheets.map(({ status }) => status)).toEqual(['submitted', 'submitted']);
    expect(JSON.stringify(sheets)).not.toMatch(/"score"|94\.5/);
  });

  it('is one agreed sheet where there is no team, confirmed by whoever signed it', async () => {
    const { checker, cycleId } = journey();
    await each(
      open,
      async ({ key, target }) => {
        const path = applicationPath(journey(), key);
        const [seat] = (await seatsOf(journey(), key)) as [Seat];
        const { reviewerId } = of(journey().experts, seat.expert);
        const about = { purpose: 'signed-sheet', subjectId: of(journey().applicationIds, key) };
        const fileId = await attach(checker, about, '考察评分表.pdf');
        const visited = { component: 'site', score: String(target), reviewerId, fileId, source: '4月1日考察' };
        await checker.post(`${path}/components`, visited);
        const { items } = await seat.desk.get<{ items: Visit[] }>(`/cycles/${cycleId}/confirmations`);
        const own = items.find(({ applicationId }) => path.endsWith(applicationId));
        await seat.desk.post(`${path}/components/site/confirm`, { version: own?.version });
      },
      1,
    );
    const path = applicationPath(journey(), 'e1');
    const agreed = { component: 'site', score: '90', source: '考察' };
    expect(await checker.refused('POST', `${path}/components`, { body: agreed })).toMatchObject({
      codes: ['TeamScores'],
    });
  });

  it('keeps the round open until all of it is in, and says of what is missing', async () => {
    const { checker, cycleId } = journey();
    const refusal = await checker.refused('POST', `/cycles/${cycleId}/close-round`);
    expect(refusal).toMatchObject({ status: 422, code: 'Incomplete' });
    expect(new Set(refusal.codes)).toEqual(new Set(['NotRecorded']));
    expect(refusal.zh).toContain('青禾里社区：满意度测评尚未录入。');
    expect(refusal.zh).toHaveLength(12);
    await each(
      sent,
      async ({ key, target }) => {
        const survey = { component: 'satisfaction', score: String(target), source: '3月问卷，发放200份，回收186份' };
        await checker.post(`${applicationPath(journey(), key)}/components`, survey);
      },
      2,
    );
  });

  it('is a bonus or a deduction with reason and source, each of which may be taken back with a reason', async () => {
    const { checker, supervisor } = journey();
    const add = (key: string, kind: string, points: string) =>
      checker.post<{ adjustmentId: string }>(`${applicationPath(journey(), key)}/adjustments`, {
        kind,
        points,
        reason: '社区教育实验项目结项优秀。',
        source: '市教委通报',
      });
    const path = applicationPath(journey(), 'c1');
    expect(
      await checker.refused('POST', `${path}/adjustments`, {
        body: { kind: 'bonus', points: '0', reason: '好', source: ' ' },
      }),
    ).toMatchObject({ paths: ['points', 'source'], codes: ['BelowMinimum', 'Blank'] });
    await add('c2', 'bonus', '4');
    await add('c2', 'bonus', '3');
    await add('c3', 'deduction', '1.5');
    const { adjustmentId } = await add('c1', 'bonus', '2');
    await checker.post(`${path}/adjustments/${adjustmentId}/withdraw`, { reason: '录错单位。' });
    const { adjustments } = await supervisor.get<Entries>(`${path}/entries`);
    expect(adjustments).toMatchObject([{ kind: 'bonus', points: '2.00', withdrawn: { reason: '录错单位。' } }]);
  });

  it('is a veto with ground, source, evidence and day, or one that was entered in error', async () => {
    const { checker, supervisor } = journey();
    const ground = {
      ground: 'safety-accident',
      source: '应急管理局通报',
      evidence: '文应急〔2026〕7号',
      occurredOn: '2026-02-10',
    };
    const path = (key: string) => `${applicationPath(journey(), key)}/vetoes`;
    const tomorrow = { body: { ...ground, occurredOn: '2026-12-31' } };
    expect(await checker.refused('POST', path('e8'), tomorrow)).toMatchObject({ codes: ['InFuture'] });
    await checker.post(path('e8'), ground);
    const { vetoId } = await checker.post<{ vetoId: string }>(path('e6'), ground);
    await checker.post(`${path('e6')}/${vetoId}/withdraw`, { reason: '通报对象为同名单位。' });
    const { vetoes } = await supervisor.get<Entries>(`${applicationPath(journey(), 'e6')}/entries`);
    expect(vetoes).toMatchObject([{ withdrawn: { reason: '通报对象为同名单位。' } }]);
  });

  it('is what the panel said when it met, by pseudonym, and changes no mark', async () => {
    const { checker } = journey();
    const path = `${applicationPath(journey(), 'e2')}/discussions`;
    const seats = await seatsOf(journey(), 'e2');
    const present = seats.slice(0, 3).map(({ assignmentId }) => assignmentId);
    const minutes = { heldOn: '2026-03-20', present, summary: '就云锦纺织科技的差异交换意见，维持各自评分。' };
    expect(await checker.refused('POST', path, { body: { ...minutes, present: ['nobody', 'else'] } })).toMatchObject({
      paths: ['present.0'],
      codes: ['NotOfThePanel'],
    });
    await checker.post(path, minutes);
    const { items } = (await seats[0]?.desk.get<{ items: object[] }>(path)) ?? { items: [] };
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).toContain('评委');
    expect(JSON.stringify(items)).not.toContain('云锦纺织');
    expect(await checker.refused('GET', path)).toMatchObject({ code: 'RoundOpen' });
  });

  it('is over when the office closes the round', async () => {
    const { checker, cycleId } = journey();
    await checker.post(`/cycles/${cycleId}/close-round`);
    await cycleIs(journey(), 'listing');
    const path = applicationPath(journey(), 'e1');
    const late = { kind: 'bonus', points: '1', reason: '补录', source: '通报' };
    expect(await checker.refused('POST', `${path}/adjustments`, { body: late })).toMatchObject({ code: 'WrongState' });
  });
}

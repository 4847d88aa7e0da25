import { expect, it } from 'vitest';
import { sent, units } from './cast.ts';
import { each, until } from './desk.ts';
import { panelOf } from './draw.ts';
import { count, type Journey, mailOf, of } from './journey.ts';
import { applicationPath, leavesOf, marksFor, type Seat, save, score, seatsOf, standardOf, totalOf } from './sheets.ts';

type Mine = {
  readonly items: readonly {
    readonly applicationId: string;
    readonly assignmentId: string;
    readonly organizationName: string;
    readonly categoryId: string;
  }[];
};
type Material = {
  readonly blind?: { readonly number: string };
  readonly material: {
    readonly assessment: { readonly points: Readonly<Record<string, { readonly score?: string }>> };
    readonly evidence: readonly { readonly fileId: string; readonly fileName: string }[];
  };
};
type Submission = { readonly number: number; readonly changes?: { readonly points: readonly object[] } };

const enterprises = units.filter(({ categoryId }) => categoryId === 'enterprise');
const namesIn = (text: string): string[] =>
  enterprises.flatMap(({ name, core }) => [name, core]).filter((name) => text.includes(name));

/** What is not a mark, as it is typed into JSON, with the field and the code by which it is refused. */
const noMarks: readonly (readonly [string, string, string, string])[] = [
  ['more than full marks', '{"score":"7.01"}', 'score', 'AboveMaximum'],
  ['less than nothing', '{"score":-1}', 'score', 'BelowMinimum'],
  ['three decimals', '{"score":6.125}', 'score', 'TooManyDecimals'],
  ['1e400', '{"score":1e400}', 'score', 'NotANumber'],
  ['a word', '{"score":"七"}', 'score', 'NotANumber'],
  ['full-width digits', '{"score":"６"}', 'score', 'NotANumber'],
  ['true', '{"score":true}', 'score', 'WrongKind'],
  ['a level that the scale does not have', '{"given":{"level":9}}', 'given.level', 'UnknownLevel'],
  ['a mark outside of its level', '{"score":"1","given":{"level":0}}', 'score', 'LevelBand'],
  ['another rule’s reasons', '{"given":{"found":[]}}', 'given.found', 'NotByThisRule'],
];

/** By the rules of other points of the same standard. */
const againstRule: readonly (readonly [string, string, object, string, string])[] = [
  ['yes-no', '体育设施', { score: '3' }, 'score', 'NotYesOrNo'],
  ['deduction', '培训制度', { given: { found: [{ item: 7, count: 1 }] } }, 'given.found.0.item', 'UnknownItem'],
  ['ratio', '年参训率', { given: { part: 9, whole: 8 } }, 'given.part', 'PartAboveWhole'],
  [
    'a computed mark typed as another',
    '培训制度',
    { score: '7', given: { found: [{ item: 0, count: 1 }] } },
    'score',
    'NotAsComputed',
  ],
];

export function scoring(journey: () => Journey): void {
  let first: Seat;
  const sheetAt = ({ assignmentId }: Seat): string => `/assignments/${assignmentId}/sheet`;

  it('reaches its reviewers blind: the name of the unit appears nowhere, nor does its own score', async () => {
    for (const { desk } of journey().experts.values()) {
      const { items } = await desk.get<Mine>(`/assignments?cycleId=${journey().cycleId}`);
      expect(namesIn(JSON.stringify(items))).toEqual([]);
      const blind = items.find(({ categoryId }) => categoryId === 'enterprise');
      if (!blind) continue;
      const { material, ...view } = await desk.get<Material>(`/assignments/${blind.assignmentId}`);
      expect(view.blind?.number).toBe(blind.organizationName);
      expect(Object.values(material.assessment.points).filter(({ score }) => score !== undefined)).toEqual([]);
      expect(material.evidence.map(({ fileName }) => fileName)).toEqual(['佐证材料-1.pdf']);
      const path = `/applications/${blind.applicationId}`;
      const link = await desk.get<{ url: string }>(`/files/${material.evidence[0]?.fileId}/link`);
      const file = await fetch(link.url);
      const seen = [view, material, link, [...file.headers], await desk.get(path), await desk.get(`${path}/evidence`)];
      expect(namesIn(decodeURIComponent(JSON.stringify(seen).replaceAll('%', '%25')))).toEqual([]);
      expect(namesIn(decodeURIComponent(file.headers.get('content-disposition') ?? ''))).toEqual([]);
    }
    const organization = `/organizations/${of(journey().organizationIds, 'e1')}`;
    expect(await of(journey().experts, 'x11').desk.refused('GET', organization)).toMatchObject({ code: 'NotFound' });
  });

  it('is open where the category is: a name, and the score that the unit gave itself', async () => {
    const [seat] = await seatsOf(journey(), 'c1');
    const view = await seat?.desk.get<Material>(`/assignments/${seat.assignmentId}`);
    expect(view?.blind).toBeUndefined();
    expect(JSON.stringify(view)).toContain('青禾里社区');
    expect(Object.values(view?.material.assessment.points ?? {}).every(({ score: own }) => own !== undefined)).toBe(
      true,
    );
  });

  it.each(noMarks)('takes no mark of %s', async (_, mark, field, code) => {
    [first] = (await seatsOf(journey(), 'e1')) as [Seat];
    const { desk, assignmentId, status } = first;
    if (status === 'pending') await desk.post(`/assignments/${assignmentId}/accept`);
    const raw = `{"overall":"","marks":{"1.1.1":${mark}}}`;
    const { version } = await desk.get<{ version: number }>(sheetAt(first));
    const refusal = await desk.refused('PUT', sheetAt(first), { version, raw });
    expect(refusal).toMatchObject({ status: 400, paths: [expect.stringContaining(`marks.1.1.1.${field}`)] });
    expect(refusal).toMatchObject({ codes: [code] });
  });

  it.each(againstRule)('takes no mark against the rule: %s', async (_, name, mark, field, code) => {
    const { desk, unit } = first;
    const point = leavesOf(await standardOf(journey(), unit)).find((each) => each.name === name);
    const { version } = await desk.get<{ version: number }>(sheetAt(first));
    const body = { overall: '', marks: { [point?.pointId ?? '']: mark } };
    expect(await desk.refused('PUT', sheetAt(first), { version, body })).toMatchObject({
      paths: [`marks.${point?.pointId}.${field}`],
      codes: [code],
    });
  });

  it('is not handed in with a blank, which is not a 0', async () => {
    const { desk, assignmentId, unit } = first;
    const marks = { ...marksFor(await standardOf(journey(), unit), 9_300), '1.1.1': { comment: '待定' } };
    await save(first, marks);
    expect(await desk.refused('POST', `/assignments/${assignmentId}/sheet/submit`)).toMatchObject({
      status: 422,
      code: 'Incomplete',
      paths: ['marks.1.1.1.score'],
      codes: ['Blank'],
    });
    const stranger = of(journey().experts, 'x5').desk;
    expect(await stranger.refused('GET', sheetAt(first))).toMatchObject({ code: 'NotAllowed' });
    expect(await journey().office.refused('PUT', sheetAt(first), { version: 2, body: { marks } })).toMatchObject({
      code: 'NotAllowed',
    });
  });

  it('is given by every reviewer, and seen by no other while the round is open', async () => {
    const { office, checker, committee, supervisor, cycleId } = journey();
    const seats = (
      await Promise.all(
        sent.map(async ({ key }) => {
          const panel = await seatsOf(journey(), key);
          return panel.map((seat, at) => ({ seat, total: totalOf(seat, at, panel.length) }));
        }),
      )
    ).flat();
    expect(seats).toHaveLength(52);
    // A panel's sheets one after the other, as colleagues do not press the button in one moment.
    await each(sent, async ({ key }) => {
      for (const { seat, total } of seats.filter(({ seat: { unit } }) => unit.key === key)) {
        await score(journey(), seat, total);
      }
    });
    const { desk, assignmentId } = first;
    for (const reader of [office, checker, committee]) {
      expect(await reader.refused('GET', sheetAt(first))).toMatchObject({ status: 403, code: 'RoundOpen' });
      const results = `/cycles/${cycleId}/results?categoryId=enterprise`;
      expect(await reader.refused('GET', results)).toMatchObject({ code: 'RoundOpen' });
      const analysis = `/cycles/${cycleId}/analysis?categoryId=enterprise`;
      expect(await reader.refused('GET', analysis)).toMatchObject({ code: 'RoundOpen' });
    }
    expect(await desk.refused('GET', `/assignments/${assignmentId}/panel-sheets`)).toMatchObject({ code: 'RoundOpen' });
    expect(await checker.refused('GET', `/assignments/${assignmentId}/feedback`)).toMatchObject({ code: 'RoundOpen' });
    expect(await supervisor.get<{ overall: string }>(sheetAt(first))).toMatchObject({ overall: expect.any(String) });
    const applicant = of(journey().contacts, 'e1');
    const { application } = await applicant.get<{ application: { status: string } }>(applicationPath(journey(), 'e1'));
    expect(application.status).toBe('under-review');
  }, 90_000);

  it('is arbitrated by a further reviewer, who is not told, where the totals lie too far apart', async () => {
    const { panel, items } = await panelOf(journey(), 'e2');
    expect(panel).toMatchObject({ size: 6, arbiter: 'seated' });
    expect(items.filter(({ role }) => role === 'arbiter')).toHaveLength(1);
    const arbiter = (await seatsOf(journey(), 'e2')).find(({ role }) => role === 'arbiter') as Seat;
    const own = await arbiter.desk.get<object>(`/assignments/${arbiter.assignmentId}`);
    expect(JSON.stringify(own)).not.toContain('arbiter');
    expect(await count(journey(), 'scored')).toBe(11);
    await score(journey(), arbiter, 9_200);
    await until('every panel is complete', async () => (await count(journey(), 'scored')) === 12);
  });

  it('is given back with a reason, changed and handed in again; both are kept', async () => {
    const { checker } = journey();
    const [seat] = (await seatsOf(journey(), 'c1')) as [Seat];
    const path = `/assignments/${seat.assignmentId}`;
    expect(await checker.refused('POST', `${path}/unlock`, { body: {} })).toMatchObject({ paths: ['reason'] });
    await checker.post(`${path}/unlock`, { reason: '评委自述看错一份材料。' });
    await until('the application is under review again', async () => (await count(journey(), 'scored')) === 11);
    expect(await seat.desk.refused('POST', `${path}/recuse`, { body: { reason: 'other' } })).toMatchObject({
      code: 'WrongState',
    });
    await save(seat, marksFor(await standardOf(journey(), seat.unit), 8_850));
    await save(seat, marksFor(await standardOf(journey(), seat.unit), 9_000));
    await seat.desk.post(`${path}/sheet/submit`);
    await until('every panel is complete again', async () => (await count(journey(), 'scored')) === 12);
    const { items } = await seat.desk.get<{ items: Submission[] }>(`${path}/submissions`);
    expect(items.map(({ number }) => number)).toEqual([1, 2]);
    expect(items[1]?.changes?.points).toEqual([]);
    expect(await checker.refused('GET', `${path}/submissions`)).toMatchObject({ code: 'RoundOpen' });
  });

  it('is asked for and received by mail without a name, but for visitors, who must know where they go', async () => {
    const { checker, experts: people, applicationIds } = journey();
    const letters = await until('sheets are received by mail', async () => {
      const all = (await mailOf(journey())).filter(({ to }) => to.endsWith('@experts.example'));
      return all.some(({ subject }) => subject.includes('评分表已提交')) && all;
    });
    for (const { key, name, core } of enterprises) {
      const path = `/applications/${of(applicationIds, key)}/site-team`;
      const { team } = await checker.get<{ team: { members: string[] } }>(path);
      const visitors = [...people].filter(([, each]) => team.members.includes(each.reviewerId)).map(([at]) => at);
      const told = letters.filter(({ subject, text }) =>
        [name, core].some((each) => `${subject} ${text}`.includes(each)),
      );
      expect(told.map(({ to }) => to.slice(0, to.indexOf('@'))).filter((each) => !visitors.includes(each))).toEqual([]);
    }
  });
}

import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { experts, sent } from './cast.ts';
import { each, until } from './desk.ts';
import { count, type Journey, job, of, reach } from './journey.ts';

type Preview = {
  readonly isRedraw: boolean;
  readonly withPanel: number;
  readonly reviewers: number;
  readonly closedPairs: readonly { readonly source: string }[];
  readonly outcome?: {
    readonly certified: boolean;
    readonly totalFit: number;
    readonly worstFit: number;
    readonly worstBound: number;
    readonly loads: readonly { readonly load: number; readonly most: number }[];
  };
  readonly refusal?: {
    readonly code: string;
    readonly zh: string;
    readonly fields: readonly { readonly zh: string }[];
  };
};
export type Draw = {
  readonly number: number;
  readonly round: string;
  readonly seed: string;
  readonly inputHash: string;
  readonly totalFit: number;
  readonly worstFit: number;
  readonly pairs: number;
  readonly reason?: string;
};
export type PanelView = {
  readonly panel: {
    readonly size: number;
    readonly members: string[];
    readonly former: string[];
    readonly arbiter?: string;
  };
  readonly items: readonly {
    readonly assignmentId: string;
    readonly reviewerId: string;
    readonly status: string;
    readonly role?: string;
  }[];
};
type Board = {
  readonly reviewers: readonly { readonly reviewerId: string; readonly assigned: number; readonly visits: number }[];
  readonly categories: readonly {
    readonly categoryId: string;
    readonly assigned: number;
    readonly coverage?: object;
  }[];
};
type WhyNot = { readonly kind: string; readonly sources: readonly string[]; readonly zh: string; readonly en: string };

export const panelOf = ({ supervisor, applicationIds }: Journey, key: string): Promise<PanelView> =>
  supervisor.get(`/applications/${of(applicationIds, key)}/panel`);

export const expertOf = ({ experts: people }: Journey, reviewerId: string): string =>
  [...people].find(([, each]) => each.reviewerId === reviewerId)?.[0] ?? '';

/** The file of a draw, fetched by its link. */
async function fileOf({ supervisor, cycleId }: Journey, { round, number }: Draw, file: string): Promise<string> {
  const path = `/cycles/${cycleId}/draws/${round}/${number}/${file}`;
  const { url } = await supervisor.get<{ url: string }>(path);
  return (await fetch(url)).text();
}

const colleagues = new Set(['x11', 'x12']);

export function draw(journey: () => Journey): void {
  it('is refused in words while too few have accepted', async () => {
    const { checker, cycleId } = journey();
    const preview = await checker.post<Preview>(`/cycles/${cycleId}/matching/preview`, {});
    expect(preview).toMatchObject({ isRedraw: false, withPanel: 12, reviewers: 4, refusal: { code: 'PanelTooSmall' } });
    expect(preview.outcome).toBeUndefined();
    const told = preview.refusal?.fields.map(({ zh }) => zh).join('\n') ?? '';
    expect(told).toContain('「云锦食品工业有限公司」需要 5 位专家，专家库 4 人中可评审的只有 3 人（本人申明回避 1）');
  });

  it('is tried without effect once they have, with its certificate checked', async () => {
    const { checker, committee, cycleId, experts: people } = journey();
    const late = experts.filter(({ key }) => Number(key.slice(1)) > 5);
    await each(late, async ({ key }) => {
      await of(people, key).desk.post(`/me/invitations/${cycleId}`, { verdict: 'accept' });
    });
    const preview = await checker.post<Preview>(`/cycles/${cycleId}/matching/preview`, {});
    expect(preview).toMatchObject({ withPanel: 12, reviewers: 13, outcome: { certified: true } });
    const { worstFit = 0, worstBound = 0, loads = [] } = preview.outcome ?? {};
    expect(worstFit).toBeLessThanOrEqual(worstBound);
    expect(loads.every(({ load, most }) => load <= most)).toBe(true);
    expect(loads.reduce((sum, { load }) => sum + load, 0)).toBe(8 * 5 + 4 * 3);
    const sum = await checker.post<Preview>(`/cycles/${cycleId}/matching/preview`, { aim: 'sum' });
    expect(sum.outcome?.totalFit).toBeGreaterThanOrEqual(preview.outcome?.totalFit ?? 0);
    const asJob = await job<Preview>(checker, cycleId, 'preview-matching', { withPins: false });
    expect(asJob.outcome).toEqual(preview.outcome);
    expect(await committee.refused('POST', `/cycles/${cycleId}/matching/preview`)).toMatchObject({
      code: 'NotAllowed',
    });
  });

  it('keeps whom the office set, with its reason, but nobody against a conflict', async () => {
    const { checker, cycleId, experts: people, applicationIds } = journey();
    const path = `/cycles/${cycleId}/pins`;
    const pin = (expert: string, unit: string) => ({
      applicationId: of(applicationIds, unit),
      reviewerId: of(people, expert).reviewerId,
      reason: '熟悉该行业。',
    });
    expect(await checker.refused('POST', path, { body: pin('x3', 'e3') })).toMatchObject({
      code: 'ConflictOfInterest',
      codes: ['declared'],
    });
    expect(await checker.refused('POST', path, { body: pin('x5', 'e1') })).toMatchObject({ codes: ['NotEligible'] });
    await checker.post(path, pin('x11', 'e1'));
    expect(await checker.refused('POST', path, { body: pin('x12', 'e1') })).toMatchObject({ codes: ['GroupRules'] });
    await checker.post(path, pin('x14', 'c1'));
    await checker.post(`${path}/release`, pin('x14', 'c1'));
    const { items } = await checker.get<{ items: { released?: object }[] }>(path);
    expect(items.map(({ released }) => released !== undefined).toSorted()).toEqual([false, true]);
  });

  it('is made when the review starts, by the public seed, and recorded with what it was made from', async () => {
    const { office, supervisor, checker, cycleId } = journey();
    await reach(journey(), '2026-03-20', '18:01');
    await office.post(`/cycles/${cycleId}/start-review`);
    await until('every panel is assigned', async () => (await count(journey(), 'under-review')) === 12);
    const made = await supervisor.get<Draw>(`/cycles/${cycleId}/matching`);
    expect(made).toMatchObject({ number: 1, seed: '2026 年 2 月 26 日 公开抽取 第 7 号', pairs: 52, pins: 1 });
    const inputs = await fileOf(journey(), made, 'inputs');
    expect(createHash('sha256').update(inputs).digest('hex')).toBe(made.inputHash);
    const certificate = JSON.parse(await fileOf(journey(), made, 'certificate')) as {
      inputHash: string;
      total: number;
    };
    expect(certificate).toMatchObject({ inputHash: made.inputHash, total: made.totalFit });
    const panels = JSON.parse(await fileOf(journey(), made, 'panels')) as {
      applicationId: string;
      reviewerIds: string[];
    }[];
    for (const { key } of sent) {
      const drawn = panels.find(({ applicationId }) => applicationId === of(journey().applicationIds, key));
      const { panel } = await panelOf(journey(), key);
      expect(panel.members.toSorted()).toEqual(drawn?.reviewerIds.toSorted());
    }
    const again = await checker.refused('POST', `/cycles/${cycleId}/pins`, {
      body: {
        applicationId: of(journey().applicationIds, 'e1'),
        reviewerId: of(journey().experts, 'x13').reviewerId,
        reason: '补充。',
      },
    });
    expect(again).toMatchObject({ code: 'WrongState', title: '当前状态为「已抽取」，不能办理此事项。' });
  });

  it('obeys every conflict, the group rules and each load', async () => {
    const { supervisor, checker, cycleId, applicationIds } = journey();
    const outside = new Set(experts.filter(({ entry }) => entry['outside']).map(({ key }) => key));
    for (const { key } of sent) {
      const { panel } = await panelOf(journey(), key);
      const sitting = panel.members.map((id) => expertOf(journey(), id));
      const path = `/applications/${of(applicationIds, key)}/conflicts`;
      const { items } = await supervisor.get<{ items: { reviewerId: string }[] }>(path);
      expect(items.filter(({ reviewerId }) => panel.members.includes(reviewerId))).toEqual([]);
      expect(sitting.filter((each) => colleagues.has(each)).length).toBeLessThanOrEqual(1);
      expect(sitting.filter((each) => outside.has(each)).length).toBeGreaterThanOrEqual(1);
    }
    expect((await panelOf(journey(), 'e1')).panel.members).toContain(of(journey().experts, 'x11').reviewerId);
    const board = await checker.get<Board>(`/cycles/${cycleId}/assignment-board`);
    expect(board.reviewers.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(52);
    const modest = board.reviewers.find(({ reviewerId }) => expertOf(journey(), reviewerId) === 'x1');
    expect(modest?.assigned ?? 0).toBeLessThanOrEqual(5);
    expect(board.categories.map(({ assigned, coverage }) => [assigned, coverage !== undefined])).toEqual([
      [40, true],
      [12, true],
    ]);
  });

  it('says of any pair why it was not drawn', async () => {
    const { checker, supervisor, committee, cycleId, applicationIds, experts: people } = journey();
    const asked = (expert: string, unit: string): string => {
      const { reviewerId } = of(people, expert);
      return `/cycles/${cycleId}/matching/why-not?applicationId=${of(applicationIds, unit)}&reviewerId=${reviewerId}`;
    };
    const barred = await checker.get<WhyNot>(asked('x3', 'e3'));
    expect(barred).toMatchObject({ kind: 'forbidden', sources: ['declared'] });
    expect(barred.zh).toBe('褚卫东不能评审「云锦食品工业有限公司」：本人申明回避。');
    expect(await supervisor.get<WhyNot>(asked('x5', 'e3'))).toMatchObject({ kind: 'not-drawn-from' });
    expect(await checker.get<WhyNot>(asked('x11', 'e1'))).toMatchObject({ kind: 'chosen' });
    const { panel } = await panelOf(journey(), 'e7');
    const free = experts.find(
      ({ key }) => !['x5', 'x8'].includes(key) && !panel.members.includes(of(people, key).reviewerId),
    );
    const other = await checker.get<WhyNot>(asked(free?.key ?? '', 'e7'));
    expect(['better', 'draw', 'full', 'loads', 'fairness', 'impossible']).toContain(other.kind);
    expect(other.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(await committee.refused('GET', asked('x3', 'e3'))).toMatchObject({ code: 'NotAllowed' });
  });
}

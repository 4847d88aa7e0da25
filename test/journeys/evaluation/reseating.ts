import { expect, it } from 'vitest';
import { sent } from './cast.ts';
import { type Draw, expertOf, panelOf } from './draw.ts';
import { type Journey, job, of } from './journey.ts';

/** What happens to a draw once it stands: redraws, recusals, and the other round. */
export function reseating(journey: () => Journey): void {
  it('is made again with a reason when a conflict becomes known, without touching what has begun', async () => {
    const { checker, supervisor, cycleId, experts: people } = journey();
    const before = await panelOf(journey(), 'e6');
    const [leaving = '', begun = ''] = before.panel.members;
    const started = before.items.find(({ reviewerId }) => reviewerId === begun);
    const starter = of(people, expertOf(journey(), begun)).desk;
    await starter.post(`/assignments/${started?.assignmentId}/accept`);
    const { desk } = of(people, expertOf(journey(), leaving));
    const own = await desk.get<{ version: number; conflicts: { source: string }[] }>(`/reviewers/${leaving}`);
    const conflicts = own.conflicts.filter(({ source }) => source === 'declared').map(({ source: _, ...each }) => each);
    const declared = [...conflicts, { organizationName: '松岭现代物流有限公司', reason: '近亲属持股。' }];
    await desk.put(`/reviewers/${leaving}/declaration`, own.version, { available: true, conflicts: declared });
    expect(await checker.refused('POST', `/cycles/${cycleId}/jobs`, { body: { kind: 'redraw' } })).toMatchObject({
      paths: ['input.reason'],
    });
    const redrawn = await job<{ number: number; changed: number; kept: number }>(checker, cycleId, 'redraw', {
      reason: '专家新申明回避。',
    });
    expect(redrawn).toMatchObject({ number: 2, kept: 0 });
    const after = await panelOf(journey(), 'e6');
    expect(after.panel.members).not.toContain(leaving);
    expect(after.panel.members).toContain(begun);
    expect(after.panel.members).toHaveLength(5);
    const { items } = await supervisor.get<{ items: Draw[] }>(`/cycles/${cycleId}/draws`);
    expect(items.map(({ round, number, reason }) => [round, number, reason])).toEqual([
      ['documents', 1, undefined],
      ['documents', 2, '专家新申明回避。'],
    ]);
  });

  it('is followed by the next in line when a reviewer recuses themselves', async () => {
    const { experts: people, cycleId, checker } = journey();
    const before = await panelOf(journey(), 'e5');
    const [leaving] = before.items.filter(({ status }) => status === 'pending');
    const { desk } = of(people, expertOf(journey(), leaving?.reviewerId ?? ''));
    const path = `/assignments/${leaving?.assignmentId}/recuse`;
    const answer = await desk.post<{ seatVacant: boolean }>(path, { reason: 'other', note: '曾指导其申报材料。' });
    expect(answer).toMatchObject({ seatVacant: false, assignment: { status: 'recused' } });
    const after = await panelOf(journey(), 'e5');
    expect(after.panel.former).toEqual([...before.panel.former, leaving?.reviewerId]);
    expect(after.panel.members).toHaveLength(5);
    expect(await desk.refused('POST', `/assignments/${leaving?.assignmentId}/accept`)).toMatchObject({
      code: 'WrongState',
    });
    expect(await checker.post(`/cycles/${cycleId}/remind-overdue`)).toEqual({ reminded: [], toldToday: [] });
  });

  it('gives the visits to others than the panels', async () => {
    const { checker, supervisor, cycleId, applicationIds } = journey();
    expect(await job(checker, cycleId, 'draw-site-teams')).toMatchObject({ number: 1, teams: 8, short: 0 });
    for (const { key } of sent.filter(({ categoryId }) => categoryId === 'enterprise')) {
      const { panel } = await panelOf(journey(), key);
      const path = `/applications/${of(applicationIds, key)}/site-team`;
      const { team } = await supervisor.get<{ team: { members: string[] } }>(path);
      expect(team.members).toHaveLength(2);
      expect(team.members.filter((id) => [...panel.members, ...panel.former].includes(id))).toEqual([]);
    }
    const { items } = await supervisor.get<{ items: Draw[] }>(`/cycles/${cycleId}/draws`);
    expect(items.map(({ round }) => round)).toEqual(['documents', 'documents', 'site']);
  });
}

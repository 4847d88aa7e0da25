import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blindNumber } from '#domain/blind-number';
import { getApplication } from '#services/applications/get';
import { linkFile } from '#services/files/link';
import { listFiles } from '#services/files/list';
import { acceptAssignment } from '#services/reviews/accept';
import { getAssignment } from '#services/reviews/get-assignment';
import { listConfirmations } from '#services/reviews/list-confirmations';
import { listQueue } from '#services/reviews/list-queue';
import { recuse } from '#services/reviews/recuse';
import { components, cycles } from '#store/entities';
import { keys } from '#store/keys';
import { create, remove, save } from '#store/writes';
import { applicationId, type LeakWorld, openLeakWorld } from '../../support/leak-world.ts';
import { cycleId } from '../../support/review-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const number = blindNumber(cycleId, applicationId);

describe('a blind review', () => {
  let world: World;
  let leak: LeakWorld;
  let assignmentId: string;
  const first = () => world.as(leak.actors.first);
  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    leak = await openLeakWorld(world);
    assignmentId = leak.panel[0]?.assignmentId ?? '';
  });
  afterAll(() => world.end());

  it('shows the number in the queue, and says what cannot be hidden', async () => {
    expect((await listQueue(first(), {})).items).toMatchObject([{ organizationName: number }]);
    const { assignment, blind } = await getAssignment(first(), { assignmentId });
    expect(assignment.organizationName).toBe(number);
    expect(blind).toMatchObject({ number, note: { zh: expect.stringContaining('PDF') } });
  });

  it('shows the number with a score that waits for the same reviewer’s confirmation', async () => {
    const reviewerId = leak.panel[0]?.reviewerId ?? '';
    const site = { component: 'site' as const, score: 8700, source: '考察', reviewerId, enteredBy: 'checker' };
    await world.store.transact([create(components, { ...site, cycleId, applicationId, enteredAt: world.clock.now() })]);
    expect((await listConfirmations(first(), { cycleId })).items).toMatchObject([{ organizationName: number }]);
    await world.store.transact([remove(keys.component(cycleId, applicationId, 'site'))]);
  });

  it('puts the number for the unit in every text, and crosses for who is to be called', async () => {
    const { material } = await getAssignment(first(), { assignmentId });
    expect(material?.assessment?.report.practices).toBe(`${number}的做法`);
    const [point] = Object.values(material?.assessment?.points ?? {});
    expect(point).toEqual({ justification: `${number}人人学习，联系××× ×××` });
    const { application, assessment, blind } = await getApplication(first(), { applicationId });
    expect(application).toEqual({
      applicationId,
      cycleId,
      categoryId: 'enterprise',
      standardId: 'example-enterprise',
      standardVersion: 1,
      organizationName: number,
    });
    expect(assessment).toEqual(material?.assessment);
    expect(blind?.number).toBe(number);
  });

  it('numbers the papers alike in the material, the list and the link', async () => {
    const { material } = await getAssignment(first(), { assignmentId });
    expect(material?.evidence).toMatchObject([{ fileId: 'file-evidence', fileName: '佐证材料-1.pdf' }]);
    expect((await listFiles(first(), { applicationId })).items).toMatchObject([
      { fileName: '佐证材料-1.pdf', uploadedBy: '×××' },
    ]);
    const { url } = await linkFile(first(), { fileId: 'file-evidence' });
    expect(decodeURIComponent(decodeURIComponent(url))).toContain('佐证材料-1.pdf');
    const office = await linkFile(world.as(leak.actors.office), { fileId: 'file-evidence' });
    expect(decodeURIComponent(decodeURIComponent(office.url))).toContain('示例企业1-佐证.pdf');
  });

  it('keeps to the number in what the reviewer is answered', async () => {
    expect((await acceptAssignment(first(), { assignmentId })).organizationName).toBe(number);
    const other = leak.panel[1]?.assignmentId ?? '';
    const recused = await recuse(world.as(leak.actors.second), {
      assignmentId: other,
      reason: 'other',
      note: '曾为 示例企业１ 授课',
    });
    expect(recused.assignment).toMatchObject({ organizationName: number, reason: `other: 曾为 ${number} 授课` });
  });

  it('is no longer blind once the setting is gone', async () => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    const categories = cycle.categories.map(({ blind: _, ...category }) => category);
    await world.store.transact([save(cycles, { ...cycle, categories })]);
    const { assignment, blind } = await getAssignment(first(), { assignmentId });
    expect([assignment.organizationName, blind]).toEqual(['示例企业1', undefined]);
  });
});

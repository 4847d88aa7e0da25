import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareVersions } from '#services/standards/compare';
import { createStandard } from '#services/standards/create';
import { installExamples } from '#services/standards/install-examples';
import { publishStandard } from '#services/standards/publish';
import { updateStandard } from '#services/standards/update';
import { applicant, drafter, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const from = { standardId: 'example-enterprise', standardVersion: 1 };
const second = { standardId: from.standardId, standardVersion: 2 };

describe('two versions side by side', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await installExamples(world.as(system));
    const draft = await createStandard(world.as(drafter), { from, as: 'version' });
    const { label, fullMarks, indicators } = structuredClone(draft);
    const point = indicators[2]?.children[0]?.children[0];
    if (point) point.rule = { kind: 'ratio', fullAtPercent: 60 };
    await updateStandard(world.as(drafter), { ...second, name: draft.name, label, fullMarks, indicators, version: 1 });
  });
  afterAll(() => world.end());

  it('tell what the later one says otherwise, with the values of both', async () => {
    const { points, unchanged, head } = await compareVersions(world.as(supervisor), { ...second, withVersion: 1 });
    expect(points).toMatchObject([
      {
        kind: 'changed',
        before: { under: ['工作成效', '学习人数'], item: { name: '年参训率' } },
        changes: [
          { field: 'rule', before: { kind: 'ratio', fullAtPercent: 50 }, after: { kind: 'ratio', fullAtPercent: 60 } },
        ],
      },
    ]);
    expect(unchanged).toBe(13);
    expect(head.map(({ field }) => field)).toEqual(['source', 'note']);
  });

  it('may be of two standards', async () => {
    const other = { withStandardId: 'example-institution', withVersion: 1 };
    const { indicators } = await compareVersions(world.as(applicant), { ...from, ...other });
    expect(indicators.length).toBeGreaterThan(0);
  });

  it('show a draft to the office only', async () => {
    const asked = { ...from, withVersion: '2' };
    await expect(compareVersions(world.as(applicant), asked)).rejects.toMatchObject({ code: 'NotFound' });
    await publishStandard(world.as(drafter), second);
    expect((await compareVersions(world.as(applicant), asked)).points.length).toBe(1);
    await expect(compareVersions(world.as(drafter), { ...from, withVersion: 3 })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});

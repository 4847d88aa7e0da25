import { describe, expect, it } from 'vitest';
import { handedIn } from '#web/desks/reviewer/visits/outbox.ts';
import {
  dropUnsent,
  isOnlyHere,
  keepList,
  keptList,
  putUnsent,
  unsentOf,
} from '#web/desks/reviewer/visits/visit-disk.ts';

const sheet = (personId: string, applicationId: string, score = '88') =>
  handedIn({ personId, applicationId, version: 1, score, comment: '与材料相符', at: 0 });

// There is no IndexedDB here, as in a private window of some browsers.
describe('site visits where nothing can be kept on the machine', () => {
  it('are handed in from memory, each person’s own, the last text of each', async () => {
    await putUnsent(sheet('person-1', 'application-1', '80'));
    await putUnsent(sheet('person-1', 'application-1'));
    await putUnsent(sheet('person-1', 'application-2'));
    await putUnsent(sheet('person-2', 'application-1'));
    expect(await unsentOf('person-1')).toEqual([
      sheet('person-1', 'application-1'),
      sheet('person-1', 'application-2'),
    ]);
    expect(isOnlyHere(sheet('person-1', 'application-1'))).toBe(true);
    await dropUnsent(sheet('person-1', 'application-1'));
    expect(isOnlyHere(sheet('person-1', 'application-1'))).toBe(false);
    expect(await unsentOf('person-1')).toEqual([sheet('person-1', 'application-2')]);
    expect(await unsentOf('person-2')).toHaveLength(1);
  });

  it('are read from the server alone', async () => {
    await keepList({ personId: 'person-1', visits: [], at: 0 });
    expect(await keptList('person-1')).toBeUndefined();
  });
});

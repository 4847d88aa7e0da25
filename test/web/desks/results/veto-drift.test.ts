import { describe, expect, it } from 'vitest';
import { vetoDrift } from '#web/desks/results/veto-drift.ts';

const row = (applicationId: string, vetoed: boolean) => ({ applicationId, organizationName: applicationId, vetoed });

describe('vetoes that a frozen result does not know', () => {
  const rows = [row('kept', false), row('hit', false), row('freed', true), row('out', true)];

  it('are those that came since, and those that were withdrawn', () => {
    const { came, gone } = vetoDrift(rows, [{ applicationId: 'hit' }, { applicationId: 'out' }]);
    expect(came.map(({ applicationId }) => applicationId)).toEqual(['hit']);
    expect(gone.map(({ applicationId }) => applicationId)).toEqual(['freed']);
  });

  it('are none where both agree, and none of whom the result does not hold', () => {
    expect(vetoDrift(rows, [{ applicationId: 'freed' }, { applicationId: 'out' }, { applicationId: 'else' }])).toEqual({
      came: [],
      gone: [],
    });
  });
});

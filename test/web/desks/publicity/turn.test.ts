import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/decisions';
import { person } from '#test/support/world';
import { type Turn, turnOf } from '#web/desks/publicity/turn.ts';

const checker = person('checker', { role: 'office', duties: ['check'] });
const head = person('head', { role: 'office', duties: ['approve'] });
const member = person('member', { role: 'committee' });
const chain: Decision['chain'] = ['draft', 'check', 'approve', 'sign'];
const actedBy = (...ids: string[]): Decision['acts'] =>
  ids.map((personId, at) => ({ step: chain[at] ?? 'draft', personId, name: personId, at: '', opinion: '' }));

describe('whose turn it is in a chain', () => {
  const at = (ids: string[], status: Decision['status'] = 'in-approval') => ({ chain, status, acts: actedBy(...ids) });
  const whose = (turn: Turn | undefined) => turn && [turn.step, turn.whose, turn.isLast];

  it('is whoever holds the duty and has not acted; the last act is told', () => {
    expect(whose(turnOf(at(['drafter']), checker))).toEqual(['check', 'mine', false]);
    expect(whose(turnOf(at(['drafter']), head))).toEqual(['check', 'others', false]);
    expect(whose(turnOf(at(['drafter', 'checker']), head))).toEqual(['approve', 'mine', false]);
    expect(whose(turnOf(at(['drafter', 'checker', 'head']), member))).toEqual(['sign', 'mine', true]);
    expect(whose(turnOf(at(['drafter', 'checker', 'head']), checker))).toEqual(['sign', 'acted-already', true]);
  });

  it('is nobody’s once the decision is signed or sent back', () => {
    expect(turnOf(at(['drafter', 'checker', 'head', 'member'], 'signed'), member)).toBeUndefined();
    expect(turnOf(at(['drafter'], 'sent-back'), checker)).toBeUndefined();
  });
});

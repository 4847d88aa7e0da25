import { describe, expect, it } from 'vitest';
import type { Actor, Grant } from '#domain/people';
import { type CycleState, dueIn } from '#web/desks/office/cycle-due.ts';

const officer = (personId: string, ...duties: Extract<Grant, { role: 'office' }>['duties']): Actor => ({
  kind: 'person',
  personId,
  name: personId,
  grants: [{ role: 'office', duties }],
});
const committee: Actor = { kind: 'person', personId: 'signer', name: '', grants: [{ role: 'committee' }] };
const supervisor: Actor = { kind: 'person', personId: 'watcher', name: '', grants: [{ role: 'supervisor' }] };

const at = (status: string, more: Partial<CycleState> = {}): CycleState => ({
  cycle: { cycleId: 'c', status },
  counts: {},
  deadlines: { checkBy: '2026-05-09', assessBy: '2026-06-13', reviewBy: '2026-07-14' },
  now: Date.parse('2026-07-01'),
  objections: [],
  ...more,
});
const keys = (actor: Actor, state: CycleState): string[] => dueIn(actor, state).map(({ key }) => key);

describe('what waits for an officer in a cycle', () => {
  it('goes by their duties', () => {
    const state = at('assessing', { counts: { school: { recommended: 2 } } });
    expect(keys(officer('a', 'check'), state)).toEqual(['checks']);
    expect(keys(officer('b', 'administer'), state)).toEqual(['review-start']);
    expect(keys(officer('d', 'draft'), state)).toEqual([]);
    expect(keys(officer('e', 'check', 'administer'), state)).toEqual(['checks', 'review-start']);
    expect(keys(supervisor, state)).toEqual([]);
  });

  it('asks for the end of the round when all is in, or when its end has come', () => {
    const checker = officer('a', 'check');
    expect(keys(checker, at('reviewing', { openCases: 3 }))).toEqual([]);
    expect(keys(checker, at('reviewing'))).toEqual([]);
    expect(keys(checker, at('reviewing', { openCases: 0 }))).toEqual(['round']);
    expect(keys(checker, at('reviewing', { openCases: 3, now: Date.parse('2026-07-14') }))).toEqual(['round']);
    expect(keys(officer('b', 'administer'), at('reviewing', { openCases: 0 }))).toEqual([]);
  });

  it('never asks whoever drafted a paper to check it', () => {
    const list = { status: 'drafted' as const, draftedBy: 'a' };
    expect(keys(officer('a', 'draft', 'check'), at('listing', { list }))).toEqual([]);
    expect(keys(officer('b', 'check'), at('listing', { list }))).toEqual(['list']);
    const back = { status: 'sent-back' as const, draftedBy: 'a' };
    expect(keys(officer('a', 'draft'), at('listing', { list: back }))).toEqual(['list']);
    expect(keys(officer('b', 'check'), at('listing', { list: back }))).toEqual([]);
    const publicity = { status: 'drafted' as const, draftedBy: 'a', editedBy: ['b'] };
    expect(keys(officer('b', 'check'), at('listing', { publicity }))).toEqual([]);
    expect(keys(officer('c', 'check'), at('listing', { publicity }))).toEqual(['notice']);
    const wrong = { ...publicity, sentBack: { personId: 'c', at: '', reason: '' } };
    expect(keys(officer('c', 'check'), at('publicizing', { publicity: wrong }))).toEqual([]);
    expect(keys(officer('a', 'draft'), at('publicizing', { publicity: wrong }))).toEqual(['notice']);
  });

  it('takes the decision up its chain, each step by another', () => {
    const act = (step: 'draft' | 'check', personId: string) => ({ step, personId, name: '', at: '', opinion: '' });
    const decision = {
      status: 'in-approval' as const,
      chain: ['draft' as const, 'check' as const, 'sign' as const],
      acts: [act('draft', 'a')],
    };
    expect(keys(officer('a', 'check'), at('deciding', { decision }))).toEqual([]);
    expect(keys(officer('b', 'check'), at('deciding', { decision }))).toEqual(['decision']);
    const signing = { ...decision, acts: [act('draft', 'a'), act('check', 'b')] };
    expect(keys(committee, at('deciding', { decision: signing }))).toEqual(['decision']);
    expect(keys(officer('d', 'draft'), at('deciding'))).toEqual(['decision']);
  });

  it('puts what is due first first, and passes over objections that are closed', () => {
    const objection = (objectionId: string, status: 'received' | 'investigating' | 'archived', by: string) => ({
      objectionId,
      status,
      admitBy: by,
      investigateBy: by,
    });
    const objections = [
      objection('late', 'investigating', '2026-10-09'),
      objection('soon', 'received', '2026-09-22'),
      objection('over', 'archived', '2026-09-01'),
    ];
    expect(keys(officer('a', 'check'), at('publicizing', { objections }))).toEqual([
      'objection/soon',
      'objection/late',
    ]);
  });
});

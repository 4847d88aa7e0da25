import { describe, expect, it } from 'vitest';
import { Problem, Unreachable } from '#web/api/problem.ts';
import { afterFailure, afterStale, handedIn, kept, type VisitSheet } from '#web/desks/reviewer/visits/outbox.ts';

const mine = handedIn({
  personId: 'person-1',
  applicationId: 'application-1',
  version: 3,
  score: '88.5',
  comment: '与材料相符',
  at: 0,
});
const theirs = (given: Partial<VisitSheet>): VisitSheet => ({
  cycleId: 'cycle-1',
  applicationId: 'application-1',
  organizationName: '甲',
  reviewerId: 'person-1',
  status: 'submitted',
  comment: '与材料相符',
  score: '88.50',
  version: 4,
  ...given,
});
const problem = (code: string, status: number, fields: Problem['fields'] = []): Problem =>
  new Problem({ code, status, title: '不行', titleEn: 'no', fields });

describe('a sheet that was handed in without a connection', () => {
  it('waits for as long as the server is not reached, busy, or wants a sign-in', () => {
    for (const error of [
      new Unreachable('no connection'),
      problem('TryAgain', 503),
      problem('NotSignedIn', 401),
      problem('Internal', 500),
      new TypeError('Failed to fetch'),
    ]) {
      expect(afterFailure(mine, error)).toBe(mine);
    }
  });

  it('tells what the server does not take, the field first', () => {
    expect(afterFailure(mine, problem('WrongState', 409)).state).toEqual({
      kind: 'refused',
      words: { zh: '不行', en: 'no' },
    });
    const field = { path: 'comment', code: 'Blank', zh: '请填写', en: 'fill in' };
    expect(afterFailure(mine, problem('InvalidInput', 400, [field])).state).toEqual({ kind: 'refused', words: field });
  });

  it('is in where its answer was lost', () => {
    expect(afterStale(mine, theirs({}))).toBe('in');
  });

  it('never goes over a newer one by itself: a person chooses', () => {
    const newer = theirs({ score: '60.00', version: 5 });
    const conflict = afterStale(mine, newer);
    expect(conflict).toEqual({ ...mine, state: { kind: 'conflict', theirs: newer } });
    if (typeof conflict === 'string') throw new Error('a conflict');
    expect(kept(conflict)).toEqual({ ...mine, version: 5 });
  });

  it('is not taken for mine where only the office wrote it and nothing is submitted', () => {
    expect(afterStale(mine, theirs({ status: 'asked' }))).not.toBe('in');
  });

  it('has nowhere to go once the visit is not mine any more', () => {
    expect(afterStale(mine, undefined)).toBe('gone');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicationTransitions } from '#domain/applications';
import { avoidanceTransitions } from '#domain/avoidances';
import { cycleTransitions } from '#domain/cycles';
import { awardTransitions, decisionTransitions } from '#domain/decisions';
import { messageOf } from '#domain/errors';
import { fileTransitions } from '#domain/evidence';
import { invitationTransitions } from '#domain/invitations';
import { objectionTransitions } from '#domain/objections';
import { organizationTransitions } from '#domain/organizations';
import { publicityTransitions } from '#domain/publicity';
import { type AssignmentStatus, assignmentTransitions } from '#domain/reviews';
import { standardTransitions } from '#domain/standards';
import { wordOf } from '#domain/state-words';
import { next } from '#domain/transitions';

const tables = [
  ...[
    applicationTransitions,
    assignmentTransitions,
    avoidanceTransitions,
    cycleTransitions,
    decisionTransitions,
    awardTransitions,
  ],
  ...[fileTransitions, invitationTransitions, objectionTransitions, organizationTransitions],
  ...[publicityTransitions, standardTransitions],
];

const states = [
  ...new Set(tables.flatMap((table) => Object.values(table).flatMap(({ from, to }) => [...from, to] as string[]))),
];

/** Every state that a verb names by itself, out of its source. */
function named(): string[] {
  const folder = join(import.meta.dirname, '../../functions');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const found = files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/(?:values: |'WrongState', )\{ state: '([^']+)' \}/g)].map(([, state = '']) => state);
  });
  return [...new Set(found)];
}

describe('a state in a refusal', () => {
  it.each([...states, ...named()])('%s has a Chinese word', (state) => {
    expect(wordOf('state', state, 'zh')).toMatch(/^[\u4e00-\u9fff]+$/);
  });

  it('is looked for in the sources where they name it', () => {
    expect(named()).toEqual(expect.arrayContaining(['list drafted', 'drawn', 'withdrawn']));
  });

  it('reads in each language as its reader says it', () => {
    expect(messageOf('WrongState', 'zh', { state: 'under-review' })).toBe('当前状态为「评审中」，不能办理此事项。');
    expect(messageOf('WrongState', 'en', { state: 'under-review' })).toBe(
      'The state is "under review"; this cannot be done now.',
    );
    expect(messageOf('AlreadyExists', 'zh', { what: 'reviewer' })).toBe('已存在相同的记录（专家），不能重复提交。');
  });

  it('says 受理 of an application, and 接受 of what an expert accepts', () => {
    expect(wordOf('state', 'accepted', 'zh')).toBe('已受理');
    const accepted = 'accepted' as AssignmentStatus;
    const again = () => next(assignmentTransitions, 'accept', accepted, 'seat');
    expect(again).toThrow(
      expect.objectContaining({ code: 'WrongState', values: { state: { zh: '已接受', en: 'accepted' } } }),
    );
    expect(wordOf('seat', 'declined', 'zh')).toBe('已谢绝');
    expect(wordOf('seat', 'under-review', 'zh')).toBe(wordOf('state', 'under-review', 'zh'));
  });

  it('stays as it is where it is no code, and touches no other value', () => {
    expect(wordOf('what', '2019', 'zh')).toBe('2019');
    expect(wordOf('limit', 'draft', 'zh')).toBe('draft');
  });
});

import { expect, it } from 'vitest';
import type { Actor, Grant } from '#domain/people';
import { ownGroup } from '#web/shell/own-group.ts';

const whoHolds = (...grants: Grant[]): Actor => ({ kind: 'person', personId: 'p', name: '', grants });

it('heads the pages of the cycles by the role of whoever sees them', () => {
  const office: Grant = { role: 'office', duties: ['check'] };
  expect(ownGroup(whoHolds(office)).zh).toBe('学习办');
  expect(ownGroup(whoHolds({ role: 'recommender', department: '文澜区教委', categoryIds: [] })).zh).toBe('推荐单位');
  expect(ownGroup(whoHolds({ role: 'reviewer' })).zh).toBe('评审专家');
  expect(ownGroup(whoHolds({ role: 'committee' })).zh).toBe('领导小组');
  expect(ownGroup(whoHolds({ role: 'committee' }, office)).zh).toBe('学习办');
});

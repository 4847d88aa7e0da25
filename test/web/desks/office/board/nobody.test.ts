import { expect, it } from 'vitest';
import { nobodyHelp, startObstacle } from '#web/desks/office/board/nobody.ts';
import { board } from '#web/messages/board.ts';

it('tells before the window closes that applications may come, and afterwards that none came', () => {
  expect(nobodyHelp('draft')).toBe(board.nobodyDraft);
  expect(nobodyHelp('accepting')).toBe(board.nobodyHelp);
  expect(nobodyHelp('assessing')).toBe(board.nobodyCame);
  expect(nobodyHelp('listing')).toBe(board.nobodyCame);
});

it('starts a review once everything is settled, and only where there is something to review', () => {
  expect(startObstacle({})).toBe(board.startNothing);
  expect(startObstacle({ school: { rejected: 2 } })).toBe(board.startNothing);
  expect(startObstacle({ school: { 'self-assessed': 2, 'self-assessing': 1 } })?.zh).toContain('还有 1 份');
  expect(startObstacle({ school: { 'self-assessed': 2, withdrawn: 1 } })).toBeUndefined();
});

import { expect, it } from 'vitest';
import { seatReasonOf } from '#web/desks/assignment/seat-reason.ts';

it('knows the reason of a recusal with its note, a replacement for being late, a redraw, and the office’s own words', () => {
  expect(seatReasonOf('family: 配偶在该单位')).toEqual({ code: 'family', text: '配偶在该单位' });
  expect(seatReasonOf('same-organization')).toEqual({ code: 'same-organization', text: '' });
  expect(seatReasonOf('overdue')).toEqual({ code: 'overdue', text: '' });
  expect(seatReasonOf('redraw 12')).toEqual({ code: undefined, text: '', redraw: 12 });
  expect(seatReasonOf('otherwise engaged')).toEqual({ code: undefined, text: 'otherwise engaged' });
});

import { describe, expect, it } from 'vitest';
import { HEAD, placeAfter } from '#web/kit/table-keys.ts';

const extent = { rows: 100, columns: 5, page: 12 };
const from = (row: number, column: number, key: string, ctrlKey = false) =>
  placeAfter({ row, column }, { key, ctrlKey }, extent);

describe('the keyboard in a grid', () => {
  it('moves by arrows and stops at the edges, with the head above the first row', () => {
    expect(from(3, 2, 'ArrowDown')).toEqual({ row: 4, column: 2 });
    expect(from(0, 2, 'ArrowUp')).toEqual({ row: HEAD, column: 2 });
    expect(from(HEAD, 2, 'ArrowUp')).toEqual({ row: HEAD, column: 2 });
    expect(from(99, 4, 'ArrowDown')).toEqual({ row: 99, column: 4 });
    expect(from(99, 4, 'ArrowRight')).toEqual({ row: 99, column: 4 });
    expect(from(3, 0, 'ArrowLeft')).toEqual({ row: 3, column: 0 });
  });

  it('takes Home and End in the row, with Ctrl in the table', () => {
    expect(from(50, 2, 'Home')).toEqual({ row: 50, column: 0 });
    expect(from(50, 2, 'End')).toEqual({ row: 50, column: 4 });
    expect(from(50, 2, 'Home', true)).toEqual({ row: 0, column: 0 });
    expect(from(50, 2, 'End', true)).toEqual({ row: 99, column: 4 });
  });

  it('goes by pages', () => {
    expect(from(50, 2, 'PageDown')).toEqual({ row: 62, column: 2 });
    expect(from(5, 2, 'PageUp')).toEqual({ row: 0, column: 2 });
    expect(from(95, 2, 'PageDown')).toEqual({ row: 99, column: 2 });
  });

  it('leaves other keys to others', () => {
    expect(from(3, 2, 'Enter')).toBeUndefined();
    expect(from(3, 2, 'x')).toBeUndefined();
  });
});

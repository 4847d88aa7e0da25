import { describe, expect, it } from 'vitest';
import { actOf, type Place } from '#web/desks/reviewer/scoring/desk-keys.ts';

const press = (key: string, given: Partial<KeyboardEvent> = {}, place: Place = 'elsewhere') =>
  actOf(
    { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...given },
    place,
  );

describe('the keys of the scoring desk', () => {
  it('walks the points by letters, arrows and Enter', () => {
    for (const key of ['j', 'J', 'ArrowDown', 'ArrowRight', 'Enter']) expect(press(key)).toEqual({ do: 'next' });
    for (const key of ['k', 'ArrowUp', 'ArrowLeft']) expect(press(key)).toEqual({ do: 'previous' });
  });

  it('takes a digit by its key, so that Shift makes it one less whatever it types', () => {
    expect(press('3', { code: 'Digit3' })).toEqual({ do: 'digit', digit: 3, less: false });
    expect(press('#', { code: 'Digit3', shiftKey: true })).toEqual({ do: 'digit', digit: 3, less: true });
    expect(press('0', { code: 'Numpad0' })).toEqual({ do: 'digit', digit: 0, less: false });
  });

  it('never fires while somebody types, but for leaving and for Ctrl+Enter', () => {
    for (const key of ['j', 's', '1', '/', 'Enter', 'ArrowDown']) {
      expect(press(key, { code: key === '1' ? 'Digit1' : '' }, 'text')).toBeUndefined();
    }
    expect(press('Escape', {}, 'text')).toEqual({ do: 'leave' });
    expect(press('Enter', { ctrlKey: true }, 'text')).toEqual({ do: 'next' });
    expect(press('Enter', { metaKey: true }, 'text')).toEqual({ do: 'next' });
  });

  it('leaves Enter to a button and the arrows to what is read', () => {
    expect(press('Enter', {}, 'button')).toBeUndefined();
    expect(press('j', {}, 'button')).toEqual({ do: 'next' });
    expect(press('ArrowDown', {}, 'reading')).toBeUndefined();
    expect(press('Enter', {}, 'reading')).toEqual({ do: 'next' });
  });

  it('leaves what is composed by an input method, and the browser’s own combinations', () => {
    expect(press('j', { isComposing: true })).toBeUndefined();
    expect(press('s', { ctrlKey: true })).toBeUndefined();
    expect(press('ArrowLeft', { altKey: true })).toBeUndefined();
    expect(press('F5')).toBeUndefined();
  });
});

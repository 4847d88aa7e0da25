/** What a key does at the scoring desk. */
export type DeskAct =
  | { readonly do: 'next' | 'previous' | 'next-blank' | 'mark' | 'comment' | 'evidence' | 'submit' | 'keys' | 'leave' }
  | { readonly do: 'digit'; readonly digit: number; readonly less: boolean }
  | { readonly do: 'nudge'; readonly by: 1 | -1 }
  | { readonly do: 'case'; readonly by: 1 | -1 };

/**
 * Where the focus is: nothing fires while somebody types; a button keeps its own Enter, what is read (a PDF, a form)
 * its arrows.
 */
export type Place = 'text' | 'button' | 'reading' | 'elsewhere';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

const plainActs: Readonly<Record<string, DeskAct>> = {
  j: { do: 'next' },
  ArrowDown: { do: 'next' },
  ArrowRight: { do: 'next' },
  k: { do: 'previous' },
  ArrowUp: { do: 'previous' },
  ArrowLeft: { do: 'previous' },
  b: { do: 'next-blank' },
  m: { do: 'mark' },
  c: { do: 'comment' },
  e: { do: 'evidence' },
  s: { do: 'submit' },
  '/': { do: 'keys' },
  '?': { do: 'keys' },
  '+': { do: 'nudge', by: 1 },
  '=': { do: 'nudge', by: 1 },
  '-': { do: 'nudge', by: -1 },
  ']': { do: 'case', by: 1 },
  '[': { do: 'case', by: -1 },
};

/** The digit of the key itself: with Shift the main row types `!` and `@`. */
const digitOf = ({ code }: Pressed): number | undefined => {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit === undefined ? undefined : Number(digit);
};

/** The act of a key, or undefined where the key is none of ours. */
export function actOf(pressed: Pressed, place: Place): DeskAct | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = pressed;
  if (isComposing || altKey) return undefined;
  if ((ctrlKey || metaKey) && key === 'Enter') return { do: 'next' };
  if (ctrlKey || metaKey) return undefined;
  if (place === 'text') return key === 'Escape' ? { do: 'leave' } : undefined;
  if (key === 'Enter') return place === 'button' ? undefined : { do: 'next' };
  if (key.startsWith('Arrow') && place === 'reading') return undefined;
  const digit = digitOf(pressed);
  if (digit !== undefined) return { do: 'digit', digit, less: shiftKey };
  return plainActs[key.length === 1 ? key.toLowerCase() : key];
}

/**
 * The same act sent again has the same key until it is answered, so that a double click or a lost answer does it once.
 * Acts on different things may be under way at once.
 */
export function actKeys() {
  const keys = new Map<string, string>();
  return {
    keyFor(input: unknown): string {
      const text = JSON.stringify(input);
      const key = keys.get(text) ?? crypto.randomUUID();
      keys.set(text, key);
      return key;
    },
    /** The next attempt is another act. False where the same act was answered before: the second half of a double click. */
    answered: (input: unknown): boolean => keys.delete(JSON.stringify(input)),
  };
}

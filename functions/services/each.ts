const AT_ONCE = 16;

/** Runs over many things a few at a time; the answers in the order of the things. */
export async function each<T, R>(things: readonly T[], act: (thing: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < things.length; from += AT_ONCE) {
    answers.push(...(await Promise.all(things.slice(from, from + AT_ONCE).map(act))));
  }
  return answers;
}

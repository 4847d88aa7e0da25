export type Outcome<Item> = { readonly item: Item; readonly error?: unknown };

type Running<Item> = {
  readonly act: (item: Item) => Promise<unknown>;
  /** How many at a time; one where the order counts. */
  readonly parallel: number;
  readonly isStopped: () => boolean;
  readonly step: (outcomes: readonly Outcome<Item>[]) => void;
};

/** The same act for many, each on its own: one that is refused keeps nobody else back. Begun in the order given. */
export async function runAll<Item>(
  items: readonly Item[],
  { act, parallel, isStopped, step }: Running<Item>,
): Promise<readonly Outcome<Item>[]> {
  const waiting = [...items];
  const outcomes: Outcome<Item>[] = [];
  async function worker(): Promise<void> {
    for (;;) {
      const [item] = isStopped() ? [] : waiting.splice(0, 1);
      if (item === undefined) return;
      try {
        await act(item);
        outcomes.push({ item });
      } catch (error) {
        outcomes.push({ item, error });
      }
      step([...outcomes]);
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker));
  return outcomes;
}

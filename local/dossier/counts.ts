/** How many there are, by category. */
type Counts = Readonly<Record<string, number>>;

export const countOf = (categories: readonly string[]): Counts => {
  const counts: Record<string, number> = {};
  for (const categoryId of categories) counts[categoryId] = (counts[categoryId] ?? 0) + 1;
  return counts;
};

export const differ = (a: Counts, b: Counts): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].some((key) => (a[key] ?? 0) !== (b[key] ?? 0));

export const totalOf = (counts: Counts): number => Object.values(counts).reduce((all, each) => all + each, 0);

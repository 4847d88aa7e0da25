/** What a case lacks without the unit's name in front of it, where the name stands in the row already. */
export function bareReason(text: string, organizationName: string): string {
  if (!text.startsWith(organizationName)) return text;
  return text.slice(organizationName.length).replace(/^(?:\uff1a|: )/u, '');
}

type Lacking = { readonly missing: readonly { readonly path: string }[] };

/** How many things are missing of each kind, the most first. */
export function missingByKind(items: readonly Lacking[]): readonly (readonly [kind: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { path } of items.flatMap(({ missing }) => missing)) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

type Notice = { readonly cycleId: string; readonly status: string; readonly title: string };

/** The cycles whose publicity is over, each once, by the title of its latest notice. */
export function concludedOf<N extends Notice>(notices: readonly N[]): N[] {
  const latest = new Map<string, N>();
  for (const notice of notices) if (!latest.has(notice.cycleId)) latest.set(notice.cycleId, notice);
  return [...latest.values()].filter(({ status }) => status === 'concluded');
}

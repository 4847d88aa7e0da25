/** What `/box/meter.json` tells: calls and milliseconds by emulator, and in `waiting` the time that any was waited for. */
export type Meter = Readonly<Record<string, { readonly calls: number; readonly milliseconds: number }>>;

/** The share of a time in which the box waited for an emulator, in percent; a box that was restarted counts anew. */
export function waitingShare(before: Meter, after: Meter, milliseconds: number): number {
  const spent = (meter: Meter): number => meter['waiting']?.milliseconds ?? 0;
  const since = spent(after) >= spent(before) ? spent(before) : 0;
  return (100 * (spent(after) - since)) / milliseconds;
}

export const readMeter = async (url: string): Promise<Meter> =>
  (await (await fetch(`${url}/box/meter.json`)).json()) as Meter;

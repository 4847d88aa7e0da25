/** What `/box/meter.json` tells: calls and milliseconds by emulator, and of the requests as a whole. */
export type Meter = Readonly<Record<string, { readonly calls: number; readonly milliseconds: number }>>;

/** The share of the requests' time that was spent waiting for the emulators, in percent. */
export function waitingShare(before: Meter, after: Meter): number | undefined {
  const spent = (name: string): number => (after[name]?.milliseconds ?? 0) - (before[name]?.milliseconds ?? 0);
  const requests = spent('requests');
  const emulators = Object.keys(after)
    .filter((name) => name !== 'requests')
    .reduce((all, name) => all + spent(name), 0);
  return requests > 0 ? (100 * emulators) / requests : undefined;
}

export const readMeter = async (url: string): Promise<Meter> =>
  (await (await fetch(`${url}/box/meter.json`)).json()) as Meter;

import type { Cycle, CycleWindows } from '#domain/cycles';

type Dates = { readonly [name in Exclude<keyof CycleWindows, 'publicityOn'>]: string };
type Due = { readonly name: keyof Dates; readonly at: string };

/** Which of its dates a cycle waits for in each of its states; what else it waits for has no date of its own. */
const datesOf: Readonly<Partial<Record<Cycle['status'], readonly (keyof Dates)[]>>> = {
  announced: ['opensAt'],
  accepting: ['closesAt'],
  assessing: ['recommendBy', 'checkBy', 'assessBy'],
  reviewing: ['reviewBy'],
};

/** The date that a cycle comes to next: the first that is not past, else the last that is. */
export function nextDeadline(
  { status, windows }: { readonly status: Cycle['status']; readonly windows: Dates },
  now: number,
): Due | undefined {
  const due = (datesOf[status] ?? []).map((name) => ({ name, at: windows[name] }));
  return due.find(({ at }) => Date.parse(at) > now) ?? due.at(-1);
}

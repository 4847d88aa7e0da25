/** What a person chose of a table's columns, kept on this machine. */
export type Kept = {
  readonly hidden?: readonly string[];
  readonly widths?: Readonly<Record<string, number>>;
  readonly filters?: boolean;
};

const keyOf = (name: string): string => `xuechuang.table.${name}`;

export function kept(name: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}') as Kept; // written by `keep` only
  } catch {
    return {};
  }
}

export function keep(name: string, change: Kept): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify({ ...kept(name), ...change }));
  } catch {
    // a full or forbidden storage forgets the choice, nothing more
  }
}

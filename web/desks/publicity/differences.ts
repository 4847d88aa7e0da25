/** A line of a list or of an annex, as far as two versions are compared. */
export type Line = {
  readonly applicationId: string;
  readonly categoryId: string;
  readonly organizationName: string;
  readonly rank?: number;
};

export type Difference =
  | { readonly kind: 'added' | 'removed'; readonly line: Line }
  | { readonly kind: 'renamed'; readonly line: Line; readonly before: string }
  | { readonly kind: 'moved'; readonly line: Line; readonly from: number; readonly to: number };

const order = ['added', 'removed', 'renamed', 'moved'] as const;

/** What changed from one version to the next: who came, who fell, who is called or placed otherwise. */
export function differences(before: readonly Line[], after: readonly Line[]): Difference[] {
  const [old, now] = [before, after].map((lines) => new Map(lines.map((line) => [line.applicationId, line])));
  const found: Difference[] = [];
  for (const line of after) {
    const earlier = old?.get(line.applicationId);
    if (!earlier) {
      found.push({ kind: 'added', line });
      continue;
    }
    if (earlier.organizationName !== line.organizationName) {
      found.push({ kind: 'renamed', line, before: earlier.organizationName });
    }
    if (earlier.rank !== undefined && line.rank !== undefined && earlier.rank !== line.rank) {
      found.push({ kind: 'moved', line, from: earlier.rank, to: line.rank });
    }
  }
  for (const line of before) if (!now?.has(line.applicationId)) found.push({ kind: 'removed', line });
  return found.sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
}

export type Sentence = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Which paragraphs of a document went and which came, in the order of the new one. */
export function changedParagraphs(before: string, after: string): Sentence[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const said: Sentence[] = [];
  let at = 0;
  for (const text of now) {
    const found = old.indexOf(text, at);
    if (found < 0) {
      said.push({ kind: 'new', text });
      continue;
    }
    for (const gone of old.slice(at, found)) said.push({ kind: 'gone', text: gone });
    said.push({ kind: 'same', text });
    at = found + 1;
  }
  for (const gone of old.slice(at)) said.push({ kind: 'gone', text: gone });
  return said;
}

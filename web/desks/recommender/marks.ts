import { useEffect, useState } from 'react';

/** What is ticked to be corrected, by its path; `points.1.1.1` with the part that is meant. */
export type Mark = { readonly reason: string; readonly part?: Part };
export type Part = 'evidence' | 'justification' | 'score';
export type Marks = Readonly<Record<string, Mark>>;

const pathOf = (path: string, { part }: Mark): string => (part ? `${path}.${part}` : path);

/** As the API takes it, in the order in which the fields stand on the page. */
export const fieldsOf = (marks: Marks, order: (path: string) => number): { path: string; reason: string }[] =>
  Object.entries(marks)
    .sort(([a], [b]) => order(a) - order(b))
    .map(([path, mark]) => ({ path: pathOf(path, mark), reason: mark.reason.trim() }));

export const withoutReason = (marks: Marks): number =>
  Object.values(marks).filter(({ reason }) => reason.trim() === '').length;

export function toggled(marks: Marks, path: string, part?: Part): Marks {
  const { [path]: given, ...others } = marks;
  return given ? others : { ...marks, [path]: { reason: '', ...(part && { part }) } };
}

const keyOf = (applicationId: string): string => `xuechuang.return.${applicationId}`;

function keptMarks(applicationId: string): Marks {
  const text = sessionStorage.getItem(keyOf(applicationId));
  return text === null ? {} : (JSON.parse(text) as Marks); // written below only
}

/** The marks of a case, kept in this tab: whoever looks something up meanwhile finds them again. */
export function useMarks(applicationId: string) {
  const [marks, setMarks] = useState(() => keptMarks(applicationId));
  useEffect(() => {
    const key = keyOf(applicationId);
    if (Object.keys(marks).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(marks));
  }, [applicationId, marks]);
  return [marks, setMarks] as const;
}

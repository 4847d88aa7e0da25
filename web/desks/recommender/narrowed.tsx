import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useNames } from '#web/api/names.ts';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import type { CaseRow } from './case-columns.tsx';
import { type Wanted, wantedOf } from './wanted.ts';

type NarrowedProps = { readonly wanted: Wanted; readonly cycleId: string; readonly rows: readonly CaseRow[] };
type Choice = { readonly value: string; readonly label: string };

const stuckDays = [3, 5, 10, 20] as const;
const different = (rows: readonly CaseRow[], of: (row: CaseRow) => string): readonly string[] => [
  ...new Set(rows.map(of)),
];

/** What the whole list is narrowed to: in the address, so that the board links to it and a link can be sent. */
export function Narrowed({ wanted, cycleId, rows }: NarrowedProps) {
  const tell = useTell();
  const names = useNames();
  const navigate = useNavigate();
  const choose = (change: { readonly [Name in keyof Wanted]: Wanted[Name] | undefined }): void => {
    const search = wantedOf({ ...wanted, ...change });
    void navigate({ to: '/cycles/$cycleId/applications', params: { cycleId }, search, replace: true });
  };
  const choices = useMemo(
    () => ({
      category: different(rows, (row) => row.categoryId).map(
        (value): Choice => ({ value, label: names.category(value) }),
      ),
      area: different(rows, (row) => row.areaId).map((value): Choice => ({ value, label: names.area(value) })),
      recommender: different(rows, (row) => row.recommender).map((value): Choice => ({ value, label: value })),
    }),
    [rows, names],
  );
  return (
    <div className="row no-print">
      {(['category', 'area', 'recommender'] as const).map((name) => (
        <Select<string>
          key={name}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={tell(cases[name])}
          placeholder={tell(cases[name])}
          style={{ width: 168 }}
          value={wanted[name] ?? null}
          options={[...choices[name]]}
          onChange={(value) => choose({ [name]: value })}
        />
      ))}
      <Select<number>
        allowClear
        aria-label={tell(cases.stuck)}
        placeholder={tell(cases.stuck)}
        style={{ width: 168 }}
        value={wanted.stuck ?? null}
        options={[...new Set([...stuckDays, ...(wanted.stuck ? [wanted.stuck] : [])])]
          .sort((a, b) => a - b)
          .map((days) => ({ value: days, label: tell(cases.stuckDays(days)) }))}
        onChange={(stuck) => choose({ stuck })}
      />
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { applicationStatuses } from '#domain/applications';
import { wordOf } from '#domain/state-words';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import type { CaseRow } from './case-columns.tsx';
import type { Wanted } from './wanted.ts';
import './recommender.css';

type StatusLineProps = {
  readonly rows: readonly CaseRow[];
  readonly wanted: Wanted;
  readonly cycleId: string;
};

/** How many stand in each state, in the order of the way through the desks; each count is a link to them. */
export function StatusLine({ rows, wanted, cycleId }: StatusLineProps) {
  const tell = useTell();
  const { language } = useLanguage();
  const counts = new Map<string, number>();
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  const { status: _, ...others } = wanted;
  const to = { to: '/cycles/$cycleId/applications', params: { cycleId } } as const;
  return (
    <nav className="case-states" aria-label={tell(cases.byStatus)}>
      <Link {...to} search={others} aria-current={wanted.status === undefined ? 'true' : undefined}>
        {tell(cases.withCount(tell(cases.all), rows.length))}
      </Link>
      {applicationStatuses
        .filter((status) => counts.has(status))
        .map((status) => (
          <Link
            key={status}
            {...to}
            search={{ ...others, status }}
            aria-current={wanted.status === status ? 'true' : undefined}
          >
            {tell(cases.withCount(wordOf('state', status, language), counts.get(status) ?? 0))}
          </Link>
        ))}
    </nav>
  );
}

import { Link } from '@tanstack/react-router';
import { wordOf } from '#domain/state-words';
import { useCategoryName } from '#web/api/names.ts';
import { board as words } from '#web/messages/board.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { countOf, statusesIn, totalOf } from './funnel.ts';
import type { BoardProps } from './page.tsx';

/** Categories by states; each count leads to its cases. */
export function Matrix({ cycle, board: { counts } }: BoardProps) {
  const tell = useTell();
  const { language } = useLanguage();
  const nameOf = useCategoryName();
  const statuses = statusesIn(counts);
  const word = (status: string): string => wordOf('state', status, language);
  const cell = (status: string | undefined, categoryId: string | undefined, count: number) => {
    if (count === 0) return <span className="quiet">{'\u2013'}</span>;
    const label = words.countLink(
      categoryId === undefined ? tell(words.total) : nameOf(categoryId),
      status === undefined ? tell(words.total) : word(status),
      count,
    );
    return (
      <Link
        to={applicationsOf(cycle.cycleId)}
        search={{ ...(status && { status }), ...(categoryId && { category: categoryId }) }}
        aria-label={tell(label)}
        className="figures"
      >
        {count}
      </Link>
    );
  };
  return (
    <section className="card" aria-labelledby="board-matrix">
      <h2 id="board-matrix" style={{ marginBottom: 8 }}>
        {tell(words.byCategory)}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
      <div className="board-matrix" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{tell(words.category)}</th>
              {statuses.map((status) => (
                <th key={status} scope="col">
                  {word(status)}
                </th>
              ))}
              <th scope="col">{tell(words.total)}</th>
            </tr>
          </thead>
          <tbody>
            {cycle.categories.map(({ categoryId }) => (
              <tr key={categoryId}>
                <th scope="row">{nameOf(categoryId)}</th>
                {statuses.map((status) => (
                  <td key={status}>{cell(status, categoryId, countOf(counts, status, categoryId))}</td>
                ))}
                <td>{cell(undefined, categoryId, totalOf(counts, categoryId))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{tell(words.total)}</th>
              {statuses.map((status) => (
                <td key={status}>{cell(status, undefined, countOf(counts, status))}</td>
              ))}
              <td>{cell(undefined, undefined, totalOf(counts))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

/** The list of a cycle's cases, which another desk shows. */
export const applicationsOf = (cycleId: string): string => `/cycles/${cycleId}/applications`;

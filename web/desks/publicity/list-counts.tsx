import { useCategoryName } from '#web/api/names.ts';
import { useTell } from '#web/messages/language.tsx';
import { lists } from '#web/messages/lists.ts';
import type { CategorySum } from './list-summary.ts';
import './list.css';

/** Seats and entries by category, with a sum; few rows, so a plain table. */
export function ListCounts({ sums }: { readonly sums: readonly CategorySum[] }) {
  const tell = useTell();
  const nameOf = useCategoryName();
  const hasTiers = sums.some(({ tiers }) => tiers.length > 0);
  const sum = (of: (each: CategorySum) => number): number => sums.reduce((all, each) => all + of(each), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls on a phone is reached by the keyboard
    <section className="card list-counts" aria-label={tell(lists.counts)} tabIndex={0}>
      <h2 style={{ marginBottom: 8 }}>{tell(lists.counts)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{tell(lists.category)}</th>
            <th scope="col">{tell(lists.seats)}</th>
            <th scope="col">{tell(lists.listed)}</th>
            <th scope="col">{tell(lists.free)}</th>
            <th scope="col">{tell(lists.passLine)}</th>
            {hasTiers && <th scope="col">{tell(lists.tiers)}</th>}
          </tr>
        </thead>
        <tbody>
          {sums.map(({ categoryId, seats, listed, passLine, tiers }) => (
            <tr key={categoryId}>
              <th scope="row">{nameOf(categoryId)}</th>
              <td>{seats}</td>
              <td>{listed}</td>
              <td>{seats - listed}</td>
              <td>{passLine}</td>
              {hasTiers && <td>{tiers.map(({ name, count }) => tell(lists.tierCount(name, count))).join('  ')}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{tell(lists.total)}</th>
            <td>{sum(({ seats }) => seats)}</td>
            <td>{sum(({ listed }) => listed)}</td>
            <td>{sum(({ seats, listed }) => seats - listed)}</td>
            <td />
            {hasTiers && <td />}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

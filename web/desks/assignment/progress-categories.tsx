import type { AnswerOf } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { Empty } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { progress as m } from '#web/messages/progress.ts';
import { BarLegend, ProgressBar } from './progress-bar.tsx';
import { ScrollBox } from './scroll-box.tsx';

type Category = AnswerOf<'get', '/cycles/{cycleId}/assignment-board'>['categories'][number];

/** Each category as a bar and in figures, side by side. */
export function ProgressCategories({ categories }: { readonly categories: readonly Category[] }) {
  const tell = useTell();
  const names = useNames();
  const held = categories.filter(({ assigned }) => assigned > 0);
  if (held.length === 0) return <Empty title={m.nobody} />;
  return (
    <section className="card">
      <h2>{tell(m.byCategory)}</h2>
      <BarLegend />
      <ScrollBox label={tell(m.byCategory)}>
        <table className="assignment-table">
          <thead>
            <tr>
              <th scope="col">{tell(m.category)}</th>
              <th scope="col">{tell(m.bar)}</th>
              {(['assigned', 'submitted', 'pending', 'overdue'] as const).map((id) => (
                <th key={id} scope="col" className="figures">
                  {tell(m[id])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {held.map((each) => (
              <tr key={each.categoryId}>
                <th scope="row">{names.category(each.categoryId)}</th>
                <td style={{ minWidth: 200 }}>
                  <ProgressBar counts={each} />
                </td>
                {(['assigned', 'submitted', 'pending', 'overdue'] as const).map((id) => (
                  <td key={id} className="figures">
                    {each[id]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

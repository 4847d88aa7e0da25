import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { Scrolls } from './scrolls.tsx';
import { useStandingWords } from './words.ts';

type Change = AnswerOf<'get', '/cycles/{cycleId}/results/comparison'>['items'][number];

type Props = { readonly cycleId: string; readonly from: string; readonly to: string; readonly categoryId: string };

const isAspect = (name: string): name is keyof typeof results.aspects => Object.hasOwn(results.aspects, name);

/** Which rows of a category are not the same in two results, and in what. */
export function ComparisonView(props: Props) {
  const tell = useTell();
  const comparison = useRead('/cycles/{cycleId}/results/comparison', props);
  return (
    <Show of={comparison}>
      {({ counts, items }) =>
        items.length === 0 ? (
          <Empty title={results.noChanges} />
        ) : (
          <>
            <p>{tell(results.counts(counts.entering, counts.leaving, counts.moving, counts.changed))}</p>
            <Scrolls label={tell(results.compare)}>
              <table className="simple-table">
                <thead>
                  <tr>
                    <th scope="col">{tell(results.unit)}</th>
                    <th scope="col">{tell(results.from)}</th>
                    <th scope="col">{tell(results.to)}</th>
                    <th scope="col">{tell(results.changed)}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((change) => (
                    <ChangeRow key={change.applicationId} change={change} />
                  ))}
                </tbody>
              </table>
            </Scrolls>
          </>
        )
      }
    </Show>
  );
}

function ChangeRow({ change: { organizationName, before, after, changed } }: { readonly change: Change }) {
  const tell = useTell();
  const words = useStandingWords();
  const aspects = [...new Set(changed.filter(isAspect).map((name) => tell(results.aspects[name])))];
  return (
    <tr>
      <th scope="row">{organizationName}</th>
      <td className="figures" style={{ textAlign: 'start' }}>
        {words(before)}
      </td>
      <td className="figures" style={{ textAlign: 'start' }}>
        {words(after)}
      </td>
      <td>{aspects.join(' · ')}</td>
    </tr>
  );
}

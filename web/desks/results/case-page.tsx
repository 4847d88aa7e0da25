import { useParams } from '@tanstack/react-router';
import { Page } from '#web/kit/page.tsx';
import { Show, Trouble, Waiting } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { ArithmeticView } from './arithmetic-view.tsx';
import { useCycle, useRanking } from './known.ts';
import { notFound } from './not-found.ts';
import { useSeatWords } from './words.ts';
import './results.css';

/** One case's arithmetic on a page of its own, so that it can be sent. */
export function CaseResultPage() {
  const tell = useTell();
  const { cycleId = '', categoryId = '', applicationId = '' } = useParams({ strict: false });
  const known = useCycle(cycleId);
  const seatWords = useSeatWords();
  const { asked, rows, isWhole } = useRanking(cycleId, categoryId);
  const row = rows.find((each) => each.applicationId === applicationId);
  if (asked.error) return <Trouble error={asked.error} retry={() => asked.refetch()} />;
  if (!row) return isWhole && asked.data ? <Trouble error={notFound} /> : <Waiting />;
  return (
    <Show of={known.read}>
      {(cycle) => (
        <Page
          title={row.organizationName}
          number={`${tell(results.rank)} ${row.rank ?? tell(results.notTold)} · ${seatWords(row)}`}
          crumbs={[
            { label: cycle.title, to: `/cycles/${cycleId}` },
            { label: tell(results.title), to: `/cycles/${cycleId}/results?category=${categoryId}` },
          ]}
        >
          <div className="card">
            <ArithmeticView
              row={row}
              rows={rows}
              category={cycle.categories.find((each) => each.categoryId === categoryId)}
            />
          </div>
        </Page>
      )}
    </Show>
  );
}

import { Link } from '@tanstack/react-router';
import { usePages, useRead } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { Countdown } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { desk } from '#web/messages/recommender.ts';
import { isRecommending } from './stages.ts';
import './recommender.css';

/** What waits for a lead department, until when. */
export function RecommenderDue() {
  const tell = useTell();
  const cycles = usePages('/cycles', { limit: 20 });
  const open = cycles.data?.pages.flatMap(({ items }) => items).filter(isRecommending);
  return (
    <section className="card" aria-labelledby="due-recommender">
      <h2 id="due-recommender">{tell(desk.title)}</h2>
      <UnitsDue />
      <Show of={{ ...cycles, data: open }} rows={2}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={desk.nothingWaits} help={desk.noneHelp} />
          ) : (
            <ul className="case-due">
              {items.map(({ cycleId, title }) => (
                <Due key={cycleId} cycleId={cycleId} title={title} />
              ))}
            </ul>
          )
        }
      </Show>
    </section>
  );
}

const PAGE = 50;

/** Units that registered and wait for this department's word: until then they cannot apply. */
function UnitsDue() {
  const tell = useTell();
  const { data } = useRead('/organizations', { status: 'pending', limit: PAGE });
  const count = data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <p style={{ marginTop: 8 }}>
      <Link to="/organizations">
        {tell(office.dueOrganizations(data?.cursor ? tell(office.about(count)) : String(count)))}
      </Link>
    </p>
  );
}

function Due({ cycleId, title }: { readonly cycleId: string; readonly title: string }) {
  const tell = useTell();
  const cells = useRead('/cycles/{cycleId}/recommendations', { cycleId });
  const waiting = cells.data?.items.reduce((all, cell) => all + cell.waiting, 0);
  return (
    <li className="row spread">
      <span>
        <Link to="/recommendations/$cycleId" params={{ cycleId }}>
          {title}
        </Link>{' '}
        {waiting !== undefined && (
          <strong className="figures">{tell(waiting > 0 ? desk.waits(waiting) : desk.nothingWaits)}</strong>
        )}
      </span>
      {waiting !== undefined && waiting > 0 && cells.data && <Countdown to={cells.data.recommendBy} />}
    </li>
  );
}

import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#web/api/client.ts';
import { serverNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { shanghaiDay, When } from '#web/kit/time.tsx';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { oversight } from '#web/messages/oversight.ts';
import { ChainLink } from './chain-link.tsx';

type Cycle = AnswerOf<'get', '/cycles'>['items'][number];

const RECENT = 8;

/** The supervisor's home: the running cycles with the state of their chains, and what was done today. */
export function SupervisorDue() {
  const tell = useTell();
  const cycles = useRead('/cycles', { limit: 20 });
  return (
    <section className="stack" aria-labelledby="supervisor-due">
      <h2 id="supervisor-due">{tell(oversight.dueTitle)}</h2>
      <div className="card">
        <h3 style={{ marginBottom: 8 }}>{tell(oversight.dueCycles)}</h3>
        <Show of={cycles} rows={3}>
          {({ items }) => <Running cycles={items.filter(isRunning)} />}
        </Show>
      </div>
      <Today />
    </section>
  );
}

const isRunning = ({ status }: Cycle): boolean => !['draft', 'concluded', 'abandoned'].includes(status);

function Running({ cycles }: { readonly cycles: readonly Cycle[] }) {
  const faults = useRead('/faults', {});
  const tell = useTell();
  if (cycles.length === 0) return <Empty title={oversight.noCycles} help={oversight.noCyclesHelp} />;
  const open = faults.data?.items.length ?? 0;
  return (
    <>
      <ul className="stack" style={{ listStyle: 'none', margin: 0, padding: 0, gap: 8 }}>
        {cycles.map((cycle) => (
          <li key={cycle.cycleId} className="row spread">
            <span className="row">
              <Link to="/cycles/$cycleId" params={{ cycleId: cycle.cycleId }}>
                {cycle.title}
              </Link>
              <Status state={cycle.status} />
            </span>
            <ChainState cycleId={cycle.cycleId} />
          </li>
        ))}
      </ul>
      {open > 0 && (
        <p style={{ margin: '8px 0 0' }}>
          <Link to="/faults">{tell(oversight.openFaults(open))}</Link>
        </p>
      )}
    </>
  );
}

/** What the server says of the chain; the link leads to where the page itself recomputes it. */
function ChainState({ cycleId }: { readonly cycleId: string }) {
  const tell = useTell();
  const chainId = `cycle/${cycleId}`;
  const chain = useRead('/audit/chain', { chainId });
  const brokenAt = chain.data?.brokenAt;
  return (
    <span className="row">
      {chain.data && (
        <span style={{ color: brokenAt === undefined ? 'var(--good)' : 'var(--seal)' }}>
          {tell(brokenAt === undefined ? oversight.chainWhole : oversight.chainBroken(brokenAt))}
        </span>
      )}
      <Link to="/audit/$" params={{ _splat: chainId }}>
        {tell(oversight.verify)}
      </Link>
    </span>
  );
}

function Today() {
  const tell = useTell();
  const { language } = useLanguage();
  const day = useRead('/audit/days/{day}', { day: shanghaiDay(serverNow()), limit: 200 });
  return (
    <div className="card">
      <h3 style={{ marginBottom: 8 }}>{tell(oversight.recent)}</h3>
      <Show of={day} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{tell(oversight.noRecent)}</p>
          ) : (
            <ul className="stack" style={{ listStyle: 'none', margin: '0 0 8px', padding: 0, gap: 4 }}>
              {[...items]
                .reverse()
                .slice(0, RECENT)
                .map((event) => (
                  <li key={`${event.chainId}#${event.sequence}`} className="row">
                    <When at={event.at} />
                    {event[language]}
                    <ChainLink chainId={event.chainId} />
                  </li>
                ))}
            </ul>
          )
        }
      </Show>
      <Link to="/audit">{tell(oversight.allActs)}</Link>
    </div>
  );
}

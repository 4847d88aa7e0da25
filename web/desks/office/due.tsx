import { Link } from '@tanstack/react-router';
import { mayAdminister, mayApprove, mayCheck } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAll } from '#web/api/all.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { serverNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { wizard } from '#web/messages/wizard.ts';
import { type Due, dueIn } from './cycle-due.ts';
import { DueList } from './due-list.tsx';
import { FirstSteps } from './first-steps.tsx';
import { nextDeadline } from './next-deadline.ts';
import { reReviewsDue } from './re-reviews-due.ts';
import { useCycleState } from './use-cycle-state.ts';

type Cycle = AnswerOf<'get', '/cycles'>['items'][number];

const isRunning = ({ status }: Cycle): boolean => status !== 'concluded' && status !== 'abandoned';

/** What waits for this officer by their duties, over all cycles that run. */
export function OfficeDue() {
  const tell = useTell();
  const actor = useActor();
  const mayPlan = mayAdminister(actor);
  const cycles = useRead('/cycles', { limit: 20 }, { every: 30_000 });
  return (
    <>
      <FirstSteps />
      <section className="card" aria-labelledby="office-due">
        <h2 id="office-due">{tell(office.dueTitle)}</h2>
        <Everywhere />
        {mayApprove(actor) &&
          cycles.data?.items
            .filter(({ status }) => status === 'concluded')
            .map((cycle) => <TitlesDue key={cycle.cycleId} cycle={cycle} />)}
        <Show of={cycles} rows={3}>
          {({ items }) => {
            const running = items.filter(isRunning);
            if (running.length === 0) {
              return (
                <Empty
                  title={items.length === 0 ? office.none : office.noRunning}
                  help={mayPlan ? office.noneHelp : office.noneForMe}
                >
                  {mayPlan && <Link to="/cycles/new">{tell(office.planCycle)}</Link>}
                </Empty>
              );
            }
            return running.map((cycle) => <CycleDue key={cycle.cycleId} cycle={cycle} />);
          }}
        </Show>
      </section>
    </>
  );
}

const UNITS: string = '/organizations';
const PAGE = 50;

/** What belongs to no cycle: units to confirm, runs that failed. */
function Everywhere() {
  const actor = useActor();
  const tell = useTell();
  const checks = mayCheck(actor);
  const units = useRead('/organizations', { status: 'pending', limit: PAGE }, { when: checks });
  const faults = useRead('/faults', {});
  const count = units.data?.items.length ?? 0;
  const many = units.data?.cursor ? tell(office.about(count)) : String(count);
  const failed = faults.data?.items.length ?? 0;
  const due: Due[] = [
    ...(failed > 0 ? [{ key: 'faults', what: office.dueFaults(failed), to: '/faults' }] : []),
    ...(count > 0 ? [{ key: 'units', what: office.dueOrganizations(many), to: UNITS }] : []),
  ];
  return due.length > 0 ? <DueList due={due} /> : null;
}

/** What became of the titles of a cycle that is over. */
function TitlesDue({ cycle: { cycleId, title } }: { readonly cycle: Cycle }) {
  const actor = useActor();
  const titles = useAll('/awards', { cycleId });
  const due = reReviewsDue(actor, cycleId, titles.data?.items ?? []);
  if (due.length === 0) return null;
  return (
    <div className="office-cycle">
      <Link to="/cycles/$cycleId" params={{ cycleId }}>
        {title}
      </Link>
      <DueList due={due} />
    </div>
  );
}

function CycleDue({ cycle }: { readonly cycle: Cycle }) {
  const tell = useTell();
  const actor = useActor();
  const board = useRead('/cycles/{cycleId}/board', { cycleId: cycle.cycleId }, { every: 30_000 });
  const state = useCycleState(cycle, board.data);
  const next = nextDeadline({ ...cycle, windows: { ...cycle.windows, ...board.data?.deadlines } }, serverNow());
  return (
    <div className="office-cycle">
      <div className="row spread">
        <span className="row">
          <Link to="/cycles/$cycleId" params={{ cycleId: cycle.cycleId }}>
            {cycle.title}
          </Link>
          <Status state={cycle.status} />
        </span>
        {next && (
          <span className="quiet">
            {tell(wizard.windows[next.name])} <Countdown to={next.at} />
          </span>
        )}
      </div>
      {state && <DueList due={dueIn(actor, state)} />}
      {state && dueIn(actor, state).length === 0 && (
        <p className="quiet" style={{ margin: '4px 0 0' }}>
          {tell(office.next[cycle.status])}
        </p>
      )}
    </div>
  );
}

import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Countdown } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import { CaseCard, type OwnApplication } from './case-card.tsx';
import { type Desk, deskOf } from './next-step.ts';
import { NoUnit } from './no-unit.tsx';
import './applicant.css';

/** What waits for the applicant: the most urgent first with its countdown, then every case of theirs. */
export function ApplicantDue() {
  const tell = useTell();
  const own = useRead('/me/applications', {}, { every: 60_000 });
  const units = useRead('/me/organizations', {});
  return (
    <Show of={own} rows={4}>
      {({ items }) => (
        <>
          <Due applications={items} />
          <section>
            <h2 style={{ marginBottom: 12 }}>{tell(applicant.dueTitle)}</h2>
            {items.length > 0 ? (
              <div className="stack">
                {items.map((application) => (
                  <CaseCard key={application.applicationId} application={application} heading="h3" />
                ))}
              </div>
            ) : (
              <Show of={units} rows={2}>
                {({ items: all }) =>
                  all.some(({ status }) => status === 'confirmed') ? <NoApplication /> : <NoUnit units={all} />
                }
              </Show>
            )}
          </section>
        </>
      )}
    </Show>
  );
}

function NoApplication() {
  const tell = useTell();
  return (
    <Empty title={applicant.noneTitle} help={applicant.noneHelp}>
      <LinkButton primary to="/applications/begin">
        {tell(applicant.begin)}
      </LinkButton>
    </Empty>
  );
}

type Task = OwnApplication & { readonly desk: Desk };

const byUrgency = (left: Task, right: Task): number => (left.dueBy ?? '').localeCompare(right.dueBy ?? '');

function Due({ applications }: { readonly applications: readonly OwnApplication[] }) {
  const tasks = applications
    .flatMap((application) => {
      const desk = deskOf(application.status);
      return desk ? [{ ...application, desk }] : [];
    })
    .sort(byUrgency);
  if (tasks.length === 0) return null;
  return (
    <section className="card">
      {tasks.map((task, at) => (
        <TaskLine key={task.applicationId} task={task} isFirst={at === 0} />
      ))}
    </section>
  );
}

const isCorrection = ({ status }: OwnApplication): boolean => status === 'returned' || status === 'supplementing';

function TaskLine({ task, isFirst }: { readonly task: Task; readonly isFirst: boolean }) {
  const tell = useTell();
  const { applicationId, organizationName, desk, dueBy } = task;
  const verb = isCorrection(task) ? applicant.correct[desk] : applicant.goOn[desk];
  return (
    <div className={isFirst ? 'case-due first' : 'case-due'}>
      <span>
        {organizationName} <span className="quiet">{tell(applicant.next[task.status])}</span>
      </span>
      <span className="row">
        {dueBy && <Countdown to={dueBy} />}
        <LinkButton primary={isFirst} to={`/applications/$applicationId/${desk}`} params={{ applicationId }}>
          {tell(verb)}
        </LinkButton>
      </span>
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import type { FieldProblem } from '#web/api/problem.ts';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { infeasibleOf, type Remedy } from './infeasible.ts';

type Refusal = Said & { readonly fields: readonly FieldProblem[] };

/** Why nothing can be drawn: in words, who is bound together in it, and where to change it. */
export function Refused({ refusal, cycleId }: { readonly refusal: Refusal; readonly cycleId: string }) {
  const tell = useTell();
  const { causes, remedies, applications, reviewers } = infeasibleOf(refusal.fields);
  return (
    <section role="alert" className="card assignment-asked closed">
      <h2>{tell(m.refused)}</h2>
      <p>{tell(refusal)}</p>
      <Causes causes={causes.slice(0, FIRST)} />
      {causes.length > FIRST && (
        <details>
          <summary>{tell(m.moreCauses(causes.length - FIRST))}</summary>
          <Causes causes={causes.slice(FIRST)} />
        </details>
      )}
      {applications.length > 0 && (
        <details>
          <summary>{tell(m.boundCases(applications.length))}</summary>
          <ul>
            {applications.map((each) => (
              <li key={each.id}>
                <Link to="/cases/$applicationId/review" params={{ applicationId: each.id }}>
                  {tell(each)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {reviewers.length > 0 && (
        <details>
          <summary>{tell(m.boundExperts(reviewers.length))}</summary>
          <ul>
            {reviewers.map((each) => (
              <li key={each.id}>
                <Link to="/experts/$reviewerId" params={{ reviewerId: each.id }}>
                  {tell(each)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet">{tell(m.refusedHelp)}</p>
      {remedies.length > 0 && (
        <ul>
          {remedies.map((remedy) => (
            <li key={remedy}>
              <RemedyLink remedy={remedy} cycleId={cycleId} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** So many are read at a glance; the others are opened. */
const FIRST = 6;

function Causes({ causes }: { readonly causes: readonly FieldProblem[] }) {
  const tell = useTell();
  return (
    <ul>
      {causes.map((cause) => (
        <li key={`${cause.path}/${cause.code}`}>{tell(cause)}</li>
      ))}
    </ul>
  );
}

/** A page of another desk. */
const PLAN: string = '/cycles/$cycleId/plan';

function RemedyLink({ remedy, cycleId }: { readonly remedy: Remedy; readonly cycleId: string }) {
  const tell = useTell();
  const label = tell(m.whatToDo[remedy]);
  switch (remedy) {
    case 'pins':
      return (
        <Link to="/cycles/$cycleId/assignment" params={{ cycleId }} search={{ tab: 'pins' }}>
          {label}
        </Link>
      );
    case 'reviewers':
      return (
        <Link to="/cycles/$cycleId/experts" params={{ cycleId }} search={{ tab: 'pool' }}>
          {label}
        </Link>
      );
    case 'loads':
      return <Link to="/experts">{label}</Link>;
    case 'rules':
      return (
        <Link to={PLAN} params={{ cycleId }}>
          {label}
        </Link>
      );
  }
}

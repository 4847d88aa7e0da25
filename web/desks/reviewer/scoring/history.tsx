import { formatMark } from '#domain/marks';
import { leavesOf, type Standard } from '#domain/standards';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';

type Submission = AnswerOf<'get', '/assignments/{assignmentId}/submissions'>['items'][number];
type PanelSheet = AnswerOf<'get', '/assignments/{assignmentId}/panel-sheets'>['items'][number];
type Of = { readonly assignmentId: string; readonly standard: Standard };

/** Every submission of the own sheet, the latest first, with what it changed. */
export function Submissions({ assignmentId, standard }: Of) {
  const tell = useTell();
  const submissions = useRead('/assignments/{assignmentId}/submissions', { assignmentId });
  return (
    <Show of={submissions}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{tell(scoring.noSubmissions)}</p>
        ) : (
          [...items]
            .reverse()
            .map((submission) => <SubmissionView key={submission.number} submission={submission} standard={standard} />)
        )
      }
    </Show>
  );
}

const markOf = (mark: string | undefined, blank: string): string => mark ?? blank;

/** Decimal texts of points, added in hundredths. */
const hundredths = (mark: string): number => Math.round(Number(mark) * 100);
const totalOf = (marks: Submission['marks']): string =>
  formatMark(Object.values(marks).reduce((sum, { score }) => sum + (score === undefined ? 0 : hundredths(score)), 0));

function SubmissionView({ submission, standard }: { readonly submission: Submission; readonly standard: Standard }) {
  const tell = useTell();
  const { number, at, changes, marks } = submission;
  const nameOf = (pointId: string): string =>
    `${pointId} ${leavesOf(standard).find((point) => point.pointId === pointId)?.name ?? ''}`;
  return (
    <section className="scoring-submission">
      <div className="row spread">
        <h3>{tell(scoring.submissionNumber(number))}</h3>
        <span className="row">
          <strong className="figures">{totalOf(marks)}</strong>
          <When at={at} />
        </span>
      </div>
      {!changes && <p className="quiet">{tell(scoring.firstSubmission)}</p>}
      {changes?.points.length === 0 && !changes.overallChanged && <p className="quiet">{tell(scoring.noChanges)}</p>}
      {changes && changes.points.length > 0 && (
        <table className="scoring-table">
          <thead>
            <tr>
              <th scope="col">{tell(scoring.point)}</th>
              <th scope="col">{tell(scoring.from)}</th>
              <th scope="col">{tell(scoring.to)}</th>
            </tr>
          </thead>
          <tbody>
            {changes.points.map(({ pointId, from, to, commentChanged }) => (
              <tr key={pointId}>
                <th scope="row">
                  {nameOf(pointId)} {commentChanged && <span className="quiet">{tell(scoring.commentChanged)}</span>}
                </th>
                <td className="figures">{markOf(from, tell(scoring.blankMark))}</td>
                <td className="figures">{markOf(to, tell(scoring.blankMark))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes?.overallChanged && <p className="quiet">{tell(scoring.overallChanged)}</p>}
    </section>
  );
}

/** The sheets of the panel, once the round is closed: nobody by name. */
export function PanelSheets({ assignmentId, standard }: Of) {
  const tell = useTell();
  const sheets = useRead('/assignments/{assignmentId}/panel-sheets', { assignmentId });
  return (
    <Show of={sheets}>
      {({ items }) => (
        <>
          <p className="quiet">{tell(scoring.panelHelp)}</p>
          <PanelTable items={items} standard={standard} />
          {items
            .filter(({ overall }) => overall.trim() !== '')
            .map(({ pseudonym, overall }) => (
              <section key={pseudonym} className="scoring-submission">
                <h3>{pseudonym}</h3>
                <p className="scoring-words">{overall}</p>
              </section>
            ))}
        </>
      )}
    </Show>
  );
}

function PanelTable({ items, standard }: { readonly items: readonly PanelSheet[]; readonly standard: Standard }) {
  const tell = useTell();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="scoring-scroll" tabIndex={0} aria-label={tell(scoring.tabPanel)}>
      <table className="scoring-table">
        <thead>
          <tr>
            <th scope="col">{tell(scoring.point)}</th>
            {items.map(({ pseudonym, isOwn }) => (
              <th key={pseudonym} scope="col">
                {pseudonym} {isOwn && <span className="quiet">{tell(scoring.own)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {leavesOf(standard).map(({ pointId, name }) => (
            <tr key={pointId}>
              <th scope="row">
                {pointId} {name}
              </th>
              {items.map(({ pseudonym, marks }) => (
                <td key={pseudonym} className="figures">
                  {marks[pointId]?.score ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{tell(scoring.total)}</th>
            {items.map(({ pseudonym, total }) => (
              <td key={pseudonym} className="figures">
                <strong>{total}</strong>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

import type { Application } from '#domain/applications';
import { shanghaiMinute } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';

type LastReturnProps = {
  readonly application: Application;
  /** Its place in the department's order of recommendation. */
  readonly rank: number | undefined;
  /** What the fields of the form are called; a point of the self-assessment is told by its path. */
  readonly names: ReadonlyMap<string, string>;
};

/** What was asked for last time, so that the correction can be held against it; and what was decided in words. */
export function LastReturn({ application, rank, names }: LastReturnProps) {
  const tell = useTell();
  const { returned, opinion, reason } = application;
  return (
    <>
      {returned && (
        <details className="card" open={application.status === 'submitted' || application.status === 'recommended'}>
          <summary>
            <strong>{tell(cases.lastReturn)}</strong>{' '}
            <span className="quiet figures">
              {tell(
                cases.returnedOn(
                  tell(returned.by === 'office' ? cases.byOffice : cases.byRecommender),
                  shanghaiMinute(returned.at),
                ),
              )}
            </span>
          </summary>
          <p className="as-written" style={{ marginTop: 8 }}>
            {returned.reason}
          </p>
          <ul>
            {returned.fields.map(({ path, reason: why }) => (
              <li key={path} className="as-written">
                {tell(cases.letterField(names.get(path) ?? path, why))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {rank !== undefined && (
        <p className="figures">
          <strong>{tell(cases.rank)}</strong> {tell(cases.rankOf(rank, application.recommender))}
        </p>
      )}
      {opinion && (
        <p className="as-written">
          <strong>{tell(cases.opinion)}</strong> {opinion}
        </p>
      )}
      {reason && (
        <p className="as-written">
          <strong>{tell(cases.reason)}</strong> {reason}
        </p>
      )}
    </>
  );
}

import { reportParts } from '#domain/assessments';
import { formatMark, parseMark } from '#domain/marks';
import { leavesOf, type ObservationPoint, type Standard } from '#domain/standards';
import type { AnswerOf } from '#web/api/client.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import { FileView, type SeenFile } from './file-view.tsx';
import { type ReturnedFields, ReturnedNote } from './form-view.tsx';
import './paper.css';

type Assessment = NonNullable<AnswerOf<'get', '/applications/{applicationId}'>['assessment']>;
type Point = { readonly score?: string | undefined; readonly justification: string };

type AssessmentViewProps = {
  readonly standard: Standard;
  readonly assessment: Assessment;
  /** The application's files; those with a `pointId` stand under their point. */
  readonly evidence?: readonly (SeenFile & { readonly pointId?: string | undefined })[];
  readonly returned?: ReturnedFields | undefined;
};

/** A self-assessment to be read: each point under its indicators, then the report. Hidden scores are left out. */
export function AssessmentView({ standard, assessment, evidence, returned }: AssessmentViewProps) {
  const tell = useTell();
  const total = totalOf(standard, assessment.points);
  return (
    <div>
      <div className="row spread">
        <h2>{tell(paper.pointsTitle)}</h2>
        {total !== undefined && (
          <strong className="figures">{tell(paper.total(total, formatMark(standard.fullMarks)))}</strong>
        )}
      </div>
      {standard.indicators.map((first) => (
        <section key={first.indicatorId} className="paper-first">
          <h3>
            {first.indicatorId} {first.name}
          </h3>
          {first.children.map((second) => (
            <div key={second.indicatorId} className="paper-second">
              {second.name !== first.name && (
                <h4>
                  {second.indicatorId} {second.name}
                </h4>
              )}
              {second.children.map((point) => (
                <PointView
                  key={point.pointId}
                  point={point}
                  heading={second.name === first.name ? 'h4' : 'h5'}
                  given={assessment.points[point.pointId]}
                  showScore={total !== undefined}
                  files={evidence?.filter(({ pointId }) => pointId === point.pointId)}
                  returned={returned}
                />
              ))}
            </div>
          ))}
        </section>
      ))}
      <h2 style={{ marginTop: 32 }}>{tell(paper.reportTitle)}</h2>
      {reportParts.map((part) => (
        <section key={part} className="paper-field">
          <h3>{tell(paper.report[part])}</h3>
          <ReturnedNote path={`report.${part}`} returned={returned} />
          {assessment.report[part].trim() === '' ? (
            <p className="quiet">{tell(paper.notFilled)}</p>
          ) : (
            <p className="paper-text">{assessment.report[part]}</p>
          )}
        </section>
      ))}
    </div>
  );
}

type PointViewProps = {
  readonly point: ObservationPoint;
  /** One below the indicator that it stands under. */
  readonly heading: 'h4' | 'h5';
  readonly given: Point | undefined;
  readonly showScore: boolean;
  readonly files: readonly SeenFile[] | undefined;
  readonly returned: ReturnedFields | undefined;
};

function PointView({ point, heading: Heading, given, showScore, files, returned }: PointViewProps) {
  const tell = useTell();
  const { pointId, name, fullMarks } = point;
  return (
    <article className="paper-point">
      <header>
        <Heading>
          {pointId} {name}
        </Heading>
        <span className="figures">
          {showScore && (
            <strong>{tell(given?.score === undefined ? paper.noScore : paper.selfScore(given.score))}</strong>
          )}{' '}
          <span className="quiet">{tell(paper.fullMarks(formatMark(fullMarks)))}</span>
        </span>
      </header>
      {['', '.score', '.justification', '.evidence'].map((part) => (
        <ReturnedNote key={part} path={`points.${pointId}${part}`} returned={returned} />
      ))}
      {given?.justification.trim() ? (
        <p className="paper-text">{given.justification}</p>
      ) : (
        <p className="quiet">{tell(paper.notFilled)}</p>
      )}
      {files && files.length > 0 && (
        <div className="paper-files">
          {files.map((file) => (
            <FileView key={file.fileId} file={file} />
          ))}
        </div>
      )}
      {files?.length === 0 && point.evidenceRequired && <p className="quiet">{tell(paper.noFile)}</p>}
    </article>
  );
}

/** The sum of the scores that are there; undefined where none is, because they are hidden or none was given yet. */
function totalOf(standard: Standard, points: Readonly<Record<string, Point>>): string | undefined {
  const scores = leavesOf(standard).flatMap(({ pointId, fullMarks }) => {
    const score = points[pointId]?.score;
    return score === undefined ? [] : [parseMark(score, { min: 0, max: fullMarks }, pointId)];
  });
  return scores.length === 0 ? undefined : formatMark(scores.reduce((sum, score) => sum + score, 0));
}

import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type RefObject, useState } from 'react';
import { formatMark } from '#domain/marks';
import type { ObservationPoint } from '#domain/standards';
import { FileView } from '#web/kit/file-view.tsx';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import type { Material } from './material-pane.tsx';

type PointProps = {
  readonly material: Material;
  readonly point: ObservationPoint;
  readonly isSubmitted: boolean;
  readonly evidence: RefObject<HTMLElement | null>;
};

/** A point: what it asks, what the unit says of it, and the evidence for it. */
export function PointView({ material, point, isSubmitted, evidence }: PointProps) {
  const tell = useTell();
  const files = material.evidence.filter(({ pointId }) => pointId === point.pointId);
  return (
    <>
      <header className="scoring-point-head">
        <h2>
          {point.pointId} {point.name}
        </h2>
        <p className="quiet figures">
          {[
            tell(scoring.fullMarks(formatMark(point.fullMarks))),
            tell(scoring.methods[point.method]),
            ...(point.evidenceRequired ? [tell(scoring.evidenceWanted)] : []),
            ...(point.veto ? [tell(scoring.vetoPoint)] : []),
          ].join(' · ')}
        </p>
      </header>
      <p>{point.description}</p>
      <SelfAssessment material={material} point={point} isSubmitted={isSubmitted} />
      <section ref={evidence} tabIndex={-1} className="scoring-evidence" aria-label={tell(scoring.evidence)}>
        {files.length > 0 ? (
          <Evidence key={point.pointId} files={files} />
        ) : (
          <p className="quiet">{tell(scoring.noEvidence)}</p>
        )}
      </section>
    </>
  );
}

function SelfAssessment({ material, point, isSubmitted }: Omit<PointProps, 'evidence'>) {
  const tell = useTell();
  const { assessment } = material;
  if (!assessment) return null;
  const given = assessment.points[point.pointId];
  // Where no point has a score at all, the cycle hides them until the own sheet is in.
  const isHidden = !isSubmitted && Object.values(assessment.points).every(({ score }) => score === undefined);
  const justification = given?.justification.trim() ?? '';
  return (
    <blockquote className="scoring-self">
      <p>
        <strong>{tell(scoring.selfScore)}</strong>{' '}
        {isHidden ? (
          <span className="quiet">{tell(scoring.selfHidden)}</span>
        ) : (
          <span className="figures">{given?.score ?? tell(scoring.noSelfScore)}</span>
        )}
      </p>
      {justification ? (
        <p className="scoring-words">{justification}</p>
      ) : (
        <p className="quiet">{tell(scoring.noJustification)}</p>
      )}
    </blockquote>
  );
}

/** One file at a time, with the way to the others. */
function Evidence({ files }: { readonly files: Material['evidence'] }) {
  const tell = useTell();
  const [at, setAt] = useState(0);
  const file = files[at];
  if (!file) return null;
  return (
    <>
      <div className="row spread">
        <h3>{tell(scoring.evidence)}</h3>
        {files.length > 1 && (
          <div className="row" style={{ gap: 4 }}>
            <Button
              size="small"
              type="text"
              icon={<LeftOutlined aria-hidden />}
              aria-label={tell(scoring.previousFile)}
              disabled={at === 0}
              onClick={() => setAt(at - 1)}
            />
            <span className="figures">{tell(scoring.evidenceOf(at + 1, files.length))}</span>
            <Button
              size="small"
              type="text"
              icon={<RightOutlined aria-hidden />}
              aria-label={tell(scoring.nextFile)}
              disabled={at === files.length - 1}
              onClick={() => setAt(at + 1)}
            />
          </div>
        )}
      </div>
      <FileView file={file} />
    </>
  );
}

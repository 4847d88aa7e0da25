import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { formatMark } from '#domain/marks';
import { leavesOf } from '#domain/standards';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import { emptyParts, type Lack, lacksOf, type ReportPart, totalOf } from './assessment-draft.ts';
import { type EditorProps, useShown } from './assessment-editor.tsx';
import { Obstacle } from './obstacle.tsx';

type Open = {
  readonly points: readonly { readonly pointId: string; readonly name: string; readonly lacks: readonly Lack[] }[];
  readonly parts: readonly ReportPart[];
};
type Obstacles = Open | 'unsaved';

const lackWords = {
  score: applicant.noScore,
  justification: applicant.noJustification,
  evidence: applicant.noEvidence,
} as const;

/** The submission: what is missing first, then what is sent and to whom, then the act. */
export function AssessmentSubmit({ desk, standard, application }: EditorProps) {
  const tell = useTell();
  const ask = useConsequence();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const shown = useShown(application.applicationId);
  const [obstacle, setObstacle] = useState<Obstacles>();
  const [isBusy, setBusy] = useState(false);
  const submit = useAct('post', '/applications/{applicationId}/assessment/submit');
  const { applicationId, status } = application;
  const verb = tell(status === 'supplementing' ? applicant.resubmitAssessment : applicant.submitAssessment);

  const look = async (): Promise<Obstacles | undefined> => {
    const { mine } = desk.draft();
    const points = leavesOf(standard)
      .map((point) => ({ ...point, lacks: lacksOf(point, mine, shown.has(point.pointId)) }))
      .filter(({ lacks }) => lacks.length > 0);
    const parts = emptyParts(mine);
    if (points.length > 0 || parts.length > 0) return { points, parts };
    return (await desk.flush()) ? undefined : 'unsaved';
  };
  const begin = async (): Promise<void> => {
    setBusy(true);
    const found = await look();
    setBusy(false);
    setObstacle(found);
    if (found) return;
    const total = tell(paper.total(totalOf(standard, desk.draft().mine), formatMark(standard.fullMarks)));
    const done = await ask({
      title: tell(applicant.submitAssessment),
      consequence: (
        <>
          <p>{tell(applicant.submitAssessmentText)}</p>
          <p>
            <strong className="figures">{total}</strong>
          </p>
        </>
      ),
      verb,
      seal: true,
      act: () => submit.mutateAsync({ applicationId }),
    });
    if (!done) return;
    message.success(tell(applicant.submitted));
    await navigate({ to: '/applications/$applicationId', params: { applicationId } });
  };
  return (
    <>
      <Button type="primary" danger loading={isBusy} onClick={begin}>
        {verb}
      </Button>
      {obstacle !== undefined && <Obstacles obstacle={obstacle} />}
    </>
  );
}

function Obstacles({ obstacle }: { readonly obstacle: Obstacles }) {
  const tell = useTell();
  if (obstacle === 'unsaved') {
    return (
      <Obstacle title={applicant.unsavedTitle}>
        <p className="quiet">{tell(applicant.unsavedHelp)}</p>
      </Obstacle>
    );
  }
  return (
    <Obstacle title={applicant.missingTitle}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {obstacle.points.map(({ pointId, name, lacks }) => (
          <li key={pointId}>
            <Link from="/applications/$applicationId/assessment" to="." search={{ point: pointId }}>
              {pointId} {name}
            </Link>{' '}
            <span className="quiet">{lacks.map((lack) => tell(lackWords[lack])).join(tell(applicant.comma))}</span>
          </li>
        ))}
        {obstacle.parts.map((part) => (
          <li key={part}>
            {tell(paper.report[part])} <span className="quiet">{tell(applicant.noPart)}</span>
          </li>
        ))}
      </ul>
    </Obstacle>
  );
}

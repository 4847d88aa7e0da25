import { ExclamationCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#web/api/client.ts';
import { analysis } from '#web/messages/analysis.ts';
import { useTell } from '#web/messages/language.tsx';
import { AnalysisFigures } from './analysis-figures.tsx';

export type AnalysisAnswer = AnswerOf<'get', '/cycles/{cycleId}/analysis'>;
type Finding = AnalysisAnswer['findings'][number];

/** What somebody should look at; the other findings say how far the figures carry. */
const worthALook = [
  'random-looking',
  'duplicate-sheets',
  'uniform-sheets',
  'changed-after-unlocking',
  'disagreement',
  'severity',
  'self-score-gap',
];

type Props = { readonly cycleId: string; readonly answer: AnalysisAnswer };

/** Every finding in words first, then the figures, each as chart and as table. */
export function AnalysisView({ cycleId, answer }: Props) {
  const tell = useTell();
  const { applications, reviewers, sheets } = answer.analysis;
  const look = answer.findings.filter(({ kind }) => worthALook.includes(kind));
  const know = answer.findings.filter(({ kind }) => !worthALook.includes(kind));
  return (
    <div className="stack">
      <p className="quiet figures" style={{ margin: 0 }}>
        {tell(analysis.basis(applications, reviewers, sheets))}
      </p>
      <section className="card">
        <h2>{tell(analysis.look)}</h2>
        {look.length === 0 ? (
          <p>{tell(analysis.noLook)}</p>
        ) : (
          <Findings of={answer} cycleId={cycleId} findings={look} isLook />
        )}
      </section>
      {know.length > 0 && (
        <section className="card">
          <h2>{tell(analysis.know)}</h2>
          <Findings of={answer} cycleId={cycleId} findings={know} />
        </section>
      )}
      <AnalysisFigures answer={answer} />
    </div>
  );
}

type FindingsProps = {
  readonly of: AnalysisAnswer;
  readonly cycleId: string;
  readonly findings: readonly Finding[];
  readonly isLook?: boolean;
};

function Findings({ of, cycleId, findings, isLook = false }: FindingsProps) {
  const tell = useTell();
  return (
    <ul className="findings">
      {findings.map(({ kind, zh, en, applicationId, reviewerId }) => (
        <li key={`${kind} ${applicationId ?? ''} ${reviewerId ?? ''}`}>
          <span aria-hidden style={{ color: isLook ? 'var(--warn)' : 'var(--quiet)' }}>
            {isLook ? <ExclamationCircleOutlined /> : <InfoCircleOutlined />}
          </span>
          <span>
            {tell({ zh, en })}{' '}
            {applicationId && (
              <Link
                to="/cycles/$cycleId/results/$categoryId/$applicationId"
                params={{ cycleId, categoryId: of.categoryId, applicationId }}
              >
                {tell(analysis.toCase)}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

import type { RefObject } from 'react';
import type { ApplicationForm } from '#domain/applications';
import type { ObservationPoint } from '#domain/standards';
import type { AnswerOf } from '#web/api/client.ts';
import { AssessmentView } from '#web/kit/assessment-view.tsx';
import { FileList } from '#web/kit/file-view.tsx';
import { FormView } from '#web/kit/form-view.tsx';
import { type TabItem, TabPanes } from '#web/kit/tabs.tsx';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import { PointView } from './point-view.tsx';

export type Material = NonNullable<AnswerOf<'get', '/assignments/{assignmentId}'>['material']>;

type MaterialProps = {
  readonly material: Material;
  readonly point: ObservationPoint;
  readonly isSubmitted: boolean;
  readonly tab: string;
  readonly choose: (tab: string) => void;
  /** Submissions and the panel's sheets, where there are any. */
  readonly more: readonly TabItem[];
  readonly evidence: RefObject<HTMLElement | null>;
};

/** What is judged: the point with what the unit says of it, and all that the unit handed in. */
export function MaterialPane({ material, point, isSubmitted, tab, choose, more, evidence }: MaterialProps) {
  const tell = useTell();
  const items = [
    {
      key: 'point',
      label: tell(scoring.tabPoint),
      children: <PointView material={material} point={point} isSubmitted={isSubmitted} evidence={evidence} />,
    },
    { key: 'form', label: tell(scoring.tabForm), children: <Form form={material.form} /> },
    { key: 'assessment', label: tell(scoring.tabAssessment), children: <Assessment material={material} /> },
    {
      key: 'evidence',
      label: <span className="figures">{tell(scoring.tabEvidence(material.evidence.length))}</span>,
      children: <FileList files={material.evidence} />,
    },
    ...more,
  ];
  return (
    <div className="scoring-tabs" data-reading>
      <TabPanes label={tell(scoring.materialPane)} items={items} active={tab} choose={choose} />
    </div>
  );
}

function Form({ form }: { readonly form: unknown }) {
  const tell = useTell();
  if (typeof form !== 'object' || form === null) return <p className="quiet">{tell(scoring.noForm)}</p>;
  // Safe: a snapshot of the form, without the contacts, which are not the reviewers' business.
  return <FormView form={form as Partial<ApplicationForm>} />;
}

function Assessment({ material: { assessment, standard } }: { readonly material: Material }) {
  const tell = useTell();
  if (!assessment) return <p className="quiet">{tell(scoring.noAssessment)}</p>;
  return <AssessmentView standard={standard} assessment={assessment} />;
}

import type { ReactNode } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { AssessmentView } from '#web/kit/assessment-view.tsx';
import { FieldMark } from '#web/kit/field-mark.ts';
import { FileView } from '#web/kit/file-view.tsx';
import { FormView } from '#web/kit/form-view.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import type { Returned } from './case-desk.tsx';
import type { WholeCase } from './case-page.tsx';

type Standard = AnswerOf<'get', '/standards/{standardId}/{standardVersion}'>;

type CasePapersProps = {
  readonly view: WholeCase;
  readonly standard: { readonly data: Standard | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly returning: Returned | undefined;
  readonly tickAt: (path: string) => ReactNode;
};

/** The form on the left, the self-assessment with its evidence on the right; each is scrolled on its own. */
export function CasePapers({ view, standard, returning, tickAt }: CasePapersProps) {
  const tell = useTell();
  const { application, form, assessment } = view;
  const { applicationId } = application;
  const evidence = useRead('/applications/{applicationId}/evidence', { applicationId });
  const withForm = evidence.data?.items.filter(({ pointId }) => pointId === undefined) ?? [];
  // What was returned is marked at the field as long as it is being corrected.
  const owed = application.status === 'returned' || application.status === 'supplementing';
  const returned = owed && !returning ? application.returned : undefined;
  return (
    <div className="case-papers">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard */}
      <section className="card case-paper" aria-labelledby="case-form" tabIndex={0}>
        <h2 id="case-form">{tell(cases.form)}</h2>
        <FieldMark value={returning === 'form' ? tickAt : undefined}>
          {form ? <FormView form={form} returned={returned} /> : <Empty title={cases.notSubmitted} />}
        </FieldMark>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard */}
      <section className="card case-paper" aria-labelledby="case-assessment" tabIndex={0}>
        <h2 id="case-assessment">{tell(cases.assessment)}</h2>
        {withForm.length > 0 && (
          <>
            <h3>{tell(cases.formEvidence)}</h3>
            <div className="stack">
              {withForm.map((file) => (
                <FileView key={file.fileId} file={file} />
              ))}
            </div>
          </>
        )}
        <FieldMark value={returning === 'assessment' ? tickAt : undefined}>
          {assessment ? (
            <Show of={standard}>
              {(found) => (
                <AssessmentView
                  standard={found}
                  assessment={assessment}
                  evidence={evidence.data?.items ?? []}
                  returned={returned}
                />
              )}
            </Show>
          ) : (
            <Empty title={cases.notAssessed} help={cases.notAssessedHelp} />
          )}
        </FieldMark>
      </section>
    </div>
  );
}

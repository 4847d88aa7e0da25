import { useContext } from 'react';
import type { ApplicationForm } from '#domain/applications';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import { FieldMark } from './field-mark.ts';
import { type formFields, formTexts, shortFields } from './form-fields.ts';
import './paper.css';

/** What was returned, as `Application.returned` holds it: the fields by their path. */
export type ReturnedFields = { readonly fields: readonly { readonly path: string; readonly reason: string }[] };

/** As much of a form as one may see: a blind reviewer's has no contacts. */
export type SeenForm = { readonly [Field in keyof ApplicationForm]?: ApplicationForm[Field] | undefined };

type FormViewProps = {
  /** What is missing altogether is not shown. */
  readonly form: SeenForm;
  readonly returned?: ReturnedFields | undefined;
};

/** An application form to be read, in the page or on paper; what was returned is marked where it stands. */
export function FormView({ form, returned }: FormViewProps) {
  const tell = useTell();
  const told = (field: (typeof shortFields)[number]): string | undefined =>
    field === 'members' && form.members !== undefined ? tell(paper.people(form.members)) : form[field]?.toString();
  return (
    <div>
      {formTexts
        .filter((field) => field in form)
        .map((field) => (
          <Field key={field} field={field} text={form[field]} returned={returned} />
        ))}
      <div className="paper-short">
        {shortFields
          .filter((field) => field in form)
          .map((field) => (
            <Field key={field} field={field} text={told(field)} returned={returned} />
          ))}
      </div>
      <ReturnedNote path="evidence" returned={returned} />
    </div>
  );
}

type FieldProps = {
  readonly field: (typeof formFields)[number];
  readonly text: string | undefined;
  readonly returned: ReturnedFields | undefined;
};

function Field({ field, text = '', returned }: FieldProps) {
  const tell = useTell();
  return (
    <section className="paper-field">
      <h3>{tell(paper[field])}</h3>
      <ReturnedNote path={field} returned={returned} />
      {text.trim() === '' ? (
        <p className="paper-text quiet">{tell(paper.notFilled)}</p>
      ) : (
        <p className="paper-text">{text}</p>
      )}
    </section>
  );
}

/** Why the field at that path has to be corrected, if it has. */
export function ReturnedNote({
  path,
  returned,
}: {
  readonly path: string;
  readonly returned: ReturnedFields | undefined;
}) {
  const tell = useTell();
  const mark = useContext(FieldMark);
  return (
    <>
      {returned?.fields
        .filter((field) => field.path === path)
        .map(({ reason }) => (
          <p key={reason} className="paper-returned">
            {tell(paper.returnedField(reason))}
          </p>
        ))}
      {mark?.(path)}
    </>
  );
}

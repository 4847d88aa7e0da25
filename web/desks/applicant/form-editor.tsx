import { Form } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useRead } from '#web/api/queries.ts';
import { Conflicts } from '#web/drafts/conflicts.tsx';
import type { DraftDesk } from '#web/drafts/desk.ts';
import type { Fields } from '#web/drafts/fields.ts';
import { SaveLine } from '#web/drafts/save-line.tsx';
import { useDraft, useDraftState } from '#web/drafts/use-draft.ts';
import { formTexts, shortFields } from '#web/kit/form-fields.ts';
import { type ReturnedFields, ReturnedNote } from '#web/kit/form-view.tsx';
import { Trouble, Waiting } from '#web/kit/states.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import { Evidence } from '#web/uploads/evidence.tsx';
import type { CaseView } from './case-page.tsx';
import { fieldName } from './field-name.ts';
import { formDraft, formOf, missingIn } from './form-draft.ts';
import { FormField } from './form-field.tsx';
import { FormSubmit } from './form-submit.tsx';
import { contactFields, offeredTo } from './registered-contact.ts';
import './applicant.css';

type Application = CaseView['application'];

/** The form while it is written: it saves by itself. */
export function FormEditor({ application }: { readonly application: Application }) {
  const { desk, error, retry } = useDraft(formDraft(application.applicationId));
  if (desk) return <Editor desk={desk} application={application} />;
  return error === undefined ? <Waiting /> : <Trouble error={error} retry={retry} />;
}

function Editor({ desk, application }: { readonly desk: DraftDesk; readonly application: Application }) {
  const tell = useTell();
  const [isTried, setTried] = useState(false);
  const returned: ReturnedFields | undefined = application.status === 'returned' ? application.returned : undefined;
  const label = (path: string): string => tell(fieldName(path));
  const registered = useRegisteredContact(desk, application);
  const shared = { desk, returned, isTried, registered };
  return (
    <>
      <FormHead desk={desk} label={label} />
      <Conflicts desk={desk} label={label} />
      <Form layout="vertical" component="div">
        <section className="card form-section" id="section-substance" aria-label={tell(applicant.substance)}>
          <h2>{tell(applicant.substance)}</h2>
          {formTexts.map((field) => (
            <FormField key={field} field={field} {...shared} />
          ))}
        </section>
        <section className="card form-section" id="section-contacts" aria-label={tell(applicant.contacts)}>
          <h2>{tell(applicant.contacts)}</h2>
          {shortFields.map((field) => (
            <FormField key={field} field={field} {...shared} />
          ))}
        </section>
      </Form>
      <section className="card form-section" id="section-evidence" aria-label={tell(applicant.evidenceTitle)}>
        <h2>{tell(applicant.evidenceTitle)}</h2>
        <ReturnedNote path="evidence" returned={returned} />
        <Evidence applicationId={application.applicationId} label={tell(paper.evidence)} editable />
      </section>
      <FormSubmit desk={desk} application={application} tried={() => setTried(true)} />
    </>
  );
}

/** Whom the unit's registration names, put into a form that nobody has written in yet. */
function useRegisteredContact(desk: DraftDesk, { status, organizationId }: Application): Fields | undefined {
  const own = useRead('/me/organizations', {});
  const unit = own.data?.items.find((each) => each.organizationId === organizationId);
  const registered = useMemo(() => unit && contactFields(unit.contact), [unit]);
  useEffect(() => {
    if (registered && status === 'draft') desk.set(offeredTo(desk.draft(), registered));
  }, [desk, registered, status]);
  return registered;
}

/** Where what was written is, how much is still missing, and the way to each section; stays in sight. */
function FormHead({ desk, label }: { readonly desk: DraftDesk; readonly label: (path: string) => string }) {
  const tell = useTell();
  const { mine } = useDraftState(desk);
  const form = formOf(mine);
  const missing = missingIn(form);
  const isOpen = (fields: readonly string[]): boolean => missing.some((field) => fields.includes(field));
  const sections = [
    { id: 'section-substance', name: applicant.substance, open: isOpen(formTexts) },
    { id: 'section-contacts', name: applicant.contacts, open: isOpen(['contactName', 'contactPhone']) },
    { id: 'section-evidence', name: applicant.evidenceTitle, open: undefined },
  ];
  return (
    <div className="form-sections">
      <SaveLine desk={desk} label={label} />
      <nav aria-label={tell(applicant.sections)}>
        <ol>
          {sections.map(({ id, name, open }) => (
            <li key={id}>
              <a href={`#${id}`}>{tell(name)}</a>
              {open !== undefined && (
                <span className="quiet"> {tell(open ? applicant.pointOpen : applicant.pointDone)}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}

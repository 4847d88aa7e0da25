import { Form, Input } from 'antd';
import { reportParts } from '#domain/assessments';
import type { DraftDesk } from '#web/drafts/desk.ts';
import { useField } from '#web/drafts/use-draft.ts';
import { ReturnedNote } from '#web/kit/form-view.tsx';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import { partPath, type ReportPart, reportLimits } from './assessment-draft.ts';
import type { CaseView } from './case-page.tsx';
import { lengthOf } from './form-draft.ts';
import { useHeld } from './form-field.tsx';
import { TextCount } from './text-count.tsx';

type Props = { readonly desk: DraftDesk; readonly application: CaseView['application'] };

/** The self-report in its five parts. */
export function ReportEditor({ desk, application }: Props) {
  const tell = useTell();
  return (
    <section className="card" aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1} style={{ marginBottom: 12 }}>
        {tell(paper.reportTitle)}
      </h2>
      <Form layout="vertical" component="div">
        {reportParts.map((part) => (
          <Part key={part} desk={desk} part={part} application={application} />
        ))}
      </Form>
    </section>
  );
}

function Part({ desk, part, application }: Props & { readonly part: ReportPart }) {
  const tell = useTell();
  const path = partPath(part);
  const [value = '', set] = useField(desk, path);
  const held = useHeld(desk, path);
  const returned = application.status === 'supplementing' ? application.returned : undefined;
  return (
    <Form.Item
      label={tell(paper.report[part])}
      htmlFor={`report-${part}`}
      required
      {...(held && { validateStatus: 'error' as const, help: held })}
      extra={<TextCount length={lengthOf(value)} limit={reportLimits[part]} />}
    >
      <ReturnedNote path={path} returned={returned} />
      <Input.TextArea
        id={`report-${part}`}
        autoSize={{ minRows: 5, maxRows: 24 }}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </Form.Item>
  );
}

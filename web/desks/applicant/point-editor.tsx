import { Form, Input, Radio } from 'antd';
import { formatMark } from '#domain/marks';
import type { ObservationPoint } from '#domain/standards';
import type { DraftDesk } from '#web/drafts/desk.ts';
import { useField } from '#web/drafts/use-draft.ts';
import { type ReturnedFields, ReturnedNote } from '#web/kit/form-view.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import { Evidence } from '#web/uploads/evidence.tsx';
import { justificationLimit, justificationPath, scorePath } from './assessment-draft.ts';
import type { CaseView } from './case-page.tsx';
import { lengthOf } from './form-draft.ts';
import { useHeld } from './form-field.tsx';
import { PointRule } from './point-rule.tsx';
import { TextCount } from './text-count.tsx';

type Props = {
  readonly desk: DraftDesk;
  readonly point: ObservationPoint;
  readonly application: CaseView['application'];
};

/** One observation point: what the standard says, the score by its rule, why, and the evidence. */
export function PointEditor({ desk, point, application }: Props) {
  const tell = useTell();
  const { pointId, name, description } = point;
  const returned = application.status === 'supplementing' ? application.returned : undefined;
  return (
    <section className="card" aria-labelledby="point-title">
      <h2 id="point-title" tabIndex={-1}>
        {pointId} {name}
      </h2>
      <p className="quiet row">
        <span className="figures">{tell(paper.fullMarks(formatMark(point.fullMarks)))}</span>
        <span>{tell(applicant.methods[point.method])}</span>
        {point.veto && <span>{tell(applicant.veto)}</span>}
      </p>
      {description && <p>{description}</p>}
      <PointRule point={point} />
      <ReturnedNote path={`points.${pointId}`} returned={returned} />
      <Form layout="vertical" component="div">
        <Score desk={desk} point={point} returned={returned} />
        <Justification desk={desk} pointId={pointId} returned={returned} />
      </Form>
      <h3 style={{ marginBottom: 8 }}>
        {tell(paper.evidence)}
        {point.evidenceRequired && <span className="quiet"> {tell(applicant.evidenceRequired)}</span>}
      </h3>
      <ReturnedNote path={`points.${pointId}.evidence`} returned={returned} />
      <Evidence applicationId={application.applicationId} pointId={pointId} label={`${pointId} ${name}`} editable />
    </section>
  );
}

type Returned = { readonly returned: ReturnedFields | undefined };

function Score({ desk, point, returned }: Omit<Props, 'application'> & Returned) {
  const tell = useTell();
  const path = scorePath(point.pointId);
  const [value = '', set] = useField(desk, path);
  const held = useHeld(desk, path);
  const full = formatMark(point.fullMarks);
  return (
    <Form.Item
      label={tell(applicant.score)}
      htmlFor="point-score"
      required
      {...(held && { validateStatus: 'error' as const, help: held })}
      {...(point.rule.kind !== 'yes-no' && { extra: tell(applicant.scoreHelp(full)) })}
    >
      <ReturnedNote path={path} returned={returned} />
      {point.rule.kind === 'yes-no' ? (
        <Radio.Group
          id="point-score"
          aria-label={tell(applicant.score)}
          value={value === '' ? undefined : Number(value) === 0 ? '0.00' : full}
          onChange={({ target }) => set(String(target.value))}
          options={[
            { value: full, label: tell(applicant.yes(full)) },
            { value: '0.00', label: tell(applicant.no) },
          ]}
        />
      ) : (
        <Input
          id="point-score"
          className="figures"
          style={{ width: 160 }}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </Form.Item>
  );
}

function Justification({ desk, pointId, returned }: { desk: DraftDesk; pointId: string } & Returned) {
  const tell = useTell();
  const path = justificationPath(pointId);
  const [value = '', set] = useField(desk, path);
  const held = useHeld(desk, path);
  return (
    <Form.Item
      label={tell(applicant.justification)}
      htmlFor="point-justification"
      required
      {...(held && { validateStatus: 'error' as const, help: held })}
      extra={<TextCount length={lengthOf(value)} limit={justificationLimit} />}
    >
      <ReturnedNote path={path} returned={returned} />
      <Input.TextArea
        id="point-justification"
        autoSize={{ minRows: 4, maxRows: 16 }}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </Form.Item>
  );
}

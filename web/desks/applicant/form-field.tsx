import { Form, Input, InputNumber } from 'antd';
import type { DraftDesk } from '#web/drafts/desk.ts';
import { type Fields, same, type Value } from '#web/drafts/fields.ts';
import { useDraftState, useField } from '#web/drafts/use-draft.ts';
import { type ReturnedFields, ReturnedNote } from '#web/kit/form-view.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import { type FieldName, isRequired, lengthOf, limits, pathOf } from './form-draft.ts';
import { TextCount } from './text-count.tsx';

export type FieldProps = {
  readonly desk: DraftDesk;
  readonly field: FieldName;
  readonly returned: ReturnedFields | undefined;
  /** A submission was tried: what is missing is marked. */
  readonly isTried: boolean;
  /** What the unit's registration says, by the fields' paths. */
  readonly registered?: Fields | undefined;
};

export const inputId = (field: FieldName): string => `form-${field}`;

/** Why the server does not take what stands in a field now. */
export function useHeld(desk: DraftDesk, path: string): string | undefined {
  const tell = useTell();
  const { held, mine } = useDraftState(desk);
  const found = held[path];
  return found && same(found.value, mine[path]) ? tell(found.words) : undefined;
}

/** One field of the form: label, what was asked when it was returned, how much is written, what is wrong with it. */
export function FormField({ desk, field, returned, isTried, registered }: FieldProps) {
  const tell = useTell();
  const [value] = useField<string | number>(desk, pathOf(field));
  const held = useHeld(desk, pathOf(field));
  const isMissing = isTried && isRequired(field) && String(value ?? '').trim() === '';
  const error = held ?? (isMissing ? tell(applicant.fieldRequired) : undefined);
  return (
    <Form.Item
      label={tell(paper[field])}
      htmlFor={inputId(field)}
      required={isRequired(field)}
      tooltip={undefined}
      {...(error && { validateStatus: 'error' as const, help: error })}
      extra={<Hint field={field} text={String(value ?? '')} registered={registered?.[pathOf(field)]} />}
    >
      <ReturnedNote path={field} returned={returned} />
      <Control desk={desk} field={field} />
    </Form.Item>
  );
}

type HintProps = { readonly field: FieldName; readonly text: string; readonly registered: Value };

function Hint({ field, text, registered }: HintProps) {
  const tell = useTell();
  const limit = field === 'members' ? undefined : limits[field];
  return (
    <span id={`${inputId(field)}-hint`} className="row spread" style={{ gap: '0 16px' }}>
      <span>{tell(text !== '' && text === registered ? applicant.fromRegistration : applicant.formHelp[field])}</span>
      {limit !== undefined && <TextCount length={lengthOf(text)} limit={limit} />}
    </span>
  );
}

function Control({ desk, field }: { readonly desk: DraftDesk; readonly field: FieldName }) {
  const [value, set] = useField<string | number>(desk, pathOf(field));
  const common = {
    id: inputId(field),
    'aria-describedby': `${inputId(field)}-hint`,
    'aria-required': isRequired(field),
  } as const;
  if (field === 'members') {
    return (
      <InputNumber
        {...common}
        value={typeof value === 'number' ? value : null}
        precision={0}
        inputMode="numeric"
        style={{ width: 200 }}
        onChange={(next) => set(next ?? undefined)}
      />
    );
  }
  const text = String(value ?? '');
  if (field === 'contactName' || field === 'contactPhone') {
    return (
      <Input
        {...common}
        value={text}
        type={field === 'contactPhone' ? 'tel' : 'text'}
        autoComplete={field === 'contactPhone' ? 'tel' : 'name'}
        onChange={({ target }) => set(target.value)}
      />
    );
  }
  return (
    <Input.TextArea
      {...common}
      value={text}
      autoSize={{ minRows: 6, maxRows: 24 }}
      onChange={({ target }) => set(target.value)}
    />
  );
}

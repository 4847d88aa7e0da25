import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { Problem } from '#web/api/problem.ts';
import { useTell } from '#web/messages/language.tsx';
import { fieldName } from './field-name.ts';

/** What the server says of single fields stands at these fields; the whole of it is told above the button. */
export function useFieldErrors(form: FormInstance, error: unknown): void {
  const tell = useTell();
  useEffect(() => {
    if (!(error instanceof Problem)) return;
    form.setFields(error.fields.map((field) => ({ name: fieldName(field.path), errors: [tell(field)] })));
  }, [form, error, tell]);
}

import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { useTell } from '#web/messages/language.tsx';
import { showProblem } from './form-rules.ts';

/** What the server says of single fields stands at these fields; the whole of it is told beside the button. */
export function useFieldErrors(form: FormInstance, error: unknown): void {
  const tell = useTell();
  useEffect(() => {
    showProblem(form, error, tell);
  }, [form, error, tell]);
}

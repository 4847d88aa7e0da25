import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useLanguage } from '#web/messages/language.tsx';

/** What is wrong with a field is told anew when the language changes; what only the server knows stays as it was told. */
export function useErrorsInLanguage(form: FormInstance): void {
  const { language } = useLanguage();
  const toldIn = useRef(language);
  useEffect(() => {
    if (toldIn.current === language) return;
    toldIn.current = language;
    void tellAnew(form);
  }, [form, language]);
}

async function tellAnew(form: FormInstance): Promise<void> {
  const wrong = form.getFieldsError().filter(({ errors }) => errors.length > 0);
  if (wrong.length === 0) return;
  await form.validateFields(wrong.map(({ name }) => name)).catch(() => undefined);
  form.setFields(wrong.filter(({ name }) => form.getFieldError(name).length === 0));
}

import { type ApplicationForm, requiredFormFields } from '#domain/applications';
import { ask } from '#web/api/client.ts';
import type { Fields, Kept, Value } from '#web/drafts/fields.ts';
import type { DraftOptions } from '#web/drafts/use-draft.ts';
import { formFields } from '#web/kit/form-fields.ts';
import type { SeenForm } from '#web/kit/form-view.tsx';

export type FieldName = keyof ApplicationForm;

/** How many characters a text may have, as `ApplicationForm` says. */
export const limits = {
  profile: 2000,
  practices: 3000,
  results: 3000,
  features: 1000,
  contactName: 40,
  contactPhone: 30,
} as const satisfies Partial<Record<FieldName, number>>;

/** The name of a field in the draft: the API's own path, as its problems tell it. */
export const pathOf = (field: FieldName): string => `form.${field}`;

export const isRequired = (field: FieldName): boolean => requiredFormFields.some((each) => each === field);

/** Characters as a person counts them: 𠮷 is one. */
export const lengthOf = (text: string): number => [...text].length;

const textOf = (value: Value): string => (typeof value === 'string' ? value : '');

export const fieldsOf = (form: SeenForm): Fields =>
  Object.fromEntries(formFields.map((field) => [pathOf(field), form[field]]));

export function formOf(fields: Fields): ApplicationForm {
  const text = (field: FieldName): string => textOf(fields[pathOf(field)]);
  const members = fields[pathOf('members')];
  return {
    profile: text('profile'),
    practices: text('practices'),
    results: text('results'),
    features: text('features'),
    ...(typeof members === 'number' && { members }),
    contactName: text('contactName'),
    contactPhone: text('contactPhone'),
  };
}

/** The required fields that are still empty. */
export const missingIn = (form: ApplicationForm): FieldName[] =>
  requiredFormFields.filter((field) => form[field].trim() === '');

async function read(applicationId: string): Promise<Kept> {
  const { form = {}, formVersion = 0 } = await ask('get', '/applications/{applicationId}', { applicationId });
  return { version: formVersion, fields: fieldsOf(form) };
}

/** The application form as a draft. */
export const formDraft = (applicationId: string): DraftOptions => ({
  document: `application/${applicationId}/form`,
  read: () => read(applicationId),
  async write({ version, fields }, options) {
    const input = { applicationId, version, form: formOf(fields) };
    const saved = await ask('put', '/applications/{applicationId}/form', input, options);
    return { version: saved.version };
  },
});

import type { ApplicationForm } from '#domain/applications';

/** The fields of the application form (申报表) in the order in which they stand: the texts first. */
export const formTexts = ['profile', 'practices', 'results', 'features'] as const;
export const shortFields = ['members', 'contactName', 'contactPhone'] as const;
export const formFields = [...formTexts, ...shortFields] as const satisfies readonly (keyof ApplicationForm)[];

/** What of a form can be returned: its fields, and the papers with it. */
export const returnable = [...formFields, 'evidence'] as const;

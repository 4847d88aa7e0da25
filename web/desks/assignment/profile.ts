import type { Reviewer } from '#domain/reviews';
import type { InputOf } from '#web/api/client.ts';

export type ProfileInput = InputOf<'post', '/reviewers'>;

type Text = string | undefined;
type Unit = { readonly name?: Text; readonly creditCode?: Text };
type Apart = {
  readonly organizationId?: Text;
  readonly organizationName?: Text;
  readonly creditCode?: Text;
  readonly reason?: Text;
};

/** What the form of an expert holds while it is filled in; fields stand where the API has them. */
export type ProfileValues = {
  readonly reviewerId?: string | undefined;
  readonly name?: string | undefined;
  readonly organizationName?: string | undefined;
  readonly organizationCode?: string | undefined;
  readonly formerOrganizations?: readonly (Unit & { readonly until?: Text })[] | undefined;
  readonly thirdParty?: Unit | undefined;
  readonly recommender?: string | undefined;
  readonly categoryIds?: readonly string[] | undefined;
  readonly areaIds?: readonly string[] | undefined;
  readonly expertise?: readonly string[] | undefined;
  readonly maximumLoad?: number | null | undefined;
  readonly outside?: boolean | undefined;
  readonly available?: boolean | undefined;
  readonly availableFrom?: string | undefined;
  readonly availableUntil?: string | undefined;
  readonly keepApart?: readonly Apart[] | undefined;
};

/** An entry of the pool as the form shows it. */
export const valuesOf = (reviewer: Reviewer): ProfileValues => {
  const { conflicts, ...rest } = reviewer;
  return {
    ...rest,
    formerOrganizations: reviewer.formerOrganizations ?? [],
    keepApart: conflicts.filter(({ source }) => source === 'keep-apart').map(({ source: _, ...unit }) => unit),
  };
};

type Filled<Name extends string> = { readonly [Key in Name]?: string };

/** The text of a field unless it was left empty. */
const filled = <Name extends string>(name: Name, text: string | undefined): Filled<Name> =>
  (text?.trim() ? { [name]: text.trim() } : {}) as Filled<Name>; // the one member that was named, or none

/** What the form says as the API takes it: empty fields are not sent, the server names those that must not be. */
export const profileOf = (reviewerId: string, values: ProfileValues): ProfileInput => ({
  reviewerId,
  name: values.name ?? '',
  organizationName: values.organizationName ?? '',
  ...filled('organizationCode', values.organizationCode),
  formerOrganizations: (values.formerOrganizations ?? []).map(({ name = '', creditCode, until }) => ({
    name,
    ...filled('creditCode', creditCode),
    ...filled('until', until),
  })),
  ...(values.thirdParty?.name?.trim() && {
    thirdParty: { name: values.thirdParty.name.trim(), ...filled('creditCode', values.thirdParty.creditCode) },
  }),
  ...filled('recommender', values.recommender),
  categoryIds: [...(values.categoryIds ?? [])],
  areaIds: [...(values.areaIds ?? [])],
  expertise: [...(values.expertise ?? [])],
  maximumLoad: values.maximumLoad ?? 0,
  outside: values.outside ?? false,
  available: values.available ?? true,
  ...filled('availableFrom', values.availableFrom),
  ...filled('availableUntil', values.availableUntil),
  keepApart: (values.keepApart ?? []).map(({ organizationId, organizationName, creditCode, reason = '' }) => ({
    ...filled('organizationId', organizationId),
    ...filled('organizationName', organizationName),
    ...filled('creditCode', creditCode),
    reason,
  })),
});

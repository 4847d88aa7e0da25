import type { PlanState } from './state.ts';

export const steps = ['basics', 'categories', 'quotas', 'rules', 'dates', 'check'] as const;
export type Step = (typeof steps)[number];

/** Where a problem is shown: the step, and the field of the form by its path in the wizard's state. */
export type Place = { readonly step: Step; readonly field: string };

const basics = ['title', 'year', 'nature', 'basis', 'issuer', 'issuerCode'];
const dates = ['windows', 'publicity', 'correctionDays'];
const fieldsOfBasis: Readonly<Record<string, string>> = {
  'basis.title': 'basisTitle',
  'basis.documentNumber': 'basisNumber',
  basis: 'basisTitle',
};

function inCategory(at: number, rest: string, { categories }: Pick<PlanState, 'categories'>): Place {
  const [head = ''] = rest.split('.');
  if (['', 'categoryId'].includes(head)) return { step: 'categories', field: `categories.${at}` };
  if (head === 'standardId' || head === 'standardVersion') {
    return { step: 'categories', field: `categories.${at}.standard` };
  }
  if (head === 'tieIndicator') return { step: 'categories', field: `categories.${at}.tieIndicator` };
  if (head === 'quota') return { step: 'quotas', field: `categories.${at}.${quotaField(rest)}` };
  if (head === 'groupRules') return { step: 'rules', field: 'outsideExperts' };
  const field = rest.replace(/^panelRule\./, '').replace(/^tieChain.*/, 'ties');
  return { step: 'rules', field: categories[at]?.own ? `categories.${at}.own.${field}` : `rules.${field}` };
}

/** `quota.total` is the form's `seats`; what is wrong with all seats together stands there too. */
function quotaField(path: string): string {
  const rest = path.replace(/^quota\.?/, '');
  if (rest.startsWith('byRecommender.')) return rest.replace('byRecommender.', 'recommenders.');
  if (rest.startsWith('byRecommender')) return 'recommenders';
  if (rest.startsWith('areas')) return rest;
  return 'seats';
}

/** The place of a problem of the plan, `categories.0.weights`, in the wizard. */
export function placeOf(path: string, state: Pick<PlanState, 'categories'>): Place {
  const [head = '', second = '', ...rest] = path.split('.');
  if (head === 'categories') {
    if (second === '') return { step: 'categories', field: 'categories' };
    return inCategory(Number(second), rest.join('.'), state);
  }
  if (basics.includes(head)) return { step: 'basics', field: fieldsOfBasis[path] ?? head };
  if (path === 'windows.publicityOn') return { step: 'dates', field: 'publicityOn' };
  if (dates.includes(head)) return { step: 'dates', field: path };
  if (head === 'drawAim') return { step: 'rules', field: 'worstServed' };
  return { step: 'rules', field: head };
}

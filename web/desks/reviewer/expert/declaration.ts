import type { InputOf } from '#web/api/client.ts';
import type { Expert } from '../expert-page.tsx';

type Input = InputOf<'put', '/reviewers/{reviewerId}/declaration'>;

export type UnitRow = { readonly organizationName?: string; readonly creditCode?: string; readonly reason?: string };

/** The declaration as its form holds it: days as `2026-06-22`. */
export type Declaration = {
  readonly available: boolean;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly units: readonly UnitRow[];
};

/** What the expert declared; what the office set is not theirs to change, and what is named by id keeps it. */
export const declarationOf = ({ available, availableFrom, availableUntil, conflicts }: Expert): Declaration => ({
  available,
  from: availableFrom,
  until: availableUntil,
  units: conflicts
    .filter(({ source, organizationId }) => source === 'declared' && organizationId === undefined)
    .map(({ organizationName, creditCode, reason }) => ({
      reason,
      ...(organizationName !== undefined && { organizationName }),
      ...(creditCode !== undefined && { creditCode }),
    })),
});

const filled = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
};

/** What is sent: the whole declaration, with the units that the form does not show. */
export function inputOf(expert: Expert, { available, from, until, units }: Declaration): Input {
  const byId = expert.conflicts
    .filter(({ source, organizationId }) => source === 'declared' && organizationId !== undefined)
    .map(({ source: _, ...unit }) => unit);
  const named = units.map(({ organizationName, creditCode, reason = '' }) => {
    const [name, code] = [filled(organizationName), filled(creditCode)];
    return {
      reason: reason.trim(),
      ...(name !== undefined && { organizationName: name }),
      ...(code !== undefined && { creditCode: code.toUpperCase() }),
    };
  });
  return {
    reviewerId: expert.reviewerId,
    version: expert.version,
    available,
    ...(from && { availableFrom: from }),
    ...(until && { availableUntil: until }),
    conflicts: [...byId, ...named],
  };
}

/** The form's field for a problem's path, where it is one of the form's: `conflicts.2.creditCode`. */
export function fieldFor(expert: Expert, path: string): (string | number)[] | undefined {
  const before = expert.conflicts.filter(
    ({ source, organizationId }) => source === 'declared' && organizationId !== undefined,
  ).length;
  const unit = /^conflicts\.(\d+)\.(organizationName|creditCode|reason)$/.exec(path);
  if (unit) return ['units', Number(unit[1]) - before, unit[2] ?? ''];
  return { available: ['available'], availableFrom: ['from'], availableUntil: ['until'] }[path];
}

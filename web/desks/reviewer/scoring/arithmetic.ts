import { formatMark } from '#domain/marks';
import type { ObservationPoint } from '#domain/standards';
import { type Entry, readEntry } from './entry.ts';

/** How the rule comes to the mark, in figures: `7.00 − 3.00 × 1 = 4.00`; undefined where the mark was typed. */
export function arithmeticOf(point: ObservationPoint, entry: Entry): string | undefined {
  const { mark } = readEntry(point, entry);
  const { rule, fullMarks } = point;
  const { found, part, whole } = entry.given ?? {};
  if (mark === undefined) return undefined;
  if (rule.kind === 'deduction' && found) {
    const less = found.map(({ item, count }) => ` − ${formatMark(rule.items[item]?.marks ?? 0)} × ${count}`);
    return `${formatMark(fullMarks)}${less.join('')} = ${formatMark(mark)}`;
  }
  if (rule.kind === 'ratio' && part !== undefined && whole !== undefined) {
    const share = `${part} ÷ ${whole} ÷ ${rule.fullAtPercent}%`;
    return part * 100 >= whole * rule.fullAtPercent
      ? `${share} ≥ 1 → ${formatMark(mark)}`
      : `${formatMark(fullMarks)} × ${share} = ${formatMark(mark)}`;
  }
  return undefined;
}

/** Whether the deductions come to more than there is. */
export function isFloored({ rule, fullMarks }: ObservationPoint, { given }: Entry): boolean {
  if (rule.kind !== 'deduction') return false;
  const less = (given?.found ?? []).reduce((sum, { item, count }) => sum + (rule.items[item]?.marks ?? 0) * count, 0);
  return less > fullMarks;
}

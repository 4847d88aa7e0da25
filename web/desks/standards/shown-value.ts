import { formatMark } from '#domain/marks';
import type { MarkingRule } from '#domain/standards';
import type { Tell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';

function shownRule(tell: Tell, rule: MarkingRule): string {
  const kind = tell(m.rules[rule.kind]);
  if (rule.kind === 'levels') {
    const levels = rule.levels.map(
      ({ label, marks, descriptor }) => `${label} ${formatMark(marks)}${descriptor ? ` ${descriptor}` : ''}`,
    );
    return `${kind} ${levels.join(' / ')}`;
  }
  if (rule.kind === 'deduction') {
    return `${kind} ${rule.items.map(({ label, marks }) => `${label} −${formatMark(marks)}`).join(' / ')}`;
  }
  return rule.kind === 'ratio' ? `${kind} ${rule.fullAtPercent}%` : kind;
}

/** A field's value as a comparison tells it. */
export function shownValue(tell: Tell, field: string, value: unknown): string {
  if (field === 'fullMarks' && typeof value === 'number') return formatMark(value);
  if (typeof value === 'boolean') return tell(value ? m.yes : m.no);
  if (field === 'method') return tell(m.methods[value as keyof typeof m.methods]);
  if (field === 'rule') return shownRule(tell, value as MarkingRule); // the API's own schema has it so
  if (Array.isArray(value)) return value.join(' / ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

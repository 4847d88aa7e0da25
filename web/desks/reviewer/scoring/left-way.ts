import type { Assignment } from '#domain/reviews';

/** How a reviewer came to leave: by their own recusal, for being late, by a redraw, or by the office. */
export function leftWayOf({
  status,
  reason,
}: Pick<Assignment, 'status' | 'reason'>): 'recused' | 'overdue' | 'redraw' | 'reassigned' {
  if (status === 'recused') return 'recused';
  if (reason === 'overdue') return 'overdue';
  return /^redraw \d+$/.test(reason ?? '') ? 'redraw' : 'reassigned';
}

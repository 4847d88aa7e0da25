type Seat = {
  readonly assignmentId: string;
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly status: string;
  readonly reason?: string | undefined;
  readonly replaces?: string | undefined;
  readonly role?: 'arbiter' | undefined;
};

type Visit = {
  readonly reviewerId: string;
  readonly status: 'asked' | 'submitted' | 'withdrawn';
  readonly reason?: string | undefined;
};

/** A visitor's place in the same shape; who took whose is not kept of a site team. */
export const visitSeatOf = ({ reviewerId, status, reason }: Visit): Seat => ({
  ...{ assignmentId: reviewerId, reviewerId, reviewerName: '', reason },
  status: status === 'withdrawn' ? 'reassigned' : status,
});

export type SinceDrawn =
  | { readonly kind: 'left'; readonly reason: string | undefined; readonly successor: string | undefined }
  | { readonly kind: 'came'; readonly predecessor: string | undefined; readonly isArbiter: boolean };

/** What became of a pair after the draw that is asked about; nothing where it is as drawn. */
export function sinceDrawnOf(seats: readonly Seat[], reviewerId: string, wasDrawn: boolean): SinceDrawn | undefined {
  const seat = seats.find((each) => each.reviewerId === reviewerId);
  if (!seat) return undefined;
  if (seat.status === 'recused' || seat.status === 'reassigned') {
    const successor = seats.find(({ replaces }) => replaces === seat.assignmentId);
    return { kind: 'left', reason: seat.reason, successor: successor?.reviewerName };
  }
  if (wasDrawn) return undefined;
  const before = seats.find(({ assignmentId }) => assignmentId === seat.replaces);
  return { kind: 'came', predecessor: before?.reviewerName, isArbiter: seat.role === 'arbiter' };
}

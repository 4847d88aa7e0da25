import { Button } from 'antd';
import { assignmentTransitions, isRoundClosed } from '#domain/reviews';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Doing, Seat } from './case-panel.tsx';
import type { OfCase } from './case-review.tsx';

type Props = {
  readonly of: OfCase;
  readonly seat: Seat;
  readonly hasVacancy: boolean;
  readonly begin: (doing: Doing) => void;
};

/** What the office may do with a seat now, by the same table of transitions as the server. */
export function SeatActs({ of: { mayAct, isOpen, cycle }, seat, hasVacancy, begin }: Props) {
  const tell = useTell();
  const consequence = useConsequence();
  const unlock = useAct('post', '/assignments/{assignmentId}/unlock');
  if (!mayAct) return null;
  const { assignmentId, reviewerName: name, status } = seat;
  const owes = assignmentTransitions.reassign.from.some((from) => from === status);
  const isSubmitted = assignmentTransitions.unlock.from.some((from) => from === status);
  return (
    <div className="row" style={{ gap: 8 }}>
      {isOpen && owes && (
        <>
          <Button size="small" aria-label={tell(m.extendTitle(name))} onClick={() => begin({ act: 'extend', seat })}>
            {tell(m.extend)}
          </Button>
          <Button
            size="small"
            aria-label={tell(m.reassignTitle(name))}
            onClick={() => begin({ act: 'reassign', seat })}
          >
            {tell(m.reassign)}
          </Button>
        </>
      )}
      {isOpen && status === 'recused' && hasVacancy && (
        <Button size="small" aria-label={tell(m.fillTitle(name))} onClick={() => begin({ act: 'reassign', seat })}>
          {tell(m.fill)}
        </Button>
      )}
      {isOpen && isSubmitted && (
        <Button
          size="small"
          aria-label={tell(m.unlockTitle(name))}
          onClick={() =>
            consequence({
              title: tell(m.unlockTitle(name)),
              consequence: tell(m.unlockConsequence),
              verb: tell(m.unlock),
              seal: true,
              reason: tell(m.unlockReason),
              act: (reason) => unlock.mutateAsync({ assignmentId, reason }),
            })
          }
        >
          {tell(m.unlock)}
        </Button>
      )}
      {isRoundClosed(cycle) && isSubmitted && (
        <Button size="small" aria-label={tell(m.rateTitle(name))} onClick={() => begin({ act: 'rate', seat })}>
          {tell(m.rate)}
        </Button>
      )}
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import type { DrawRound } from '#domain/draws';
import { useRead } from '#web/api/queries.ts';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import { sinceDrawnOf, visitSeatOf } from './since-drawn.ts';
import { Why } from './why.tsx';

type Props = {
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly round: DrawRound;
  readonly wasDrawn: boolean;
};

/** The draw is as it was frozen: who has left the panel or the team since, or come to it, is told beside. */
export function Since({ applicationId, reviewerId, round, wasDrawn }: Props) {
  const tell = useTell();
  const isSite = round === 'site';
  const panel = useRead('/applications/{applicationId}/panel', { applicationId }, { when: !isSite });
  const team = useRead('/applications/{applicationId}/site-team', { applicationId }, { when: isSite });
  const seats = isSite ? team.data?.sheets.map(visitSeatOf) : panel.data?.items;
  const since = sinceDrawnOf(seats ?? [], reviewerId, wasDrawn);
  if (!since) return null;
  return (
    <>
      <p>
        <strong>{tell(m.sinceDrawn)}</strong>{' '}
        {since.kind === 'left' ? (
          <>
            {tell(m.leftSince[round])}
            {since.reason && (
              <>
                {tell(m.leftFor)}
                <Why reason={since.reason} />
              </>
            )}
            {tell(since.successor ? m.followedBy(since.successor) : m.followedByNobody)}
          </>
        ) : (
          tell(since.isArbiter ? m.cameAsArbiter : m.cameFor[round](since.predecessor))
        )}
      </p>
      <Link to="/cases/$applicationId/review" params={{ applicationId }}>
        {tell(m.toPanel)}
      </Link>
    </>
  );
}

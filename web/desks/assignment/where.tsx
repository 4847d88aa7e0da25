import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { Cycle } from '#domain/cycles';
import { useRead } from '#web/api/queries.ts';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import { Refused } from './refused.tsx';

const early: readonly Cycle['status'][] = ['draft', 'announced', 'accepting'];

/** Pages of other desks. */
const BOARD: string = '/cycles/$cycleId';
const FAULTS: string = '/faults';

/** When and how the draw is made, as long as it is not. */
export function Where({ cycle: { cycleId, status }, isDrawn }: { readonly cycle: Cycle; readonly isDrawn: boolean }) {
  const tell = useTell();
  if (isDrawn) return null;
  if (early.includes(status)) return <Alert type="info" showIcon title={tell(m.early)} />;
  if (status === 'assessing') {
    return (
      <Alert
        type="info"
        showIcon
        title={tell(m.notYet)}
        description={
          <Link to={BOARD} params={{ cycleId }}>
            {tell(m.toBoard)}
          </Link>
        }
      />
    );
  }
  return status === 'reviewing' ? <Drawing cycleId={cycleId} /> : null;
}

/** While the workflow draws; where it was refused, why, until that is mended and the workflow told to try again. */
function Drawing({ cycleId }: { readonly cycleId: string }) {
  const tell = useTell();
  const { data } = useRead('/faults', {}, { every: 5_000 });
  const refusal = data?.items.find(({ subjectId }) => subjectId === `cycle:${cycleId}`)?.refusal;
  return (
    <>
      <Alert
        type={refusal ? 'warning' : 'info'}
        showIcon
        title={tell(refusal ? m.drawRefused : m.drawing)}
        description={
          <>
            <p>{tell(refusal ? m.drawRetry : m.drawFailed)}</p>
            <Link to={FAULTS}>{tell(m.toFaults)}</Link>
          </>
        }
      />
      {refusal && <Refused refusal={refusal} cycleId={cycleId} />}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { Cycle } from '#domain/cycles';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';

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
  if (status !== 'reviewing') return null;
  return (
    <Alert
      type="info"
      showIcon
      title={tell(m.drawing)}
      description={
        <>
          {tell(m.drawFailed)} <Link to={FAULTS}>{tell(m.toFaults)}</Link>
        </>
      }
    />
  );
}

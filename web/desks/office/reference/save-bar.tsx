import { Alert, Button } from 'antd';
import { isProblem } from '#web/api/problem.ts';
import { Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';

type SaveBarProps = {
  readonly isDirty: boolean;
  readonly isStale: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly save: () => void;
  readonly undo: () => void;
};

/** Whether something is not saved yet, and what to do with it. */
export function SaveBar({ isDirty, isStale, isSaving, error, save, undo }: SaveBarProps) {
  const tell = useTell();
  if (!isDirty) return null;
  if (isStale || isProblem(error, 'StaleVersion')) {
    return (
      <Alert
        type="warning"
        showIcon
        title={tell(reference.stale)}
        action={<Button onClick={undo}>{tell(reference.loadLatest)}</Button>}
      />
    );
  }
  return (
    <div className="stack">
      {error !== null && error !== undefined && <Trouble error={error} />}
      <div className="row">
        <Button type="primary" loading={isSaving} onClick={save}>
          {tell(reference.save)}
        </Button>
        <Button type="text" onClick={undo}>
          {tell(reference.undo)}
        </Button>
        <span className="quiet" aria-live="polite">
          {tell(reference.unsaved)}
        </span>
      </div>
    </div>
  );
}

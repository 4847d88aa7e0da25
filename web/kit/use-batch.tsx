import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Progress } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Problem } from '#web/api/problem.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { table } from '#web/messages/table.ts';
import { type Outcome, runAll } from './batch.ts';

type Batch<Item> = {
  readonly title: string;
  readonly items: readonly Item[];
  readonly nameOf: (item: Item) => string;
  readonly act: (item: Item) => Promise<unknown>;
  readonly inOrder?: boolean;
};
type Run<Item> = Batch<Item> & { readonly outcomes: readonly Outcome<Item>[]; readonly isRunning: boolean };

/** At a time, where the order does not count. */
const PARALLEL = 4;

/**
 * One act for many rows, while it is told how far it came; it can be stopped, and whatever was refused is listed with
 * its reason. `const { start, dialog } = useBatch()`; the dialog goes anywhere into the page.
 */
export function useBatch<Item>() {
  const client = useQueryClient();
  const [run, setRun] = useState<Run<Item>>();
  const stopped = useRef(false);
  const start = async (batch: Batch<Item>): Promise<void> => {
    stopped.current = false;
    setRun({ ...batch, outcomes: [], isRunning: true });
    const outcomes = await runAll(batch.items, {
      act: batch.act,
      parallel: batch.inOrder ? 1 : PARALLEL,
      isStopped: () => stopped.current,
      step: (soFar) => setRun({ ...batch, outcomes: soFar, isRunning: true }),
    });
    setRun({ ...batch, outcomes, isRunning: false });
    await client.invalidateQueries();
  };
  const dialog: ReactNode = run && (
    <BatchDialog
      run={run}
      stop={() => {
        stopped.current = true;
      }}
      close={() => setRun(undefined)}
    />
  );
  return { start, dialog };
}

type DialogProps<Item> = { readonly run: Run<Item>; readonly stop: () => void; readonly close: () => void };

function BatchDialog<Item>({ run, stop, close }: DialogProps<Item>) {
  const tell = useTell();
  const { title, items, outcomes, isRunning, nameOf } = run;
  const refused = outcomes.filter((outcome) => 'error' in outcome);
  useStay(isRunning);
  return (
    <Modal
      open
      title={title}
      closable={!isRunning}
      mask={{ closable: false }}
      keyboard={!isRunning}
      onCancel={close}
      footer={
        isRunning ? (
          <Button onClick={stop}>{tell(table.batchStop)}</Button>
        ) : (
          <Button type="primary" onClick={close}>
            {tell(kit.close)}
          </Button>
        )
      }
    >
      <Progress
        percent={Math.round((outcomes.length / items.length) * 100)}
        status={isRunning ? 'active' : 'normal'}
        aria-label={title}
      />
      <p role="status" className="figures">
        {tell(table.batchProgress(outcomes.length - refused.length, refused.length, items.length - outcomes.length))}
      </p>
      {refused.length > 0 && (
        <>
          <h3>{tell(table.batchRefused)}</h3>
          <ul style={{ maxHeight: 280, overflow: 'auto', paddingInlineStart: 20 }}>
            {refused.map(({ item, error }) => (
              <li key={nameOf(item)}>
                <strong>{nameOf(item)}</strong> <Why error={error} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

function Why({ error }: { readonly error: unknown }) {
  const tell = useTell();
  return <span>{tell(error instanceof Problem ? (error.fields[0] ?? error.words) : kit.unreachable)}</span>;
}

/** Leaving the page in the midst wants a second thought: what was not begun would not be done. */
function useStay(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isRunning]);
}

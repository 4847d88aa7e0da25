import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { isSignedOut, Unreachable } from '#web/api/problem.ts';
import { signIn } from '#web/api/session.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { Trouble } from './states.tsx';

export type Attempts = {
  readonly isBusy: boolean;
  /** Why the last attempt failed. */
  readonly trouble: unknown;
  /** Does it, and resolves to whether it went well. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<boolean>;
  readonly forget: () => void;
};

/** Attempts at something that may be refused, one at a time. */
export function useAttempts(): Attempts {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      setTrouble(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, trouble, attempt, forget: () => setTrouble(undefined) };
}

/** The button that opened the dialog may be gone with what was done: then one goes on at the page's heading. */
function keepPlace(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

type ActDialogProps = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly verb: string;
  /** Acts of consequence are red. */
  readonly seal?: boolean;
  readonly width?: number;
  readonly attempts: Attempts;
  readonly run: () => void;
  readonly close: () => void;
  readonly gone?: () => void;
  /** What was typed is kept while one signs in again. */
  readonly keeps?: boolean;
  /** Whether what is wrong with a field stands at it already. */
  readonly isShown?: (path: string) => boolean;
  readonly children: ReactNode;
};

/** A dialog with one act, which stays open with the trouble if the act fails. */
export function ActDialog(props: ActDialogProps) {
  const { isOpen, title, verb, seal = false, width = 520, run, close, gone, keeps, isShown, children } = props;
  const { isBusy, trouble, forget } = props.attempts;
  const tell = useTell();
  return (
    <Modal
      open={isOpen}
      title={title}
      width={width}
      // A long title stays clear of the cross.
      styles={{ header: { paddingInlineEnd: 32 } }}
      okText={verb}
      cancelText={tell(kit.cancel)}
      okButtonProps={{ danger: seal }}
      confirmLoading={isBusy}
      // What is under way is not called back by closing the dialog, and it must not look so.
      cancelButtonProps={{ disabled: isBusy }}
      closable={!isBusy}
      keyboard={!isBusy}
      mask={{ closable: false }}
      destroyOnHidden
      onOk={run}
      onCancel={close}
      afterClose={() => {
        forget();
        gone?.();
        keepPlace();
      }}
    >
      {children}
      {trouble !== undefined && <Trouble error={trouble} isShown={isShown} />}
      {keeps && isSignedOut(trouble) && <p>{tell(kit.entryKept)}</p>}
      {isSignedOut(trouble) && (
        <Button
          style={{ marginTop: 8 }}
          onClick={() => signIn({ back: location.pathname.replace(/^\/console/, '') + location.search })}
        >
          {tell(kit.signInAgain)}
        </Button>
      )}
      {trouble instanceof Unreachable && <p className="quiet">{tell(kit.maybeDone)}</p>}
    </Modal>
  );
}

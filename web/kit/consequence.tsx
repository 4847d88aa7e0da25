import { Form, Input } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { Problem } from '#web/api/problem.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { ActDialog, useAttempts } from './act-dialog.tsx';
import { useKeptEntry } from './use-kept-entry.ts';

export type Consequence = {
  readonly title: string;
  /** In words: who is told, what cannot be undone; or the document that the act makes. */
  readonly consequence: ReactNode;
  /** The verb on the button: 提交, 退回. */
  readonly verb: string;
  /** Acts of consequence (submit, sign, publish, seal) and destructive ones are red. */
  readonly seal?: boolean;
  /** The act wants a reason, which goes into the record; a text is the field's name. */
  readonly reason?: boolean | string;
  /** Does it; the dialog stays open with the trouble if it fails. */
  readonly act: (reason: string) => Promise<unknown>;
  readonly width?: number;
};

type Ask = (consequence: Consequence) => Promise<boolean>;
type Asked = Consequence & { readonly resolve: (done: boolean) => void };

const ConsequenceContext = createContext<Ask>(() => Promise.resolve(false));

/**
 * The dialog before what cannot be undone: `const ask = useConsequence(); await ask({ title, consequence, verb, act })`
 * resolves to whether it was done.
 */
export const useConsequence = (): Ask => useContext(ConsequenceContext);

const reasonMissing = new Problem({
  code: 'InvalidInput',
  status: 400,
  title: String(kit.reasonWanted.zh),
  titleEn: String(kit.reasonWanted.en),
});

export function ConsequenceProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | undefined>();
  const [isOpen, setOpen] = useState(false);
  const ask = useCallback<Ask>(
    (consequence) =>
      new Promise((resolve) => {
        setAsked({ ...consequence, resolve });
        setOpen(true);
      }),
    [],
  );
  const close = (done: boolean): void => {
    setOpen(false);
    asked?.resolve(done);
  };
  return (
    <ConsequenceContext value={ask}>
      {children}
      {asked && <Dialog asked={asked} isOpen={isOpen} close={close} gone={() => setAsked(undefined)} />}
    </ConsequenceContext>
  );
}

type DialogProps = {
  readonly asked: Asked;
  readonly isOpen: boolean;
  readonly close: (done: boolean) => void;
  readonly gone: () => void;
};

function Dialog({ asked, isOpen, close, gone }: DialogProps) {
  const { title, consequence, verb, seal = false, reason = false, act, width = 520 } = asked;
  const tell = useTell();
  const { left, doing, closing } = useKeptEntry<{ readonly reason: string }>(title);
  const [text, setText] = useState(() => (reason && left()?.reason) || '');
  const attempts = useAttempts();
  const cancel = (): void => {
    if (reason) closing(attempts.trouble);
    close(false);
  };
  const run = async (): Promise<void> => {
    const done = await attempts.attempt(async () => {
      if (!reason) return act('');
      if (text.trim() === '') throw reasonMissing;
      return doing({ reason: text }, () => act(text.trim()));
    });
    if (done) close(true);
  };
  return (
    <ActDialog
      isOpen={isOpen}
      close={cancel}
      keeps={Boolean(reason)}
      {...{ title, verb, seal, width, attempts, run, gone }}
    >
      <div style={{ margin: '8px 0 16px' }}>{consequence}</div>
      {reason && (
        <Form layout="vertical" component="div">
          <Form.Item label={reason === true ? tell(kit.reason) : reason} required htmlFor="consequence-reason">
            <Input.TextArea
              id="consequence-reason"
              autoSize={{ minRows: 3, maxRows: 10 }}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Form.Item>
        </Form>
      )}
    </ActDialog>
  );
}

import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import type { Said } from '#web/messages/say.ts';
import type { RegisterOf } from './page.tsx';
import { readCells } from './read-file.ts';
import { cellsOf, unitsIn } from './rows.ts';

/** Units into the register, from a file or pasted; the server checks every row before it takes any. */
export function ImportUnits({ of, close }: { readonly of: RegisterOf; readonly close: () => void }) {
  const tell = useTell();
  const { message } = App.useApp();
  const file = useRef<HTMLInputElement>(null);
  const areas = useRead('/areas', {});
  const [isOpen, setOpen] = useState(true);
  const [text, setText] = useState('');
  const [mode, setMode] = useState<'replace' | 'append'>('replace');
  const [unreadable, setUnreadable] = useState<Said | undefined>();
  const units = text.trim() === '' ? [] : unitsIn(cellsOf(text), areas.data?.areas ?? []);
  const load = useAct('post', '/register/{year}/{categoryId}', {
    done: (register) => {
      void message.success(tell(reference.unitsImported(register.units)));
      setOpen(false);
    },
  });
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    try {
      setText((await readCells(chosen)).map((row) => row.join('\t')).join('\n'));
      setUnreadable(undefined);
    } catch {
      setUnreadable(reference.unreadable);
    }
  };
  const wrong = unreadable ?? (units ? undefined : reference.noHeader);
  return (
    <Modal
      open={isOpen}
      width={760}
      title={tell(reference.importUnits)}
      okText={tell(reference.importUnitsVerb)}
      cancelText={tell(kit.cancel)}
      okButtonProps={{ disabled: !units || units.length === 0 }}
      confirmLoading={load.isPending}
      mask={{ closable: false }}
      onOk={() => units && load.mutate({ ...of, mode, units })}
      onCancel={() => setOpen(false)}
      afterClose={close}
    >
      <p className="quiet">{tell(reference.importUnitsHelp)}</p>
      <Form layout="vertical" component="div">
        <Form.Item
          label={tell(reference.rows)}
          htmlFor="register-rows"
          {...(wrong
            ? { validateStatus: 'error' as const, help: tell(wrong) }
            : { extra: tell(reference.rowsRead(units?.length ?? 0)) })}
        >
          <Input.TextArea
            id="register-rows"
            autoSize={{ minRows: 6, maxRows: 16 }}
            placeholder={tell(reference.rowsHeader)}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setUnreadable(undefined);
              load.reset();
            }}
          />
        </Form.Item>
        <Form.Item>
          <Button onClick={() => file.current?.click()}>{tell(reference.chooseFile)}</Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".xlsx,.json,.csv,.txt"
            aria-label={tell(reference.chooseFile)}
            onChange={({ target }) => {
              void take(target.files?.[0]);
              target.value = '';
            }}
          />
        </Form.Item>
        <Form.Item label={tell(reference.mode)} htmlFor="register-mode">
          <Radio.Group
            id="register-mode"
            value={mode}
            onChange={({ target }) => setMode(target.value)}
            options={(['replace', 'append'] as const).map((value) => ({ value, label: tell(reference.modes[value]) }))}
          />
        </Form.Item>
      </Form>
      {isProblem(load.error) && load.error.fields.length > 0 ? (
        <RowProblems fields={load.error.fields} />
      ) : (
        load.error && <Trouble error={load.error} />
      )}
    </Modal>
  );
}

type RowProblem = { readonly path: string; readonly code: string; readonly zh: string; readonly en: string };

/** `units.3.creditCode` is the fifth line of the sheet: the head is the first. */
const lineOf = (path: string): number => Number(/^units\.(\d+)/.exec(path)?.[1] ?? 0) + 2;

function RowProblems({ fields }: { readonly fields: readonly RowProblem[] }) {
  const tell = useTell();
  return (
    <section role="alert" className="card" style={{ borderLeft: '4px solid var(--seal)' }}>
      <p style={{ fontWeight: 600 }}>{tell(reference.rowProblems(fields.length))}</p>
      <ul style={{ maxHeight: 240, overflowY: 'auto', margin: 0 }}>
        {fields.map((field) => (
          <li key={`${field.path}/${field.code}`}>
            <strong className="figures">{tell(reference.rowProblem(lineOf(field.path)))}</strong> {tell(field)}
          </li>
        ))}
      </ul>
    </section>
  );
}

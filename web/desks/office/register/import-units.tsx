import { App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { ChooseFiles } from '#web/kit/choose-files.tsx';
import { Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import type { Said } from '#web/messages/say.ts';
import type { RegisterOf } from './page.tsx';
import { readCells } from './read-file.ts';
import { type RowProblem, RowProblems } from './row-problems.tsx';
import { cellsOf, faultAt, textOf, type UnitTable, unitsIn } from './rows.ts';

/** Units into the register, from a file or pasted; the server checks every row before it takes any. */
export function ImportUnits({ of, close }: { readonly of: RegisterOf; readonly close: () => void }) {
  const tell = useTell();
  const { message } = App.useApp();
  const areas = useRead('/areas', {});
  const [isOpen, setOpen] = useState(true);
  const [text, setText] = useState('');
  const [mode, setMode] = useState<'replace' | 'append'>('replace');
  const [unreadable, setUnreadable] = useState<Said | undefined>();
  const table = text.trim() === '' ? nothing : unitsIn(cellsOf(text), areas.data?.areas ?? []);
  const count = table?.units.length ?? 0;
  const before = useRead('/register/{year}/{categoryId}', { ...of, limit: 1 });
  const replaced = mode === 'replace' ? (before.data?.total ?? 0) : 0;
  const load = useAct('post', '/register/{year}/{categoryId}', {
    done: (register) => {
      void message.success(tell(reference.unitsImported(register.units)));
      setOpen(false);
    },
  });
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    try {
      setText(textOf(await readCells(chosen)));
      setUnreadable(undefined);
      load.reset();
    } catch {
      setUnreadable(reference.unreadable);
    }
  };
  const wrong = unreadable ?? (table ? undefined : reference.noHeader);
  const problems = table ? problemsOf(table, load.error) : [];
  return (
    <Modal
      open={isOpen}
      width={760}
      title={tell(reference.importUnits)}
      okText={tell(reference.importUnitsVerb)}
      cancelText={tell(kit.cancel)}
      okButtonProps={{ disabled: !table || count === 0 || table.faults.length > 0 }}
      confirmLoading={load.isPending}
      mask={{ closable: false }}
      onOk={() => table && load.mutate({ ...of, mode, units: [...table.units] })}
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
            : { extra: tell(reference.rowsRead(count)) })}
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
          <ChooseFiles
            label={tell(reference.chooseFile)}
            accept=".xlsx,.json,.csv,.txt"
            take={([file]) => void take(file)}
          />
        </Form.Item>
        <Form.Item
          label={tell(reference.mode)}
          htmlFor="register-mode"
          {...(replaced > 0 && { extra: tell(reference.replacesUnits(replaced)) })}
        >
          <Radio.Group
            id="register-mode"
            value={mode}
            onChange={({ target }) => setMode(target.value)}
            options={(['replace', 'append'] as const).map((value) => ({ value, label: tell(reference.modes[value]) }))}
          />
        </Form.Item>
      </Form>
      {problems.length > 0 ? <RowProblems problems={problems} /> : load.error && <Trouble error={load.error} />}
    </Modal>
  );
}

const nothing: UnitTable = { units: [], lines: [], faults: [] };

/** What the page sees itself; else what the server refused. */
function problemsOf(table: UnitTable, error: unknown): RowProblem[] {
  if (table.faults.length > 0) return table.faults.map((fault) => ({ ...fault, said: reference.unknownStatus }));
  if (!isProblem(error)) return [];
  return error.fields.map(({ path, zh, en }) => ({ ...faultAt(path, table), said: { zh, en } }));
}

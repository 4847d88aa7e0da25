import { App, Form, Input, Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import type { FieldProblem } from '#domain/errors';
import { isProblem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useAttempts } from '#web/kit/act-dialog.tsx';
import { ChooseFiles } from '#web/kit/choose-files.tsx';
import { useLeaveGuard } from '#web/kit/leave-guard.ts';
import { Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import type { Said } from '#web/messages/say.ts';
import type { RegisterOf } from './page.tsx';
import { faultsOfParts, goesOnFrom, partsOf } from './parts.ts';
import { readCells } from './read-file.ts';
import { type RowProblem, RowProblems } from './row-problems.tsx';
import { cellsOf, faultAt, textOf, type UnitRow, type UnitTable, unitsIn } from './rows.ts';

/** Units into the register, from a file or pasted; the server checks every row before it takes any. */
export function ImportUnits({ of, close }: { readonly of: RegisterOf; readonly close: () => void }) {
  const tell = useTell();
  const { message } = App.useApp();
  const areas = useRead('/areas', {});
  const [isOpen, setOpen] = useState(true);
  const [text, setText] = useState('');
  const [mode, setMode] = useState<'replace' | 'append'>('replace');
  const [unreadable, setUnreadable] = useState<Said | undefined>();
  /** The rows of a register of several parts that are in already. */
  const [taken, setTaken] = useState<readonly UnitRow[]>([]);
  const known = areas.data?.areas;
  const table = useMemo(() => (text.trim() === '' ? nothing : unitsIn(cellsOf(text), known ?? [])), [text, known]);
  const count = table?.units.length ?? 0;
  const from = table ? goesOnFrom(table.units, taken) : 0;
  const before = useRead('/register/{year}/{categoryId}', { ...of, limit: 1 });
  const replaced = mode === 'replace' && from === 0 ? (before.data?.total ?? 0) : 0;
  const load = useAct('post', '/register/{year}/{categoryId}');
  const { isBusy, trouble, attempt, forget } = useAttempts();
  useLeaveGuard(isBusy);
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);
  const change = (given: string): void => {
    setText(given);
    setUnreadable(undefined);
    setFaults([]);
    forget();
  };
  const send = async ({ units }: UnitTable): Promise<void> => {
    let at = from;
    for (const part of partsOf(units.slice(from))) {
      const register = await load.mutateAsync({ ...of, mode: at === 0 ? mode : 'append', units: part });
      at += part.length;
      setTaken(units.slice(0, at));
      if (at === units.length) void message.success(tell(reference.unitsImported(register.units)));
    }
    setOpen(false);
  };
  const run = (): void => {
    if (!table) return;
    const found = faultsOfParts(table.units, { ...of, areaIds: new Set((known ?? []).map(({ areaId }) => areaId)) });
    setFaults(found);
    if (found.length === 0) void attempt(() => send(table));
  };
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    try {
      change(textOf(await readCells(chosen)));
    } catch {
      setUnreadable(reference.unreadable);
    }
  };
  const wrong = unreadable ?? (table ? undefined : reference.noHeader);
  const problems = table ? problemsOf(table, faults.length > 0 ? faults : refusedIn(trouble, from)) : [];
  return (
    <Modal
      open={isOpen}
      width={760}
      title={tell(reference.importUnits)}
      okText={tell(reference.importUnitsVerb)}
      cancelText={tell(kit.cancel)}
      okButtonProps={{ disabled: !table || count === 0 || table.faults.length > 0 }}
      confirmLoading={isBusy}
      cancelButtonProps={{ disabled: isBusy }}
      closable={!isBusy}
      keyboard={!isBusy}
      mask={{ closable: false }}
      onOk={run}
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
            onChange={({ target }) => change(target.value)}
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
      {from > 0 && (
        <p role="status">{tell(isBusy ? reference.rowsTaken(from, count) : reference.rowsKept(from, count))}</p>
      )}
      {problems.length > 0 ? <RowProblems problems={problems} /> : trouble !== undefined && <Trouble error={trouble} />}
    </Modal>
  );
}

const nothing: UnitTable = { units: [], lines: [], faults: [] };

/** What the page sees itself; else what is wrong by the rules. */
function problemsOf(table: UnitTable, found: readonly FieldProblem[]): RowProblem[] {
  if (table.faults.length > 0) return table.faults.map((fault) => ({ ...fault, said: reference.unknownStatus }));
  return found.map(({ path, zh, en }) => ({ ...faultAt(path, table), said: { zh, en } }));
}

/** What the server refused in a part, at its rows in the whole. */
const refusedIn = (trouble: unknown, taken: number): readonly FieldProblem[] =>
  isProblem(trouble)
    ? trouble.fields.map((field) => ({
        ...field,
        path: field.path.replace(/^units\.(\d+)/, (_, row: string) => `units.${Number(row) + taken}`),
      }))
    : [];

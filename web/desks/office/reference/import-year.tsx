import { App, Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { AwardError, type FieldProblem } from '#domain/errors';
import { parseFields } from '#domain/fields';
import { HolidayTable } from '#domain/holiday-table';
import { isProblem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { ChooseFiles } from '#web/kit/choose-files.tsx';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import { readNotice } from './holiday-notice.ts';
import { YearCalendar } from './year-calendar.tsx';

type Read = { readonly table?: HolidayTable; readonly problems: readonly FieldProblem[]; readonly value?: unknown };

/** The notice as it was published, or a file of dates. */
function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return readNotice(text);
  }
}

/** What a text holds: a table, or everything that is wrong with it. */
function readTable(text: string): Read {
  const value = valueIn(text);
  if (value === undefined) return { problems: [] };
  try {
    return { table: parseFields(HolidayTable, value), problems: [], value };
  } catch (error) {
    if (error instanceof AwardError) return { problems: error.fields, value };
    throw error;
  }
}

const example = '{ "year": 2027, "holidays": ["2027-01-01", "2027-02-05"], "workdays": ["2027-02-14"] }';

/** A coming year's holidays, pasted or from a file, checked here date by date before anything is sent. */
export function ImportYear() {
  const tell = useTell();
  const ask = useConsequence();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const { table, problems, value } = useMemo(() => readTable(text), [text]);
  const load = useAct('post', '/calendar/years', {
    done: () => {
      void message.success(tell(reference.importDone));
      setText('');
    },
  });
  const refused = isProblem(load.error) ? load.error.fields : [];
  const isTyped = text.trim() !== '';
  const run = (): void => {
    if (!table) return;
    void ask({
      title: tell(reference.importTitle(table.year)),
      consequence: tell(reference.importConsequence),
      verb: tell(reference.importVerb),
      act: () => load.mutateAsync(table),
    });
  };
  return (
    <details className="card">
      <summary style={{ cursor: 'pointer', fontWeight: 600 }}>{tell(reference.importYear)}</summary>
      <p className="quiet" style={{ marginTop: 8 }}>
        {tell(reference.importHelp)}
        <br />
        <code>{example}</code>
      </p>
      <Form layout="vertical" component="div">
        <Form.Item
          label={tell(reference.importText)}
          htmlFor="calendar-text"
          {...(isTyped && {
            validateStatus: table ? ('success' as const) : ('error' as const),
            help: value === undefined ? tell(reference.notRead) : table && tell(reference.looksRight),
          })}
        >
          <Input.TextArea
            id="calendar-text"
            autoSize={{ minRows: 4, maxRows: 16 }}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
        {[...problems, ...refused].length > 0 && (
          <ul role="alert" style={{ color: 'var(--seal)' }}>
            {[...problems, ...refused].map((problem) => (
              <li key={`${problem.path}/${problem.code}`}>
                {tell(problem)} <code>{valueAt(value, problem.path)}</code>
              </li>
            ))}
          </ul>
        )}
        <div className="row">
          <ChooseFiles
            label={tell(reference.chooseFile)}
            accept=".json,application/json"
            take={async ([file]) => setText((await file?.text()) ?? '')}
          />
          <Button type="primary" disabled={!table} onClick={run}>
            {tell(reference.importVerb)}
          </Button>
        </div>
      </Form>
      {table && (
        <section style={{ marginTop: 16 }} aria-label={tell(reference.preview(table.year))}>
          <YearCalendar table={table} />
        </section>
      )}
    </details>
  );
}

/** The date that a problem's path means: `holidays.3`. */
function valueAt(table: unknown, path: string): string {
  let value = table;
  for (const part of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[part];
  return typeof value === 'string' ? value : path;
}

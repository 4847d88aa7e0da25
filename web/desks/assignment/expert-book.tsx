import { Alert, App, Button, Modal, Table } from 'antd';
import { useState } from 'react';
import { isProblem, type Problem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { ChooseFiles } from '#web/kit/choose-files.tsx';
import { Trouble } from '#web/kit/states.tsx';
import { experts as m } from '#web/messages/experts.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { base64Of, cellOf, largestWorkbook } from './workbook.ts';

type Props = { readonly isOpen: boolean; readonly close: () => void };

/** The workbook back in: all of it or nothing, with every mistake at its cell. */
export function ImportExperts({ isOpen, close }: Props) {
  const tell = useTell();
  const { message } = App.useApp();
  const [isTooLarge, setTooLarge] = useState(false);
  const take = useAct('post', '/reviewers/import', {
    changes: ['/reviewers'],
    done: ({ added, changed, unchanged }) => {
      void message.success(tell(m.imported(added.length, changed.length, unchanged)));
      close();
    },
  });
  const chosen = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    take.reset();
    setTooLarge(file.size > largestWorkbook);
    if (file.size > largestWorkbook) return;
    take.mutate({ workbook: base64Of(new Uint8Array(await file.arrayBuffer())) });
  };
  const { error } = take;
  return (
    <Modal
      open={isOpen}
      title={tell(m.importTitle)}
      width={720}
      mask={{ closable: false }}
      onCancel={close}
      footer={<Button onClick={close}>{tell(kit.close)}</Button>}
    >
      <div className="stack">
        <p>{tell(m.importHelp)}</p>
        <div>
          <ChooseFiles
            label={tell(take.isPending ? m.importing : m.chooseFile)}
            name={tell(m.chooseFile)}
            accept=".xlsx"
            type="primary"
            loading={take.isPending}
            take={([file]) => void chosen(file)}
          />
        </div>
        {isTooLarge && <Alert type="warning" showIcon title={tell(m.tooLarge)} />}
        {error &&
          (isProblem(error) && error.fields.length > 0 ? <Mistakes problem={error} /> : <Trouble error={error} />)}
      </div>
    </Modal>
  );
}

function Mistakes({ problem }: { readonly problem: Problem }) {
  const tell = useTell();
  return (
    <div role="alert">
      <p style={{ fontWeight: 600 }}>{tell(m.notImported(problem.fields.length))}</p>
      <Table
        size="small"
        aria-label={tell(m.mistakes)}
        pagination={false}
        scroll={{ y: 320, x: 480 }}
        rowKey={({ path, code }) => `${path}/${code}`}
        dataSource={problem.fields}
        columns={[
          { title: tell(m.row), width: 80, render: (_, { path }) => cellOf(path).row, className: 'figures' },
          { title: tell(m.column), width: 140, render: (_, { path }) => cellOf(path).column || path },
          { title: tell(m.mistake), render: (_, field) => tell(field) },
        ]}
      />
    </div>
  );
}

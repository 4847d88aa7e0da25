import { useNavigate } from '@tanstack/react-router';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { Trouble } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { kit } from '#web/messages/kit.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { wizard } from '#web/messages/wizard.ts';
import type { CycleItem } from './cycles.tsx';
import { nameOfPath } from './wizard/changed-fields.ts';
import { dateWords, windowNames } from './wizard/state.ts';

type CopyProps = { readonly cycle: CycleItem; readonly close: () => void };

/** A new year after an earlier cycle: what is decided anew is asked for, then everything that changed is shown. */
export function CopyCycle({ cycle, close }: CopyProps) {
  const tell = useTell();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(true);
  const year = cycle.year + 1;
  const [given, setGiven] = useState({
    title: cycle.title.replaceAll(String(cycle.year), String(year)),
    year: year as number | null,
    drawSeed: `${year}-${crypto.randomUUID().slice(0, 8)}`,
  });
  const copy = useAct('post', '/cycles/{cycleId}/copy');
  const made = copy.data;
  const run = (): void => copy.mutate({ cycleId: cycle.cycleId, ...given, year: given.year ?? 0 });
  const look = (): void => {
    if (made) void navigate({ to: '/cycles/$cycleId/plan', params: { cycleId: made.cycleId } });
  };
  return (
    <Modal
      open={isOpen}
      width={made ? 860 : 560}
      title={made ? tell(office.copied(made.changes.length)) : tell(office.copyOf(cycle.title))}
      okText={tell(made ? office.toPlan : office.copy)}
      cancelText={tell(made ? kit.close : kit.cancel)}
      confirmLoading={copy.isPending}
      mask={{ closable: false }}
      onOk={made ? look : run}
      onCancel={() => setOpen(false)}
      afterClose={close}
    >
      {made ? (
        <Changes changes={made.changes} />
      ) : (
        <>
          <p className="quiet">{tell(office.copyHelp)}</p>
          <CopyForm given={given} set={(change) => setGiven({ ...given, ...change })} error={copy.error} />
          {copy.error && <Trouble error={copy.error} />}
        </>
      )}
    </Modal>
  );
}

type Given = { readonly title: string; readonly year: number | null; readonly drawSeed: string };
type CopyFormProps = { readonly given: Given; readonly set: (change: Partial<Given>) => void; readonly error: unknown };

function CopyForm({ given, set, error }: CopyFormProps) {
  const tell = useTell();
  const problem = (path: string) => {
    const field = isProblem(error) ? error.fieldAt(path) : undefined;
    return field ? { validateStatus: 'error' as const, help: tell(field) } : {};
  };
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={tell(wizard.title)} htmlFor="copy-title" required {...problem('title')}>
        <Input id="copy-title" value={given.title} onChange={({ target }) => set({ title: target.value })} />
      </Form.Item>
      <Form.Item label={tell(wizard.year)} htmlFor="copy-year" required {...problem('year')}>
        <InputNumber<number>
          id="copy-year"
          value={given.year}
          min={2000}
          max={2100}
          precision={0}
          onChange={(year) => set({ year })}
        />
      </Form.Item>
      <Form.Item
        label={tell(wizard.drawSeed)}
        htmlFor="copy-seed"
        required
        extra={tell(wizard.drawSeedHelp)}
        {...problem('drawSeed')}
      >
        <Input id="copy-seed" value={given.drawSeed} onChange={({ target }) => set({ drawSeed: target.value })} />
      </Form.Item>
    </Form>
  );
}

type Change = AnswerOf<'post', '/cycles/{cycleId}/copy'>['changes'][number];

/** A date of the plan as the plan tells it; everything else as it is. */
function shown(path: string, value: string | number | undefined): string | number | undefined {
  const name = windowNames.find((each) => path === `windows.${each}`);
  return name && typeof value === 'string' ? dateWords(name, value) : value;
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const tell = useTell();
  const { language } = useLanguage();
  const columns: Column<Change>[] = [
    {
      id: 'field',
      head: tell(office.changeField),
      cell: ({ path }) => {
        const name = nameOfPath(path);
        return name ? tell(name) : path;
      },
    },
    { id: 'before', head: tell(office.changeBefore), cell: ({ path, before }) => shown(path, before), figures: true },
    {
      id: 'after',
      head: tell(office.changeAfter),
      cell: ({ path, after, [language]: words }) => words ?? shown(path, after),
    },
  ];
  return (
    <DataTable
      name="copy-changes"
      caption={tell(office.copyChanges)}
      columns={columns}
      rows={changes}
      rowKey={({ path }) => path}
    />
  );
}

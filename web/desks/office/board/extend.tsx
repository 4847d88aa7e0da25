import { App, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Cycle } from '#domain/cycles';
import { addNaturalDays } from '#domain/dates';
import { type ExtendableStage, extendableIn } from '#domain/extensions';
import { isProblem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { Trouble } from '#web/kit/states.tsx';
import { shanghaiEnd } from '#web/kit/time.tsx';
import { board as words } from '#web/messages/board.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import type { BoardProps } from './page.tsx';
import { UnitSelect } from './unit-select.tsx';

type Scope = 'all' | 'area' | 'organization';
type Given = {
  readonly stage: ExtendableStage;
  readonly scope: Scope;
  readonly areaId: string;
  readonly organizationId: string;
  readonly day: string;
  readonly reason: string;
};

const scopeOf = ({ scope, areaId, organizationId }: Given) => {
  if (scope === 'all') return { kind: 'all' as const };
  return scope === 'area' ? { kind: 'area' as const, areaId } : { kind: 'organization' as const, organizationId };
};

/** Whose time is up next, in each state. */
const usual: Partial<Record<Cycle['status'], ExtendableStage>> = { assessing: 'assessBy', reviewing: 'reviewBy' };

/** A later deadline for everybody, an area or one unit, with its reason. */
export function Extend({ cycle, board, close }: BoardProps & { readonly close: () => void }) {
  const tell = useTell();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(true);
  const [given, setGiven] = useState<Given>({
    stage: usual[cycle.status] ?? 'closesAt',
    scope: 'all',
    areaId: '',
    organizationId: '',
    day: '',
    reason: '',
  });
  const set = (change: Partial<Given>): void => setGiven({ ...given, ...change });
  const extend = useAct('post', '/cycles/{cycleId}/extensions', {
    done: () => {
      void message.success(tell(words.extendDone));
      setOpen(false);
    },
  });
  const run = (): void =>
    extend.mutate({
      cycleId: cycle.cycleId,
      stage: given.stage,
      scope: scopeOf(given),
      until: given.day === '' ? '' : `${addNaturalDays(given.day, 1)}T00:00:00+08:00`,
      reason: given.reason,
    });
  const problem = (path: string) => {
    const field = isProblem(extend.error) ? extend.error.fieldAt(path) : undefined;
    return field ? { validateStatus: 'error' as const, help: tell(field) } : {};
  };
  const present = board.deadlines[given.stage];
  return (
    <Modal
      open={isOpen}
      title={tell(words.extend)}
      okText={tell(words.extendVerb)}
      cancelText={tell(kit.cancel)}
      confirmLoading={extend.isPending}
      mask={{ closable: false }}
      onOk={run}
      onCancel={() => setOpen(false)}
      afterClose={close}
    >
      <p className="quiet">{tell(words.extendHelp)}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={tell(words.stage)} htmlFor="extend-stage" {...problem('stage')}>
          <Select
            id="extend-stage"
            value={given.stage}
            onChange={(stage) => set({ stage })}
            options={extendableIn(cycle).map((value) => ({ value, label: tell(words.stageNames[value]) }))}
          />
        </Form.Item>
        <Form.Item label={tell(words.scope)} htmlFor="extend-scope">
          <Radio.Group
            id="extend-scope"
            value={given.scope}
            onChange={({ target }) => set({ scope: target.value })}
            options={(['all', 'area', 'organization'] as const).map((value) => ({
              value,
              label: tell(words.scopes[value]),
            }))}
          />
        </Form.Item>
        {given.scope === 'area' && (
          <Form.Item label={tell(words.area)} htmlFor="extend-area" required {...problem('areaId')}>
            <AreaSelect value={given.areaId} onChange={(areaId) => set({ areaId })} />
          </Form.Item>
        )}
        {given.scope === 'organization' && (
          <Form.Item
            label={tell(words.organization)}
            htmlFor="extend-unit"
            required
            {...problem('scope.organizationId')}
          >
            <UnitSelect
              cycleId={cycle.cycleId}
              value={given.organizationId}
              onChange={(organizationId) => set({ organizationId })}
            />
          </Form.Item>
        )}
        <Form.Item
          label={tell(words.until)}
          htmlFor="extend-until"
          required
          {...(present && { extra: tell(words.present(shanghaiEnd(present))) })}
          {...problem('until')}
        >
          <Input
            id="extend-until"
            type="date"
            value={given.day}
            onChange={({ target }) => set({ day: target.value })}
          />
        </Form.Item>
        <Form.Item label={tell(words.reason)} htmlFor="extend-reason" required {...problem('reason')}>
          <Input.TextArea
            id="extend-reason"
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            value={given.reason}
            onChange={({ target }) => set({ reason: target.value })}
          />
        </Form.Item>
      </Form>
      {extend.error && <Trouble error={extend.error} />}
    </Modal>
  );
}

type SelectProps = { readonly value: string; readonly onChange: (value: string) => void };

function AreaSelect({ value, onChange }: SelectProps) {
  const areas = useRead('/areas', {});
  return (
    <Select
      id="extend-area"
      showSearch={{ optionFilterProp: 'label' }}
      {...(value !== '' && { value })}
      onChange={onChange}
      options={(areas.data?.areas ?? []).map(({ areaId, name }) => ({ value: areaId, label: name }))}
    />
  );
}

import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Cycle, CycleCategory } from '#domain/cycles';
import { holds } from '#domain/people';
import { EVERYBODY } from '#domain/quotas';
import { useActor } from '#web/api/actor.ts';
import { isProblem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { whatIf } from '#web/messages/results-what-if.ts';
import { components } from './arithmetic.ts';
import { type Method, type Question, questionOf, type Settings, settingsOf } from './probe.ts';

type Props = {
  readonly cycle: Cycle;
  readonly category: CycleCategory;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly run: (question: Question) => Promise<void>;
};

const methods: readonly Method[] = ['trimmed', 'mean', 'median'];

/** The settings in force, to be changed for the sake of the question. */
export function WhatIfForm({ cycle, category, isBusy, error, run }: Props) {
  const tell = useTell();
  const now = settingsOf(cycle, category);
  const [asked, setAsked] = useState(now);
  const [isUnchanged, setUnchanged] = useState(false);
  const change = (some: Partial<Settings>): void => {
    setUnchanged(false);
    setAsked({ ...asked, ...some });
  };
  const sum = components.reduce((all, component) => all + asked.weights[component], 0);
  const submit = (): void => {
    const question = questionOf(cycle, category, asked);
    setUnchanged(question === undefined);
    if (question) void run(question);
  };
  return (
    <Form layout="vertical" onFinish={submit} aria-label={tell(whatIf.settings)}>
      <fieldset>
        <legend>{tell(whatIf.weights)}</legend>
        <div className="what-if-fields">
          {components.map((component) => (
            <Whole
              key={component}
              id={`what-if-weight-${component}`}
              label={tell(results.components[component])}
              value={asked.weights[component]}
              most={100}
              change={(value) => change({ weights: { ...asked.weights, [component]: value } })}
            />
          ))}
        </div>
        {sum !== 100 && (
          <p role="alert" style={{ color: 'var(--seal)' }}>
            {tell(whatIf.weightsSum(sum))}
          </p>
        )}
      </fieldset>
      <fieldset>
        <legend>{tell(whatIf.method)}</legend>
        <div className="what-if-fields">
          <Form.Item label={tell(whatIf.method)} htmlFor="what-if-method">
            <Select
              id="what-if-method"
              value={asked.method}
              options={methods.map((method) => ({ value: method, label: tell(whatIf.methods[method]) }))}
              onChange={(method: Method) => change({ method })}
            />
          </Form.Item>
          {asked.method === 'trimmed' && <Trimming asked={asked} change={change} />}
          <Whole
            id="what-if-minimum"
            label={tell(whatIf.minimumSheets)}
            value={asked.minimumSheets}
            least={1}
            most={15}
            change={(minimumSheets) => change({ minimumSheets })}
          />
          <Form.Item label={tell(whatIf.passLine)} htmlFor="what-if-pass" {...fault(error, 'passLine', tell)}>
            <Input
              id="what-if-pass"
              inputMode="decimal"
              value={asked.passLine}
              onChange={(event) => change({ passLine: event.target.value.trim() })}
            />
          </Form.Item>
          <Form.Item label={tell(whatIf.bonusCap)} htmlFor="what-if-cap" {...fault(error, 'bonusCap', tell)}>
            <Input
              id="what-if-cap"
              inputMode="decimal"
              value={asked.bonusCap}
              onChange={(event) => change({ bonusCap: event.target.value.trim() })}
            />
          </Form.Item>
        </div>
      </fieldset>
      <Seats asked={asked} change={change} />
      <LeftOut cycle={cycle} category={category} asked={asked} change={change} />
      <div className="row" style={{ marginBottom: 16 }}>
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={sum !== 100}>
          {tell(whatIf.run)}
        </Button>
        <Button type="link" onClick={() => change(now)}>
          {tell(whatIf.back)}
        </Button>
        {isUnchanged && <span role="status">{tell(whatIf.unchanged)}</span>}
      </div>
    </Form>
  );
}

type Changing = { readonly asked: Settings; readonly change: (some: Partial<Settings>) => void };

function fault(error: unknown, end: string, tell: ReturnType<typeof useTell>) {
  const found = isProblem(error) ? error.fields.find(({ path }) => path.split('.').at(-1) === end) : undefined;
  return found ? { validateStatus: 'error' as const, help: tell(found) } : {};
}

function Trimming({ asked, change }: Changing) {
  const tell = useTell();
  return (
    <>
      <Whole
        id="what-if-trim"
        label={tell(whatIf.trimFrom)}
        value={asked.trimFrom}
        least={3}
        most={15}
        change={(trimFrom) => change({ trimFrom })}
      />
      <Whole
        id="what-if-extremes"
        label={tell(whatIf.extremes)}
        value={asked.extremes}
        least={1}
        most={7}
        change={(extremes) => change({ extremes })}
      />
    </>
  );
}

function Seats({ asked, change }: Changing) {
  const tell = useTell();
  return (
    <fieldset>
      <legend>{tell(whatIf.seats)}</legend>
      <div className="what-if-fields">
        {Object.entries(asked.seats).map(([recommender, seats]) => (
          <Whole
            key={recommender}
            id={`what-if-seats-${recommender}`}
            label={recommender === EVERYBODY ? tell(whatIf.seatsTotal) : recommender}
            value={seats}
            most={100_000}
            change={(value) => change({ seats: { ...asked.seats, [recommender]: value } })}
          />
        ))}
      </div>
    </fieldset>
  );
}

type LeftOutProps = Changing & Pick<Props, 'cycle' | 'category'>;

/** Who reviewed the category, by name; the committee knows reviewers as numbers only and cannot leave any out. */
function LeftOut({ cycle, category, asked, change }: LeftOutProps) {
  const tell = useTell();
  const actor = useActor();
  const maySeeNames = holds(actor, 'office') || holds(actor, 'supervisor');
  const { cycleId } = cycle;
  const { categoryId } = category;
  const { data } = useRead('/cycles/{cycleId}/analysis', { cycleId, categoryId }, { when: maySeeNames });
  const reviewers = data?.reviewers ?? [];
  if (reviewers.length === 0) return null;
  return (
    <Form.Item label={tell(whatIf.leaveOut)} htmlFor="what-if-leave-out">
      <Select
        id="what-if-leave-out"
        mode="multiple"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={[...asked.leaveOut]}
        options={reviewers.map(({ reviewerId, name }) => ({ value: reviewerId, label: name }))}
        onChange={(leaveOut: string[]) => change({ leaveOut })}
      />
    </Form.Item>
  );
}

type WholeProps = {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly change: (value: number) => void;
};

function Whole({ id, label, value, least = 0, most, change }: WholeProps) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <InputNumber
        id={id}
        min={least}
        max={most}
        precision={0}
        value={value}
        style={{ width: '100%' }}
        onChange={(next) => change(next ?? least)}
      />
    </Form.Item>
  );
}

import { Checkbox, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { idOf, PlanField, useWizard } from './context.tsx';
import type { Figure } from './rules.ts';
import type { PlanState } from './state.ts';

type KeysOf<Value> = { [Key in keyof PlanState]: PlanState[Key] extends Value ? Key : never }[keyof PlanState] & string;

type TextProps = {
  readonly at: KeysOf<string>;
  readonly label: Said;
  readonly help?: Said;
  readonly hint?: Said;
  readonly required?: boolean;
  readonly maxLength?: number;
};

/** A line of text of the plan. */
export function TextField({ at, label, help, hint, required = false, maxLength }: TextProps) {
  const tell = useTell();
  const { state, set } = useWizard();
  return (
    <PlanField at={at} label={tell(label)} required={required} {...(help && { help })}>
      <Input
        id={idOf(at)}
        value={state[at]}
        {...(hint && { placeholder: tell(hint) })}
        {...(maxLength && { maxLength })}
        onChange={({ target }) => set({ [at]: target.value })}
      />
    </PlanField>
  );
}

type FigureProps = {
  readonly at: string;
  readonly label: ReactNode;
  readonly value: Figure;
  readonly onChange: (value: Figure) => void;
  readonly help?: Said;
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
};

/** A whole number, which may be empty while it is typed. */
export function FigureField({ at, label, value, onChange, help, min = 0, max, required = false }: FigureProps) {
  return (
    <PlanField at={at} label={label} required={required} {...(help && { help })}>
      <InputNumber<number>
        id={idOf(at)}
        value={value}
        min={min}
        {...(max !== undefined && { max })}
        precision={0}
        style={{ width: '100%' }}
        onChange={onChange}
      />
    </PlanField>
  );
}

type SwitchProps = { readonly at: KeysOf<boolean>; readonly label: Said };

/** A yes or no of the plan. */
export function TickField({ at, label }: SwitchProps) {
  const tell = useTell();
  const { state, set } = useWizard();
  return (
    <div style={{ marginBottom: 8 }}>
      <Checkbox checked={state[at]} onChange={({ target }) => set({ [at]: target.checked })}>
        {tell(label)}
      </Checkbox>
    </div>
  );
}

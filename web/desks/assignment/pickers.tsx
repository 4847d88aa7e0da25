import { Select, type SelectProps } from 'antd';
import { useState } from 'react';
import type { Application } from '#domain/applications';
import { useNames } from '#web/api/names.ts';
import { experts as m } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';
import { useCases, usePool } from './known.ts';

type CaseProps = {
  readonly cycleId: string;
  readonly value?: string | undefined;
  readonly status?: Application['status'];
  readonly onChange: (applicationId: string | undefined) => void;
  /** Of the field that the label names. */
  readonly id?: string;
};

/** One case of a cycle, found by the unit's name; where there are thousands the category comes first. */
export function CasePicker({ cycleId, value, status, onChange, id }: CaseProps) {
  const tell = useTell();
  const names = useNames();
  const [categoryId, setCategoryId] = useState<string | undefined>();
  const { items, isWhole, isFull } = useCases(cycleId, { categoryId, status });
  const options = items.map((each) => ({
    value: each.applicationId,
    label: each.organizationName,
    more: `${names.category(each.categoryId)} · ${names.area(each.areaId)}`,
  }));
  return (
    <div className="stack" style={{ gap: 8 }}>
      {(isFull || categoryId !== undefined) && (
        <Select
          allowClear
          aria-label={tell(m.categories)}
          placeholder={tell(m.tooMany)}
          value={categoryId ?? null}
          onChange={(chosen) => setCategoryId(chosen ?? undefined)}
          options={[...new Set(names.categories)].map((each) => ({ value: each.categoryId, label: each.name }))}
        />
      )}
      <Found
        {...(id && { id })}
        aria-label={tell(m.application)}
        placeholder={tell(isWhole || isFull ? m.chooseCase : m.loadingCases)}
        {...{ value, onChange, options }}
      />
    </div>
  );
}

type FoundProps = Pick<SelectProps, 'id' | 'aria-label' | 'placeholder' | 'style'> & {
  readonly value: string | undefined;
  readonly onChange: (chosen: string | undefined) => void;
  /** `more` stands quietly behind the name, and is looked for too. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly more: string }[];
};

/** One of many, found by typing. */
function Found({ value, onChange, options, ...rest }: FoundProps) {
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: (input, option) => `${option?.label} ${option?.more}`.includes(input.trim()) }}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      options={[...options]}
      optionRender={({ data }) => (
        <>
          {data.label} <span className="quiet">{data.more}</span>
        </>
      )}
    />
  );
}

type ExpertProps = {
  readonly value?: string | undefined;
  readonly onChange: (reviewerId: string | undefined) => void;
  /** Whom not to offer. */
  readonly without?: readonly string[];
  readonly label?: string;
  readonly placeholder?: string;
  readonly id?: string;
};

/** One expert of the pool, found by name or organization. */
export function ExpertPicker({ value, onChange, without = [], label, placeholder, id }: ExpertProps) {
  const tell = useTell();
  const { items } = usePool();
  const options = items
    .filter(({ reviewerId }) => !without.includes(reviewerId))
    .map((each) => ({ value: each.reviewerId, label: each.name, more: each.organizationName }));
  return (
    <Found
      {...(id && { id })}
      style={{ width: '100%' }}
      {...((label ?? !id) && { 'aria-label': label ?? tell(m.chooseExpert) })}
      placeholder={placeholder ?? tell(m.chooseExpert)}
      {...{ value, onChange, options }}
    />
  );
}

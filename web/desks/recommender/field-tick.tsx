import { Checkbox, Form, Input, Select } from 'antd';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import type { Mark, Part } from './marks.ts';

type FieldTickProps = {
  readonly path: string;
  readonly name: string;
  readonly mark: Mark | undefined;
  readonly toggle: () => void;
  readonly change: (mark: Mark) => void;
};

const parts = ['evidence', 'justification', 'score'] as const satisfies readonly Part[];

/** The tick at a field that must be corrected, and the reason that the applicant will read there. */
export function FieldTick({ path, name, mark, toggle, change }: FieldTickProps) {
  const tell = useTell();
  return (
    <div className={`case-tick${mark ? ' on' : ''}`}>
      <Checkbox checked={mark !== undefined} onChange={toggle} aria-label={tell(cases.tickFieldOf(name))}>
        {tell(cases.tickField)}
      </Checkbox>
      {mark?.part && (
        <Select<Part>
          size="small"
          aria-label={tell(cases.part)}
          value={mark.part}
          options={parts.map((part) => ({ value: part, label: tell(cases.parts[part]) }))}
          onChange={(part) => change({ ...mark, part })}
        />
      )}
      {mark && (
        <Form.Item
          layout="vertical"
          label={tell(cases.fieldReason)}
          htmlFor={`reason-${path}`}
          required
          style={{ margin: '4px 0 0' }}
        >
          <Input.TextArea
            id={`reason-${path}`}
            autoFocus={mark.reason === ''}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={mark.reason}
            onChange={(event) => change({ ...mark, reason: event.target.value })}
          />
        </Form.Item>
      )}
    </div>
  );
}

import { Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { formatMark, parseMark } from '#domain/marks';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';

type MarksInputProps = {
  readonly id: string;
  readonly label: string;
  readonly hideLabel?: boolean;
  /** Hundredths. */
  readonly value: number;
  readonly onChange: (marks: number) => void;
  readonly trouble?: string | undefined;
  readonly disabled?: boolean;
};

const marksOf = (text: string): number | undefined => {
  try {
    return parseMark(text.trim(), { min: 0, max: 10_000 }, '');
  } catch {
    return undefined;
  }
};

/** Marks as people write them, `12.5`; inside they are integers of hundredths, never a float. */
export function MarksInput({
  id,
  label,
  hideLabel = false,
  value,
  onChange,
  trouble,
  disabled = false,
}: MarksInputProps) {
  const tell = useTell();
  const [text, setText] = useState(formatMark(value));
  // What is typed stays as it is typed, unless the value was changed elsewhere.
  useEffect(() => {
    setText((typed) => (marksOf(typed) === value ? typed : formatMark(value)));
  }, [value]);
  const isBad = marksOf(text) === undefined;
  const told = isBad ? tell(m.badMarks) : trouble;
  return (
    <Form.Item
      {...(!hideLabel && { label, htmlFor: id })}
      style={hideLabel ? { marginBottom: 0 } : {}}
      {...(told && { validateStatus: 'error' as const, help: told })}
    >
      <Input
        id={id}
        className="figures"
        inputMode="decimal"
        style={{ maxWidth: 140, textAlign: 'right' }}
        aria-label={label}
        value={text}
        disabled={disabled}
        onChange={(event) => {
          setText(event.target.value);
          const marks = marksOf(event.target.value);
          if (marks !== undefined) onChange(marks);
        }}
      />
    </Form.Item>
  );
}

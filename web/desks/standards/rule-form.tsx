import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { MarkingRule, ObservationPoint } from '#domain/standards';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';
import { newRule } from './edit.ts';
import { MarksInput } from './marks-input.tsx';

type RuleFormProps = {
  readonly point: ObservationPoint;
  readonly change: (rule: MarkingRule) => void;
  readonly disabled: boolean;
  /** What is wrong with one of its fields, by its path below `rule`. */
  readonly troubleAt: (path: string) => string | undefined;
};

const kinds = ['levels', 'deduction', 'ratio', 'yes-no'] as const;

/** How a mark comes about at a point. */
export function RuleForm({ point, change, disabled, troubleAt }: RuleFormProps) {
  const tell = useTell();
  const { language } = useLanguage();
  const { rule, fullMarks } = point;
  const labels = m.levelNames.map((pair) => pair[language]);
  return (
    <fieldset disabled={disabled} style={{ border: 0, padding: 0, margin: 0, minInlineSize: 0 }}>
      <Form.Item label={tell(m.rule)} htmlFor="rule-kind">
        <Select
          id="rule-kind"
          disabled={disabled}
          value={rule.kind}
          options={kinds.map((kind) => ({ value: kind, label: tell(m.rules[kind]) }))}
          onChange={(kind) => change(newRule(kind, fullMarks, labels))}
          style={{ maxWidth: 260 }}
        />
      </Form.Item>
      {rule.kind === 'levels' && (
        <Entries
          entries={rule.levels}
          words={{ label: m.levelLabel, marks: m.levelMarks, add: m.addLevel }}
          described
          path="rule.levels"
          troubleAt={troubleAt}
          disabled={disabled}
          change={(levels) => change({ kind: 'levels', levels: [...levels] })}
        />
      )}
      {rule.kind === 'deduction' && (
        <Entries
          entries={rule.items}
          words={{ label: m.itemLabel, marks: m.itemMarks, add: m.addItem }}
          path="rule.items"
          troubleAt={troubleAt}
          disabled={disabled}
          change={(items) => change({ kind: 'deduction', items: items.map(({ label, marks }) => ({ label, marks })) })}
        />
      )}
      {rule.kind === 'ratio' && (
        <Form.Item label={tell(m.fullAt)} htmlFor="rule-full-at">
          <InputNumber
            id="rule-full-at"
            min={1}
            max={100}
            precision={0}
            disabled={disabled}
            value={rule.fullAtPercent}
            onChange={(fullAtPercent) => change({ kind: 'ratio', fullAtPercent: fullAtPercent ?? 100 })}
          />
        </Form.Item>
      )}
      {rule.kind === 'yes-no' && <p className="quiet">{tell(m.yesNoHelp)}</p>}
    </fieldset>
  );
}

type Entry = { readonly label: string; readonly marks: number; readonly descriptor?: string | undefined };
type EntriesProps = {
  readonly entries: readonly Entry[];
  readonly words: {
    readonly label: typeof m.levelLabel;
    readonly marks: typeof m.levelLabel;
    readonly add: typeof m.levelLabel;
  };
  readonly described?: boolean;
  readonly path: string;
  readonly troubleAt: (path: string) => string | undefined;
  readonly disabled: boolean;
  readonly change: (entries: readonly { label: string; marks: number; descriptor?: string }[]) => void;
};

/** The levels of a scale or the items of a deduction, one line each. */
function Entries({ entries, words, described = false, path, troubleAt, disabled, change }: EntriesProps) {
  const tell = useTell();
  const clean = entries.map(({ label, marks, descriptor }) => ({
    label,
    marks,
    ...(descriptor !== undefined && { descriptor }),
  }));
  const set = (at: number, fields: Partial<Entry>): void =>
    change(clean.map((entry, i) => (i === at ? { ...entry, ...(fields as { label?: string }) } : entry)));
  const trouble = troubleAt(path);
  return (
    <>
      {clean.map((entry, at) => {
        const number = `${at + 1}`;
        const told = troubleAt(`${path}.${at}.label`) ?? troubleAt(`${path}.${at}.descriptor`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place, two may read alike
          <div key={at}>
            <div className="standard-entry">
              <Input
                aria-label={`${tell(words.label)} ${number}`}
                placeholder={tell(words.label)}
                value={entry.label}
                maxLength={100}
                onChange={(event) => set(at, { label: event.target.value })}
              />
              <MarksInput
                id={`${path}-${number}-marks`}
                label={`${tell(words.marks)} ${number}`}
                hideLabel
                value={entry.marks}
                disabled={disabled}
                onChange={(marks) => set(at, { marks })}
              />
              {described ? (
                <Input.TextArea
                  aria-label={`${tell(m.levelDescriptor)} ${number}`}
                  placeholder={tell(m.levelDescriptor)}
                  autoSize
                  maxLength={500}
                  value={entry.descriptor}
                  onChange={(event) => set(at, { descriptor: event.target.value })}
                />
              ) : (
                <span />
              )}
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${tell(m.remove)} ${entry.label || number}`}
                onClick={() => change(clean.filter((_, i) => i !== at))}
              />
            </div>
            {told && <p className="standard-told">{told}</p>}
          </div>
        );
      })}
      {trouble && <p className="standard-told">{trouble}</p>}
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => change([...clean, { label: '', marks: 0, ...(described && { descriptor: '' }) }])}
      >
        {tell(words.add)}
      </Button>
    </>
  );
}

import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { RefObject } from 'react';
import { formatMark } from '#domain/marks';
import type { MarkingRule, ObservationPoint } from '#domain/standards';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import { type Entry, readEntry, withCount, withFound, withLevel, withNothingFound, withYes } from './entry.ts';

type RuleProps = {
  readonly point: ObservationPoint;
  readonly entry: Entry;
  readonly change: (entry: Entry) => void;
  readonly readOnly: boolean;
  readonly next: () => void;
  /** The field that a typed digit goes to. */
  readonly firstField: RefObject<HTMLInputElement | null>;
};

/** The marks that a point's rule offers. */
export function MarkByRule(props: RuleProps) {
  const { rule } = props.point;
  switch (rule.kind) {
    case 'levels':
      return <Levels {...props} levels={rule.levels} />;
    case 'deduction':
      return <Deductions {...props} items={rule.items} />;
    case 'ratio':
      return <Ratio {...props} fullAtPercent={rule.fullAtPercent} />;
    case 'yes-no':
      return <YesNo {...props} />;
  }
}

type Of<Kind extends MarkingRule['kind']> = Extract<MarkingRule, { kind: Kind }>;

function Levels({ point, entry, change, readOnly, levels }: RuleProps & { readonly levels: Of<'levels'>['levels'] }) {
  const tell = useTell();
  const band = (at: number): string => {
    const most = formatMark(levels[at]?.marks ?? 0);
    const below = levels[at + 1];
    return below ? tell(scoring.levelBand(formatMark(below.marks), most)) : tell(scoring.lowestBand(most));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons of one choice; a fieldset would want a form around it.
    <div role="group" aria-label={tell(scoring.levels)} className="scoring-choices">
      {levels.map((level, at) => (
        <button
          key={level.label}
          type="button"
          className="scoring-choice"
          aria-pressed={entry.given?.level === at}
          disabled={readOnly}
          onClick={() => change(withLevel(point, entry, at))}
        >
          <kbd aria-hidden>{at + 1}</kbd>
          <span className="scoring-choice-text">
            <span className="row spread" style={{ gap: 8 }}>
              <strong>{level.label}</strong>
              <span className="figures quiet">{band(at)}</span>
            </span>
            {level.descriptor && <span className="scoring-descriptor">{level.descriptor}</span>}
          </span>
        </button>
      ))}
    </div>
  );
}

function Deductions({
  point,
  entry,
  change,
  readOnly,
  items,
}: RuleProps & { readonly items: Of<'deduction'>['items'] }) {
  const tell = useTell();
  const found = entry.given?.found;
  return (
    // biome-ignore lint/a11y/useSemanticElements: counters of one mark; a fieldset would want a form around it.
    <div role="group" aria-label={tell(scoring.items)} className="scoring-choices">
      <button
        type="button"
        className="scoring-choice"
        aria-pressed={found?.length === 0}
        disabled={readOnly}
        onClick={() => change(withNothingFound(entry))}
      >
        <kbd aria-hidden>0</kbd>
        <span className="scoring-choice-text">{tell(scoring.nothingFound)}</span>
      </button>
      {items.map((item, at) => {
        const count = found?.find((each) => each.item === at)?.count ?? 0;
        return (
          <div key={item.label} className={`scoring-item${count > 0 ? ' found' : ''}`}>
            <kbd aria-hidden>{at + 1}</kbd>
            <span className="scoring-choice-text">
              {item.label} <span className="figures quiet">{tell(scoring.itemMarks(formatMark(item.marks)))}</span>
            </span>
            <Button
              size="small"
              icon={<MinusOutlined aria-hidden />}
              aria-label={tell(scoring.onceLess(item.label))}
              disabled={readOnly || count === 0}
              onClick={() => change(withFound(point, entry, at, -1))}
            />
            <span className="figures scoring-times" aria-live="polite">
              {tell(scoring.times(count))}
            </span>
            <Button
              size="small"
              icon={<PlusOutlined aria-hidden />}
              aria-label={tell(scoring.onceMore(item.label))}
              disabled={readOnly}
              onClick={() => change(withFound(point, entry, at, 1))}
            />
          </div>
        );
      })}
    </div>
  );
}

function Ratio({
  entry,
  change,
  readOnly,
  next,
  firstField,
  fullAtPercent,
}: RuleProps & { readonly fullAtPercent: number }) {
  const tell = useTell();
  const { part, whole } = entry.given ?? {};
  const field = (which: 'part' | 'whole', value: number | undefined) => (
    <Form.Item label={tell(scoring[which])} htmlFor={`mark-${which}`} style={{ marginBottom: 8, flex: 1 }}>
      <Input
        id={`mark-${which}`}
        inputMode="numeric"
        autoComplete="off"
        className="figures"
        value={value === undefined ? '' : String(value)}
        readOnly={readOnly}
        onChange={(event) => change(withCount(entry, which, event.target.value))}
        onPressEnter={(event) => {
          if (which === 'whole' && !event.ctrlKey && !event.nativeEvent.isComposing) next();
          if (which === 'part') document.getElementById('mark-whole')?.focus();
        }}
        {...(which === 'part' && {
          ref: (input: { input: HTMLInputElement | null } | null) => {
            firstField.current = input?.input ?? null;
          },
        })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div">
      <p className="quiet">{tell(scoring.fullAt(fullAtPercent))}</p>
      <div className="scoring-ratio">
        {field('part', part)}
        <span aria-hidden>/</span>
        {field('whole', whole)}
      </div>
    </Form>
  );
}

function YesNo({ point, entry, change, readOnly }: RuleProps) {
  const tell = useTell();
  const { mark } = readEntry(point, entry);
  const choice = (yes: boolean, digit: number, label: string) => (
    <button
      type="button"
      className="scoring-choice"
      aria-pressed={mark === (yes ? point.fullMarks : 0)}
      disabled={readOnly}
      onClick={() => change(withYes(point, entry, yes))}
    >
      <kbd aria-hidden>{digit}</kbd>
      <span className="scoring-choice-text">{label}</span>
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons of one choice; a fieldset would want a form around it.
    <div role="group" aria-label={tell(scoring.yesNo)} className="scoring-choices">
      {choice(true, 1, tell(scoring.yes(formatMark(point.fullMarks))))}
      {choice(false, 0, tell(scoring.no))}
    </div>
  );
}

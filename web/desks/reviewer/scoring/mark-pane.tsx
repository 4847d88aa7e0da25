import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { formatMark } from '#domain/marks';
import type { ObservationPoint } from '#domain/standards';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import { arithmeticOf, isFloored } from './arithmetic.ts';
import { type Entry, nudged, readEntry, withScore } from './entry.ts';
import { MarkByRule } from './mark-rule.tsx';
import type { Tally } from './sheet.ts';

/** Where the keys lead. */
type MarkFields = {
  readonly group: RefObject<HTMLElement | null>;
  readonly firstField: RefObject<HTMLInputElement | null>;
  readonly mark: RefObject<HTMLInputElement | null>;
  readonly comment: RefObject<HTMLTextAreaElement | null>;
};

type MarkPaneProps = {
  readonly point: ObservationPoint;
  readonly entry: Entry;
  readonly tally: Tally;
  readonly overall: string;
  readonly readOnly: boolean;
  readonly fields: MarkFields;
  readonly change: (entry: Entry) => void;
  readonly changeOverall: (text: string) => void;
  readonly move: (by: 1 | -1) => void;
  readonly toBlank: () => void;
  readonly children?: ReactNode;
};

/** The mark of a point by its rule, with its arithmetic and comment; then the sheet as a whole. */
export function MarkPane(props: MarkPaneProps) {
  const { point, entry, readOnly, fields, change, move, children } = props;
  const tell = useTell();
  return (
    <div className="scoring-right">
      <div className="scoring-scrolled">
        <section
          ref={fields.group}
          tabIndex={-1}
          className="scoring-group"
          aria-label={tell(scoring.markOf(`${point.pointId} ${point.name}`))}
        >
          <h3 className="scoring-here">
            {point.pointId} {point.name}
          </h3>
          <MarkByRule
            point={point}
            entry={entry}
            change={change}
            readOnly={readOnly}
            next={() => move(1)}
            firstField={fields.firstField}
          />
          <ExactMark {...props} />
          <Comment {...props} />
        </section>
        <Overall {...props} />
        {children}
      </div>
      <Sum {...props} />
    </div>
  );
}

function Comment({ entry, readOnly, fields, change }: MarkPaneProps) {
  const tell = useTell();
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={tell(scoring.comment)} htmlFor="mark-comment" style={{ marginBottom: 0 }}>
        <Input.TextArea
          id="mark-comment"
          ref={(area) => {
            fields.comment.current = area?.resizableTextArea?.textArea ?? null;
          }}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          value={entry.comment}
          readOnly={readOnly}
          onChange={(event) => change({ ...entry, comment: event.target.value })}
        />
      </Form.Item>
    </Form>
  );
}

/** The mark itself, typed or computed, with what is wrong with it. */
function ExactMark({ point, entry, readOnly, fields, change, move }: MarkPaneProps) {
  const tell = useTell();
  const id = useId();
  const { mark, problem } = readEntry(point, entry);
  const arithmetic = arithmeticOf(point, entry);
  const shown = entry.score ?? (mark === undefined ? '' : formatMark(mark));
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
    if (by === undefined) return;
    event.preventDefault();
    change(nudged(point, entry, by));
  };
  return (
    <div className="scoring-exact">
      <label htmlFor={id}>{tell(scoring.exactMark)}</label>
      <Input
        id={id}
        ref={(input) => {
          fields.mark.current = input?.input ?? null;
        }}
        inputMode="decimal"
        autoComplete="off"
        className="figures"
        value={shown}
        readOnly={readOnly}
        status={problem ? 'error' : ''}
        suffix={<span className="quiet figures">/ {formatMark(point.fullMarks)}</span>}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-told`}
        {...(!readOnly && { onKeyDown: press })}
        onChange={(event) => change(withScore(point, entry, event.target.value))}
        onPressEnter={(event) => {
          if (!event.ctrlKey && !event.nativeEvent.isComposing) move(1);
        }}
      />
      <p id={`${id}-told`} className="scoring-told" aria-live="polite">
        {problem ? (
          <span style={{ color: 'var(--seal)' }}>{tell(problem)}</span>
        ) : (
          arithmetic && (
            <span className="figures">
              {arithmetic}
              {isFloored(point, entry) && ` ${tell(scoring.arithmeticFloor)}`}
            </span>
          )
        )}
      </p>
    </div>
  );
}

function Overall({ overall, readOnly, changeOverall }: MarkPaneProps) {
  const tell = useTell();
  return (
    <Form layout="vertical" component="div" className="scoring-overall">
      <Form.Item
        label={tell(scoring.overall)}
        extra={readOnly ? undefined : tell(scoring.overallHelp)}
        htmlFor="sheet-overall"
        style={{ marginBottom: 12 }}
      >
        <Input.TextArea
          id="sheet-overall"
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={3000}
          value={overall}
          readOnly={readOnly}
          onChange={(event) => changeOverall(event.target.value)}
        />
      </Form.Item>
    </Form>
  );
}

/** The total so far and what is left, always in sight. */
function Sum({ tally, readOnly, toBlank, move }: MarkPaneProps) {
  const tell = useTell();
  const isComplete = tally.open.length === 0;
  return (
    <section className="scoring-sum" aria-label={tell(scoring.total)}>
      <div className="row spread" style={{ minHeight: 30 }}>
        <span className={isComplete ? 'scoring-done' : 'scoring-left'}>
          {tell(isComplete ? scoring.allDone : scoring.left(tally.open.length))}
          {!isComplete && !readOnly && (
            <Button size="small" type="link" onClick={toBlank}>
              {tell(scoring.toNextBlank)}
            </Button>
          )}
        </span>
        <strong className="figures" style={{ fontSize: 17 }}>
          {tell(scoring.totalOf(formatMark(tally.total), formatMark(tally.full)))}
        </strong>
      </div>
      <div className="row spread scoring-walk">
        <Button icon={<LeftOutlined aria-hidden />} onClick={() => move(-1)}>
          {tell(scoring.previousPoint)}
        </Button>
        <Button icon={<RightOutlined aria-hidden />} iconPlacement="end" onClick={() => move(1)}>
          {tell(scoring.nextPoint)}
        </Button>
      </div>
    </section>
  );
}

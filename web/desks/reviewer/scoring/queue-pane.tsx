import { ArrowRightOutlined, CheckOutlined, ExclamationOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { formatMark } from '#domain/marks';
import { leavesOf, type ObservationPoint, type Standard } from '#domain/standards';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import { type QueueItem, queueStateOf } from '../queue.ts';
import type { PointState, Tally } from './sheet.ts';

type CasesProps = { readonly items: readonly QueueItem[]; readonly assignmentId: string };

/** The other cases, each a link; ✓ what is handed in, an arrow at this one. */
export function Cases({ items, assignmentId }: CasesProps) {
  const tell = useTell();
  const at = items.findIndex((item) => item.assignmentId === assignmentId);
  const here = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case moves into sight.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [assignmentId]);
  return (
    <nav className="scoring-cases" aria-label={tell(scoring.caseList)}>
      <h2 className="figures">{tell(scoring.cases(at + 1, items.length))}</h2>
      <ul>
        {items.map((item) => {
          const isHere = item.assignmentId === assignmentId;
          return (
            <li key={item.assignmentId} ref={isHere ? here : null}>
              <Link
                to="/reviews/$assignmentId"
                params={{ assignmentId: item.assignmentId }}
                {...(isHere && { 'aria-current': 'page' as const })}
              >
                <span className="scoring-sign" aria-hidden>
                  {isHere ? <ArrowRightOutlined /> : queueStateOf(item) === 'submitted' ? <CheckOutlined /> : null}
                </span>
                {item.organizationName}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

type TreeProps = {
  readonly standard: Standard;
  readonly tally: Tally;
  readonly pointId: string;
  readonly go: (pointId: string) => void;
};

/** The standard's points under their indicators, with what is marked. */
export function PointTree({ standard, tally, pointId, go }: TreeProps) {
  const tell = useTell();
  const all = leavesOf(standard).length;
  return (
    <nav className="scoring-tree" aria-label={tell(scoring.tree)}>
      <h2 className="figures">{tell(scoring.treeOf(all - tally.open.length, all))}</h2>
      {standard.indicators.map((first) => (
        <div key={first.indicatorId}>
          <h3>
            <span>
              {first.indicatorId} {first.name}
            </span>
            <span className="figures quiet">
              {formatMark(tally.parts.find(({ indicatorId }) => indicatorId === first.indicatorId)?.total ?? 0)}
            </span>
          </h3>
          <ul>
            {first.children.flatMap(({ children }) =>
              children.map((point) => (
                <TreePoint
                  key={point.pointId}
                  point={point}
                  state={tally.states.get(point.pointId) ?? 'blank'}
                  mark={tally.marks.get(point.pointId)}
                  isHere={point.pointId === pointId}
                  go={() => go(point.pointId)}
                />
              )),
            )}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type TreePointProps = {
  readonly point: ObservationPoint;
  readonly state: PointState;
  readonly mark: number | undefined;
  readonly isHere: boolean;
  readonly go: () => void;
};

const signs = { done: <CheckOutlined />, blank: null, wrong: <ExclamationOutlined /> } as const;

function TreePoint({ point, state, mark, isHere, go }: TreePointProps) {
  const tell = useTell();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isHere) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  const told = {
    done: tell(scoring.pointDone(mark === undefined ? '' : formatMark(mark))),
    blank: tell(scoring.pointBlank),
    wrong: tell(scoring.pointWrong),
  }[state];
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={`scoring-point ${state}`}
        onClick={go}
        {...(isHere && { 'aria-current': 'step' as const })}
      >
        <span className="scoring-sign" aria-hidden>
          {signs[state]}
        </span>
        <span className="scoring-point-name">
          {point.pointId} {point.name}
        </span>
        <span className="figures" aria-hidden>
          {mark === undefined ? '' : formatMark(mark)}
        </span>
        <span className="visually-hidden">{told}</span>
      </button>
    </li>
  );
}

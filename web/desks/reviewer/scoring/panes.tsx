import { Segmented } from 'antd';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState, useSyncExternalStore } from 'react';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import { heldWidth, type Side, widths } from './widths.ts';

export type PaneName = 'queue' | 'material' | 'mark';
type Pane = { readonly name: PaneName; readonly label: string; readonly content: ReactNode };

const narrow = matchMedia('(max-width: 900px)');
const watchNarrow = (changed: () => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};
const useIsNarrow = (): boolean => useSyncExternalStore(watchNarrow, () => narrow.matches);

type PanesProps = {
  readonly queue: ReactNode;
  readonly material: ReactNode;
  readonly mark: ReactNode;
  /** Which one a phone shows. */
  readonly shown: PaneName;
  readonly show: (pane: PaneName) => void;
};

/** Three panes side by side, their widths the person's own; on a phone one at a time, by tabs. */
export function Panes({ queue, material, mark, shown, show }: PanesProps) {
  const tell = useTell();
  const isNarrow = useIsNarrow();
  const panes: readonly Pane[] = [
    { name: 'queue', label: tell(scoring.queuePane), content: queue },
    { name: 'material', label: tell(scoring.materialPane), content: material },
    { name: 'mark', label: tell(scoring.markPane), content: mark },
  ];
  return isNarrow ? <OnePane panes={panes} shown={shown} show={show} /> : <ThreePanes panes={panes} />;
}

type OnePaneProps = Pick<PanesProps, 'shown' | 'show'> & { readonly panes: readonly Pane[] };

function OnePane({ panes, shown, show }: OnePaneProps) {
  const tell = useTell();
  return (
    <div className="scoring-one">
      <Segmented<PaneName>
        block
        aria-label={tell(scoring.panes)}
        value={shown}
        onChange={show}
        options={panes.map(({ name, label }) => ({ value: name, label }))}
      />
      {panes.map(({ name, label, content }) => (
        <section key={name} className={`scoring-pane scoring-${name}`} aria-label={label} hidden={name !== shown}>
          {content}
        </section>
      ))}
    </div>
  );
}

function ThreePanes({ panes }: { readonly panes: readonly Pane[] }) {
  const tell = useTell();
  const [left, setLeft] = useState(() => heldWidth('left'));
  const [right, setRight] = useState(() => heldWidth('right'));
  const [queue, material, mark] = panes;
  return (
    <div className="scoring-three" style={{ gridTemplateColumns: `${left}px 9px minmax(0, 1fr) 9px ${right}px` }}>
      {queue && <PaneView pane={queue} />}
      <Splitter side="left" label={tell(scoring.resizeLeft)} width={left} set={setLeft} />
      {material && <PaneView pane={material} />}
      <Splitter side="right" label={tell(scoring.resizeRight)} width={right} set={setRight} />
      {mark && <PaneView pane={mark} />}
    </div>
  );
}

function PaneView({ pane: { name, label, content } }: { readonly pane: Pane }) {
  return (
    <section className={`scoring-pane scoring-${name}`} aria-label={label}>
      {content}
    </section>
  );
}

type SplitterProps = {
  readonly side: Side;
  readonly label: string;
  readonly width: number;
  readonly set: (width: number) => void;
};

/** Drawn by the pointer, or moved by the arrows while it has the focus. */
function Splitter({ side, label, width, set }: SplitterProps) {
  const { least, most, usual } = widths[side];
  const to = (wanted: number): void => set(heldWidth(side, wanted));
  const outward = side === 'left' ? 1 : -1;
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) to(width + outward * event.movementX);
  };
  const press = (event: KeyboardEvent): void => {
    const wanted = { ArrowRight: width + outward * 16, ArrowLeft: width - outward * 16, Home: least, End: most }[
      event.key
    ];
    if (wanted === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    to(wanted);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved takes the focus (WAI-ARIA, window splitter).
    <div
      role="separator"
      className="scoring-splitter"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => to(usual)}
      onKeyDown={press}
    />
  );
}

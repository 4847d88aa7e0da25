import { HolderOutlined, PlusOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useState } from 'react';
import type { FieldProblem } from '#domain/errors';
import { formatMark } from '#domain/marks';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';
import { added, idOf, isPoint, left, mayMove, moved, type Node, nodeAt, type Place, pathOf, shifted } from './edit.ts';
import type { Editor } from './use-editor.ts';
import './standards.css';

type TreeProps = { readonly editor: Editor; readonly problems: readonly FieldProblem[]; readonly mayEdit: boolean };

/** The tree: what is chosen, what each sums to, where something is to be mended; drag or Alt+arrow to sort. */
export function StandardTree({ editor, problems, mayEdit }: TreeProps) {
  const tell = useTell();
  const [dragged, setDragged] = useState<Place | undefined>();
  const shared = { editor, problems, mayEdit, dragged, setDragged };
  const { content, place } = editor;
  return (
    <nav className="standard-tree" aria-label={tell(m.tree)}>
      {mayEdit && <p className="quiet standard-hint">{tell(m.dragHelp)}</p>}
      <button
        type="button"
        className="standard-node standard-root"
        aria-current={place.length === 0 ? 'true' : undefined}
        onClick={() => editor.choose([])}
      >
        <span className="standard-name">{content.name || tell(m.whole)}</span>
        <Sum place={[]} editor={editor} />
      </button>
      <Branch nodes={content.indicators} place={[]} {...shared} />
    </nav>
  );
}

type BranchProps = TreeProps & {
  readonly nodes: readonly Node[];
  readonly place: Place;
  readonly dragged: Place | undefined;
  readonly setDragged: (place: Place | undefined) => void;
};

const addWords = [m.addFirst, m.addSecond, m.addPoint] as const;

function Branch({ nodes, place, ...shared }: BranchProps) {
  const tell = useTell();
  const { editor, mayEdit } = shared;
  const add = (): void => {
    const next = added(editor.content, place);
    editor.change(next.content, next.place);
  };
  return (
    <ul className="standard-branch">
      {nodes.map((node, at) => (
        <Leaf key={idOf(node)} node={node} place={[...place, at]} {...shared} />
      ))}
      {mayEdit && (
        <li>
          <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
            {tell(addWords[place.length] ?? m.addPoint)}
          </Button>
        </li>
      )}
    </ul>
  );
}

type LeafProps = Omit<BranchProps, 'nodes'> & { readonly node: Node };

function Leaf({ node, place, ...shared }: LeafProps) {
  const tell = useTell();
  const { editor, problems, mayEdit, dragged, setDragged } = shared;
  const isChosen = editor.place.join() === place.join();
  const isFaulty = problems.some(({ path }) => isOwn(path, pathOf(place)));
  const takes = dragged !== undefined && mayMove(dragged, place);
  const shift = (by: -1 | 1): void => {
    const next = shifted(editor.content, place, by);
    editor.change(next.content, next.place);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (!dragged) return;
    const next = moved(editor.content, dragged, place);
    editor.change(next.content, next.place);
    setDragged(undefined);
  };
  return (
    <li
      onDragOver={(event) => takes && event.preventDefault()}
      onDrop={takes ? drop : undefined}
      className={takes ? 'standard-takes' : undefined}
    >
      <button
        type="button"
        className="standard-node"
        draggable={mayEdit}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => editor.choose(place)}
        onDragStart={(event) => {
          event.stopPropagation();
          setDragged(place);
        }}
        onDragEnd={() => setDragged(undefined)}
        onKeyDown={(event) => {
          if (!mayEdit || !event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
          event.preventDefault();
          shift(event.key === 'ArrowUp' ? -1 : 1);
        }}
      >
        {mayEdit && <HolderOutlined aria-hidden className="standard-grip" />}
        <span className="figures quiet">{idOf(node)}</span>
        <span className="standard-name">{node.name}</span>
        {isFaulty && <WarningOutlined aria-label={tell(m.problems(1))} className="standard-fault" />}
        {isPoint(node) ? (
          <span className="figures">{formatMark(node.fullMarks)}</span>
        ) : (
          <Sum place={place} editor={editor} />
        )}
      </button>
      {!isPoint(node) && <Branch nodes={node.children} place={place} {...shared} />}
    </li>
  );
}

/** A problem of the node itself, not of what is below it. */
export const isOwn = (path: string, own: string): boolean =>
  path.startsWith(`${own}.`) && !path.slice(own.length).startsWith('.children.');

function Sum({ place, editor }: { readonly place: Place; readonly editor: Editor }) {
  const tell = useTell();
  const { content } = editor;
  const rest = left(content, place);
  const whole = place.length === 0 ? content.fullMarks : (nodeAt(content, place)?.fullMarks ?? 0);
  return (
    <span className={rest === 0 ? 'figures' : 'figures standard-uneven'}>
      {tell(m.sum(formatMark(whole - rest), formatMark(whole)))}
    </span>
  );
}

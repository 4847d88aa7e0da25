import { wholeMarks } from '#domain/standard-check';
import type { MarkingRule, ObservationPoint, StandardContent } from '#domain/standards';

/** Where a node stands: `[0]` the first indicator, `[0, 1]` its second part, `[0, 1, 2]` that part's third point. */
export type Place = readonly number[];

type First = StandardContent['indicators'][number];
type Second = First['children'][number];
export type Node = First | Second | ObservationPoint;

export const isPoint = (node: Node): node is ObservationPoint => 'pointId' in node;
export const idOf = (node: Node): string => (isPoint(node) ? node.pointId : node.indicatorId);

/** The path of a node in the document, as the check names it: `indicators.0.children.1`. */
export const pathOf = (place: Place): string => `indicators.${place.join('.children.')}`;

const childrenOf = (node: Node): readonly Node[] => (isPoint(node) ? [] : node.children);

export function nodeAt({ indicators }: StandardContent, place: Place): Node | undefined {
  let level: readonly Node[] = indicators;
  let found: Node | undefined;
  for (const at of place) {
    found = level[at];
    if (!found) return undefined;
    level = childrenOf(found);
  }
  return found;
}

/** The siblings under a place (the indicators under `[]`) replaced by what `change` makes of them. */
function withChildren(content: StandardContent, place: Place, change: (nodes: readonly Node[]) => readonly Node[]) {
  const inside = (nodes: readonly Node[], [at, ...rest]: Place): readonly Node[] =>
    at === undefined
      ? change(nodes)
      : nodes.map((node, i) =>
          i === at && !isPoint(node) ? ({ ...node, children: inside(node.children, rest) } as Node) : node,
        );
  // Safe: a change keeps the kind of the level, which each caller sees to.
  return { ...content, indicators: inside(content.indicators, place) } as StandardContent;
}

const parentOf = (place: Place): Place => place.slice(0, -1);
const lastOf = (place: Place): number => place.at(-1) ?? 0;

/** The node at a place with some of its fields changed. */
export const changed = (content: StandardContent, place: Place, fields: Partial<ObservationPoint>): StandardContent =>
  withChildren(content, parentOf(place), (nodes) =>
    nodes.map((node, i) => (i === lastOf(place) ? ({ ...node, ...fields } as Node) : node)),
  );

/** Ids as their places say: `1`, `1.2`, `1.2.3`. */
export function renumbered(content: StandardContent): StandardContent {
  return {
    ...content,
    indicators: content.indicators.map((first, i) => ({
      ...first,
      indicatorId: `${i + 1}`,
      children: first.children.map((second, j) => ({
        ...second,
        indicatorId: `${i + 1}.${j + 1}`,
        children: second.children.map((point, k) => ({ ...point, pointId: `${i + 1}.${j + 1}.${k + 1}` })),
      })),
    })),
  };
}

/** A rule of a kind as it begins; the marks that it names follow the point's full marks. */
export function newRule(kind: MarkingRule['kind'], fullMarks: number, labels: readonly string[]): MarkingRule {
  const shares = [100, 85, 70, 60];
  const part = (share: number): number => Math.round((fullMarks * share) / 100);
  if (kind === 'levels') {
    return { kind, levels: labels.map((label, i) => ({ label, marks: part(shares[i] ?? 0), descriptor: '' })) };
  }
  if (kind === 'deduction') return { kind, items: [{ label: '', marks: Math.min(100, fullMarks) }] };
  return kind === 'ratio' ? { kind, fullAtPercent: 100 } : { kind };
}

const blankOf = (depth: number, fullMarks: number): Node => {
  if (depth < 2) return { indicatorId: '', name: '', fullMarks, children: [] };
  const rule = { kind: 'yes-no' } as const;
  return {
    pointId: '',
    name: '',
    description: '',
    fullMarks,
    method: 'documents',
    rule,
    evidenceRequired: true,
    veto: false,
  };
};

/** What is not yet given to anything below a place, in hundredths; negative when too much is given. */
export function left(content: StandardContent, place: Place): number {
  const whole = place.length === 0 ? content.fullMarks : (nodeAt(content, place)?.fullMarks ?? 0);
  const node = nodeAt(content, place);
  const parts: readonly Node[] = place.length === 0 ? content.indicators : node ? childrenOf(node) : [];
  return whole - parts.reduce((sum, { fullMarks }) => sum + fullMarks, 0);
}

/** A new node at the end of a place, with the marks that are left there. Returns the content and where it stands. */
export function added(content: StandardContent, place: Place): { content: StandardContent; place: Place } {
  const node = nodeAt(content, place);
  const count = place.length === 0 ? content.indicators.length : node ? childrenOf(node).length : 0;
  const blank = blankOf(place.length, Math.max(0, left(content, place)));
  return {
    content: renumbered(withChildren(content, place, (nodes) => [...nodes, blank])),
    place: [...place, count],
  };
}

export const removed = (content: StandardContent, place: Place): StandardContent =>
  renumbered(withChildren(content, parentOf(place), (nodes) => nodes.filter((_, i) => i !== lastOf(place))));

const insertedAt = (nodes: readonly Node[], at: number, node: Node): readonly Node[] => [
  ...nodes.slice(0, at),
  node,
  ...nodes.slice(at),
];

/** Whether a node may stand at a place: on its own level only, and not below itself. */
export const mayMove = (from: Place, to: Place): boolean => from.length === to.length && from.join() !== to.join();

/**
 * Takes a node from its place and puts it where another stands, which moves on by one. The place is counted before the
 * move. Returns the content and where the node stands then.
 */
export function moved(content: StandardContent, from: Place, to: Place): { content: StandardContent; place: Place } {
  const node = nodeAt(content, from);
  if (!node || !mayMove(from, to)) return { content, place: from };
  const isSameParent = parentOf(from).join() === parentOf(to).join();
  const at = isSameParent && lastOf(from) < lastOf(to) ? lastOf(to) - 1 : lastOf(to);
  const without = withChildren(content, parentOf(from), (nodes) => nodes.filter((_, i) => i !== lastOf(from)));
  const within = withChildren(without, parentOf(to), (nodes) => insertedAt(nodes, Math.min(at, nodes.length), node));
  return { content: renumbered(within), place: [...parentOf(to), at] };
}

/** One up or down among its siblings; at the end it stays. */
export function shifted(
  content: StandardContent,
  place: Place,
  by: -1 | 1,
): { content: StandardContent; place: Place } {
  const to = lastOf(place) + by;
  const sibling = nodeAt(content, [...parentOf(place), to]);
  if (to < 0 || !sibling) return { content, place };
  return moved(content, place, [...parentOf(place), by === 1 ? to + 1 : to]);
}

/** Gives the children of a place equal marks that sum to the whole; what does not divide goes to the first ones. */
export function evened(content: StandardContent, place: Place): StandardContent {
  const whole = place.length === 0 ? wholeMarks : (nodeAt(content, place)?.fullMarks ?? 0);
  // Whole half points where that is possible: 12.5 and not 12.34.
  return withChildren(content, place, (nodes) => {
    const unit = whole % 50 === 0 && whole / 50 >= nodes.length ? 50 : 1;
    const units = whole / unit;
    const share = Math.floor(units / nodes.length);
    const more = units - share * nodes.length;
    return nodes.map((node, i) => ({ ...node, fullMarks: (share + (i < more ? 1 : 0)) * unit }));
  });
}

/** Nodes by their distance, the nearest first: a binary heap in which a node that comes nearer moves up. */
export type Frontier = {
  readonly distance: Float64Array;
  readonly nodes: Int32Array;
  /** Where a node lies in the heap, −1 where it does not. */
  readonly place: Int32Array;
  size: number;
};

export const openFrontier = (distance: Float64Array): Frontier => ({
  distance,
  nodes: new Int32Array(distance.length),
  place: new Int32Array(distance.length).fill(-1),
  size: 0,
});

/** Takes a node in, or up after its distance fell. */
export function advance(frontier: Frontier, node: number): void {
  const { nodes, place, distance } = frontier;
  let at = place[node] as number;
  if (at < 0) {
    at = frontier.size;
    frontier.size += 1;
  }
  const length = distance[node] as number;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = nodes[above] as number;
    if ((distance[other] as number) <= length) break;
    nodes[at] = other;
    place[other] = at;
    at = above;
  }
  nodes[at] = node;
  place[node] = at;
}

/** Takes out the nearest. */
export function nearest(frontier: Frontier): number {
  const { nodes, place, distance } = frontier;
  const first = nodes[0] as number;
  place[first] = -1;
  frontier.size -= 1;
  const { size } = frontier;
  if (size === 0) return first;
  const last = nodes[size] as number;
  const length = distance[last] as number;
  let at = 0;
  for (let below = 1; below < size; below = 2 * at + 1) {
    const right = below + 1;
    const isRight =
      right < size && (distance[nodes[right] as number] as number) < (distance[nodes[below] as number] as number);
    const nearer = isRight ? right : below;
    const other = nodes[nearer] as number;
    if ((distance[other] as number) >= length) break;
    nodes[at] = other;
    place[other] = at;
    at = nearer;
  }
  nodes[at] = last;
  place[last] = at;
  return first;
}

/** Takes all out, each told to `forget`. */
export function empty(frontier: Frontier, forget: (node: number) => void): void {
  for (let at = 0; at < frontier.size; at += 1) {
    const node = frontier.nodes[at] as number;
    frontier.place[node] = -1;
    forget(node);
  }
  frontier.size = 0;
}

import { commitment, sha256 } from './canonical.ts';
import { drawFaults } from './proof.ts';
import type { At, State } from './state.ts';

export type Drawn = {
  readonly draws: At<'draw'>[];
  /** The frozen inputs and panels of the full edition, in pieces, by `round/number/part`. */
  readonly texts: Map<string, string[]>;
};

/** The heads of the audit chains add up to the root that is told; the public edition tells the root only. */
export function checkHeads({ at, line }: At<'heads'>, { head, found }: State): void {
  const heads = line.private?.['heads'];
  if (!Array.isArray(heads)) {
    if (head?.line.edition === 'full') found({ line: at, rule: 'audit', detail: 'the heads themselves are missing' });
    return;
  }
  const texts = heads.map((head: { chainId?: unknown; hash?: unknown }) => `${head.chainId} ${head.hash}\n`);
  const root = sha256(texts.join(''));
  if (root !== line.root || heads.length !== line.chains) {
    found({ line: at, rule: 'audit', detail: `the heads give the root ${root}, told is ${line.root}` });
  }
}

/** How many took part and were drawn, as the draw's own files have it. */
function checkCounts({ at, line }: At<'draw'>, files: { inputs: string; panels: string }, { tell }: State): void {
  const { reviewers } = JSON.parse(files.inputs.slice(0, files.inputs.indexOf('\n'))) as { reviewers?: unknown };
  const panels = JSON.parse(files.panels) as { reviewerIds: readonly string[] }[];
  const pairs = panels.reduce((all, { reviewerIds }) => all + reviewerIds.length, 0);
  for (const [name, own] of Object.entries({ reviewers, withPanel: panels.length, pairs })) {
    const told = line[name as 'reviewers' | 'withPanel' | 'pairs'];
    if (told !== own) tell(at, 'draw', `${name} is ${told}, but its files have ${own}`);
  }
}

/** In the full edition the commitments open, and the draw's files prove it. */
function checkFrozen({ at, line }: At<'draw'>, state: State): void {
  const { drawn, salt, tell } = state;
  const told = { inputs: String(line.private?.['inputHash']), panels: String(line.private?.['outputHash']) };
  for (const [name, value] of Object.entries(told)) {
    const isOpen = salt === undefined || commitment(salt, value) === line[name as keyof typeof told];
    if (!isOpen) tell(at, 'commitment', `${name} do not open`);
  }
  const [inputs, panels, certificate] = (['inputs', 'panels', 'certificate'] as const).map((part) =>
    drawn.texts.get(`${line.round}/${line.number}/${part}`)?.join(''),
  );
  if (inputs === undefined || panels === undefined || certificate === undefined) {
    tell(at, 'draw', 'its files are missing');
    return;
  }
  const files = { inputs, panels, certificate };
  const { seed, totalFit } = line;
  try {
    for (const fault of drawFaults({
      ...files,
      told: { inputHash: told.inputs, outputHash: told.panels, seed, totalFit },
    })) {
      tell(at, 'draw', fault);
    }
    checkCounts({ at, line }, files, state);
  } catch (error) {
    tell(at, 'draw', `its files cannot be read: ${String(error)}`);
  }
}

/** Draws of a round count from 1, panels were drawn, and no file belongs to a draw that is not told. */
function checkEach({ drawn, scored, head, tell }: State): void {
  const told = new Map<string, number>();
  for (const { at, line } of drawn.draws) {
    const number = (told.get(line.round) ?? 0) + 1;
    if (line.number !== number) tell(at, 'draw', `draw ${line.number} of ${line.round} stands in place ${number}`);
    told.set(line.round, number);
  }
  const judged = [...scored.values()].flat().some(({ seats }) => seats > 0);
  if (judged && !told.has('documents')) tell(head?.at ?? 0, 'draw', 'there are panels, but no draw');
  for (const name of drawn.texts.keys()) {
    const [round = '', number = ''] = name.split('/');
    if (Number(number) > (told.get(round) ?? 0)) tell(0, 'draw', `${name} belongs to no draw`);
  }
}

/** Seeds are those of the cycle; in the full edition inputs and panels are what their hashes say. */
export function checkDrawn(state: State): void {
  const { head, drawn, tell } = state;
  checkEach(state);
  for (const draw of drawn.draws) {
    const seed = head?.line.drawSeed;
    if (draw.line.seed !== seed) tell(draw.at, 'seed', `the seed is ${draw.line.seed}, the cycle's is ${seed}`);
    if (head?.line.edition === 'full') checkFrozen(draw, state);
  }
}

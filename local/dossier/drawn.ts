import { commitment, sha256 } from './canonical.ts';
import type { Finding } from './lines.ts';
import { drawFaults } from './proof.ts';
import type { At, State } from './state.ts';

export type Drawn = {
  readonly draws: At<'draw'>[];
  /** The frozen inputs and panels of the full edition, in pieces, by `round/number/part`. */
  readonly texts: Map<string, string[]>;
};

/** The heads of the audit chains add up to the root that is told; the public edition tells the root only. */
export function checkHeads({ at, line }: At<'heads'>, found: (finding: Finding) => void): void {
  const heads = line.private?.['heads'];
  if (!Array.isArray(heads)) return;
  const texts = heads.map((head: { chainId?: unknown; hash?: unknown }) => `${head.chainId} ${head.hash}\n`);
  const root = sha256(texts.join(''));
  if (root !== line.root || heads.length !== line.chains) {
    found({ line: at, rule: 'audit', detail: `the heads give the root ${root}, told is ${line.root}` });
  }
}

/** In the full edition the commitments open, and the draw's files prove it. */
function checkFrozen({ at, line }: At<'draw'>, { drawn, salt, tell }: State): void {
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
  } catch (error) {
    tell(at, 'draw', `its files cannot be read: ${String(error)}`);
  }
}

/** Seeds are those of the cycle; in the full edition inputs and panels are what their hashes say. */
export function checkDrawn(state: State): void {
  const { head, drawn, tell } = state;
  for (const draw of drawn.draws) {
    const seed = head?.line.drawSeed;
    if (draw.line.seed !== seed) tell(draw.at, 'seed', `the seed is ${draw.line.seed}, the cycle's is ${seed}`);
    if (head?.line.edition === 'full') checkFrozen(draw, state);
  }
}

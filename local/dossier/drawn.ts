import { canonical, commitment, sha256 } from './canonical.ts';
import type { Finding } from './lines.ts';
import type { At, State } from './state.ts';

export type Drawn = {
  readonly draws: At<'draw'>[];
  /** The frozen inputs and panels of the full edition, in pieces, by `round/number/part`. */
  readonly texts: Map<string, string[]>;
};

type Tell = State['tell'];

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

/** The JSON that pieces make, or undefined with a finding. */
function jsonOf(pieces: readonly string[], at: number, tell: Tell): unknown {
  try {
    return JSON.parse(pieces.join(''));
  } catch {
    tell(at, 'draw', 'the frozen text is no JSON');
    return undefined;
  }
}

function checkPart(of: At<'draw'>, part: 'inputs' | 'panels', { drawn, salt, tell }: State): void {
  const { at, line } = of;
  const told = String(line.private?.[part === 'inputs' ? 'inputHash' : 'outputHash']);
  if (salt !== undefined && commitment(salt, told) !== line[part]) tell(at, 'commitment', `${part} do not open`);
  const pieces = drawn.texts.get(`${line.round}/${line.number}/${part}`);
  if (!pieces) {
    tell(at, 'draw', `the frozen ${part} are missing`);
    return;
  }
  const value = jsonOf(pieces, at, tell);
  if (value === undefined) return;
  const own = sha256(canonical(value));
  if (own !== told) tell(at, 'draw', `the frozen ${part} have the hash ${own}, told is ${told}`);
}

/** Seeds are those of the cycle; in the full edition inputs and panels are what their hashes say. */
export function checkDrawn(state: State): void {
  const { head, drawn, tell } = state;
  for (const draw of drawn.draws) {
    const seed = head?.line.drawSeed;
    if (draw.line.seed !== seed) tell(draw.at, 'seed', `the seed is ${draw.line.seed}, the cycle's is ${seed}`);
    if (head?.line.edition !== 'full') continue;
    checkPart(draw, 'inputs', state);
    checkPart(draw, 'panels', state);
  }
}

import { commitment } from './canonical.ts';
import type { AnyLine, LineOf } from './shapes.ts';
import type { State } from './state.ts';

const onlyFull: readonly AnyLine['kind'][] = ['salt', 'drawn'];

/** The public edition says nothing that only the full one may tell. */
export function checkEdition({ head, tell }: State, at: number, line: AnyLine): void {
  if (head?.line.edition !== 'public') return;
  if (line.private !== undefined || onlyFull.includes(line.kind)) {
    tell(at, 'edition', 'the public edition tells what only the full one may');
  }
}

/** Without its salt no commitment of the full edition could be opened, and nothing private would be checked. */
export function checkSalt({ head, salt, tell }: State): void {
  if (head?.line.edition === 'full' && salt === undefined) {
    tell(head.at, 'edition', 'the full edition has no salt, so that no commitment opens');
  }
}

/** In private the full edition says the commitments' values, in the order of which the numbers were given. */
export function checkNumbered(state: State, at: number, { application, ...line }: LineOf<'application'>): void {
  const expected = `A-${String(state.numbers.size + 1).padStart(5, '0')}`;
  if (application !== expected) state.tell(at, 'order', `${application} stands in the place of ${expected}`);
  if (state.salt === undefined) return;
  const { applicationId, areaId, vetoes } = line.private ?? {};
  const hash = commitment(state.salt, `application\n${String(applicationId)}`);
  if (hash <= state.lastNumbered) state.tell(at, 'commitment', `${application} is not the number of its applicationId`);
  state.lastNumbered = hash;
  if (!line.areaPath.includes(String(areaId))) state.tell(at, 'private', `areaId is ${areaId}, not on the areaPath`);
  const grounds = Array.isArray(vetoes) ? vetoes.map((veto: { ground?: unknown }) => String(veto.ground)) : [];
  if (grounds.join() !== line.vetoes.join()) {
    state.tell(at, 'private', `the vetoes are ${line.vetoes.join() || 'none'}, in private ${grounds.join() || 'none'}`);
  }
}

/** Nobody sits on a panel twice; only the full edition tells who sits there. */
export function checkPeople({ salt, tell, open }: State, at: number): void {
  if (salt === undefined || !open) return;
  const sheets = open.sheets.map(({ line }) => String(line.private?.['reviewerId']));
  if (new Set(sheets).size !== sheets.length) {
    tell(at, 'sheets', `${open.application.line.application}: two sheets are of one reviewer`);
  }
}

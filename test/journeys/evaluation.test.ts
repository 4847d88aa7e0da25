import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { beside } from './evaluation/beside.ts';
import { conflicts } from './evaluation/conflicts.ts';
import { cycle } from './evaluation/cycle.ts';
import { dossier } from './evaluation/dossier.ts';
import { draw } from './evaluation/draw.ts';
import { ending } from './evaluation/ending.ts';
import { intake } from './evaluation/intake.ts';
import { closeJourney, type Journey, openJourney } from './evaluation/journey.ts';
import { pool } from './evaluation/pool.ts';
import { reseating } from './evaluation/reseating.ts';
import { result } from './evaluation/result.ts';
import { scoring } from './evaluation/scoring.ts';
import { standards } from './evaluation/standards.ts';

/**
 * A small cycle with every setting of fair evaluation, lived through over real HTTP in the box: each act signed in as
 * the person with that role, and what each side gets at each step.
 */

let journey: Journey | undefined;
let broken = false;
const theJourney = (): Journey => journey as Journey; // no step runs before it was opened

beforeAll(async () => {
  journey = await openJourney();
}, 120_000);
afterAll(async () => {
  if (journey) await closeJourney(journey);
});

// The steps lead on from one another: after the first that fails there is nothing to be learnt from the others.
beforeEach(({ skip }) => skip(broken, 'an earlier step failed'));
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail';
});

describe('a standard', () => standards(theJourney));
describe('a cycle', () => cycle(theJourney));
describe('the pool of experts', () => pool(theJourney));
describe('an application', () => intake(theJourney));
describe('a conflict', () => conflicts(theJourney));
describe('the draw', () => draw(theJourney));
describe('a draw that stands', () => reseating(theJourney));
describe('a score', () => scoring(theJourney));
describe('what counts beside the sheets', () => beside(theJourney));
describe('the result', () => result(theJourney));
describe('the end', () => ending(theJourney));
describe('the dossier', () => dossier(theJourney));

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsFor } from '#domain/audit-words';

const services = join(import.meta.dirname, '../../functions/services');

/** Every text in the verbs that looks like an action and stands where an action is given. */
function actionsOfTheVerbs(): string[] {
  const files = readdirSync(services, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const texts = files.map((path) => readFileSync(join(services, path), 'utf8'));
  const given = texts.flatMap((text) => [...text.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g)]);
  return [...new Set(given.map(([, action]) => action ?? ''))].filter((text) => !text.endsWith('.ts')).toSorted();
}

describe('the words of the audit', () => {
  it('are there for every action that a verb records', () => {
    const actions = actionsOfTheVerbs();
    expect(actions).toContain('application.submitted');
    expect(actions.filter((action) => wordsFor(action).zh === action)).toEqual([]);
  });

  it('are there for the steps that are put together: of the approval chain, of a re-review', () => {
    const steps = ['draft', 'check', 'approve', 'sign'].map((step) => `decision.${step}`);
    const verdicts = ['keep', 'rectify', 'revoke'].map((verdict) => `award.${verdict}`);
    expect([...steps, ...verdicts].filter((action) => wordsFor(action).zh === action)).toEqual([]);
  });

  it('are the action itself where there are none', () => {
    expect(wordsFor('moon.landed')).toEqual({ zh: 'moon.landed', en: 'moon.landed' });
  });
});

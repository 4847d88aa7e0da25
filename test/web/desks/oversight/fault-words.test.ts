import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseOf, stepWords } from '#web/desks/oversight/fault-words.ts';

const folder = join(import.meta.dirname, '../../../../workflows');

/** Every step that a workflow names when it opens a fault. */
const stepsOfWorkflows = (): string[] => {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.asl.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const named = texts.flatMap((text) => [...text.matchAll(/"failed": "([A-Z]\w+)"/g)].map(([, step]) => step ?? ''));
  return [...new Set(named)];
};

describe('the words of a fault', () => {
  it('are there for every step at which a workflow can fail', () => {
    const steps = stepsOfWorkflows();
    expect(steps).toContain('MatchReviewers');
    expect(steps.filter((step) => stepWords(step, 'zh') === step)).toEqual([]);
    expect(stepWords('LandOnTheMoon', 'zh')).toBe('LandOnTheMoon');
  });

  it('lead to the case, where it has a page', () => {
    expect(caseOf('application:a-1')).toMatchObject({ id: 'a-1', link: '/applications/a-1' });
    expect(caseOf('cycle:c-1').link).toBe('/cycles/c-1');
    expect(caseOf('job:j-1').link).toBeUndefined();
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { approvalSteps } from '#domain/cycles';
import { awardTransitions } from '#domain/decisions';
import { notices } from '#domain/notices/index';
import { gateRules } from '#services/gates/kinds';

const services = join(import.meta.dirname, '..', '..', '..', 'functions', 'services');
const sources = readdirSync(services, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('notifications'))
  .map((name) => readFileSync(join(services, name), 'utf8'));

const isWritten = (text: string): boolean => sources.some((source) => source.includes(text));

/** As it stands in a verb: in full, or composed of the noun and the step or verdict that was taken. */
const spellings = (action: string): string[] => {
  const [noun = '', verb = ''] = action.split('.');
  const composed = { decision: [...approvalSteps, 'step'], award: [...Object.keys(awardTransitions), 'verdict'] }[noun];
  const variable = composed?.includes(verb) ? composed.at(-1) : undefined;
  return [`'${action}'`, ...(variable ? [`\`${noun}.\${${variable}}\``] : [])];
};

describe('what is told', () => {
  it('names no act that no verb records', () => {
    const unheard = Object.keys(notices).filter((action) => !spellings(action).some(isWritten));
    expect(unheard).toEqual([]);
  });

  it('reminds only of gates that open again, and tells of expiry only where a right expires', () => {
    const kindsOf = (action: string) => [...new Set((notices[action] ?? []).flatMap(({ gate }) => gate ?? []))];
    expect(kindsOf('gate.reminded').filter((kind) => gateRules[kind].expire)).toEqual([]);
    expect(kindsOf('gate.expired').filter((kind) => !gateRules[kind].expire)).toEqual([]);
  });
});

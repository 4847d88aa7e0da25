import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notices } from '#domain/notices/index';
import { gateRules } from '#services/gates/kinds';

const services = join(import.meta.dirname, '..', '..', '..', 'functions', 'services');
const sources = readdirSync(services, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('notifications'))
  .map((name) => readFileSync(join(services, name), 'utf8'));

describe('what is told', () => {
  it('names no act that no verb records', () => {
    const unheard = Object.keys(notices).filter((action) => !sources.some((source) => source.includes(`'${action}'`)));
    expect(unheard).toEqual([]);
  });

  it('reminds only of gates that open again, and tells of expiry only where a right expires', () => {
    const kindsOf = (action: string) => [...new Set((notices[action] ?? []).flatMap(({ gate }) => gate ?? []))];
    expect(kindsOf('gate.reminded').filter((kind) => gateRules[kind].expire)).toEqual([]);
    expect(kindsOf('gate.expired').filter((kind) => !gateRules[kind].expire)).toEqual([]);
  });
});

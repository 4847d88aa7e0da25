import { describe, expect, it } from 'vitest';
import { notices, noticesOf } from '#domain/notices/index';
import { type Notice, placeholders } from '#domain/notifications';

const all = Object.entries(notices).flatMap(([action, told]) =>
  told.map((notice): [string, Notice] => [action, notice]),
);
const named = (...texts: string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))),
];
const namesIn = ({ zh, en }: Notice) => ({
  zh: named(zh.subject, zh.body).sort(),
  en: named(en.subject, en.body).sort(),
});

describe('the table of notices', () => {
  it('says the same of the case in both languages, and only what a message may hold', () => {
    for (const [action, notice] of all) {
      const { zh, en } = namesIn(notice);
      expect(zh, action).toEqual(en);
      expect(
        zh.filter((name) => !placeholders.some((known) => known === name)),
        action,
      ).toEqual([]);
    }
  });

  it('prints a deadline exactly where it names whose deadline it is', () => {
    for (const [action, notice] of all) {
      expect(namesIn(notice).zh.includes('deadline'), action).toBe(notice.due !== undefined);
    }
  });

  it('tells of objections only that there is one: neither against whom nor from whom', () => {
    const objections = all.filter(([action]) => action.startsWith('objection.'));
    expect(objections.length).toBeGreaterThan(0);
    for (const [action, notice] of objections) {
      expect(namesIn(notice).zh.sort(), action).toEqual(['cycle', 'deadline']);
      expect(['representative', 'recommenders', 'reviewer', 'owing-reviewers'], action).not.toContain(notice.to);
    }
  });

  it('tells nobody who is proposed before the list is published', () => {
    for (const action of ['application.shortlisted', 'application.passed-over', 'application.scored']) {
      expect(noticesOf({ action, chainId: 'application/1', details: {} })).toEqual([]);
    }
  });

  it('tells of a gate what belongs to its kind, and of an act what its details ask for', () => {
    const reminded = noticesOf({ action: 'gate.reminded', chainId: 'gate/recommendation/a/1', details: {} });
    expect(reminded.map(({ to }) => to)).toEqual(['recommenders']);
    expect(noticesOf({ action: 'gate.reminded', chainId: 'gate/conclusion/a/1', details: {} })).toEqual([]);
    const recused = (seatVacant: boolean) =>
      noticesOf({ action: 'assignment.recused', chainId: 'assignment/1', details: { seatVacant } }).map(({ to }) => to);
    expect(recused(true)).toEqual(['successor', 'administrators']);
    expect(recused(false)).toEqual(['successor']);
    expect(noticesOf({ action: 'toString', chainId: 'x/1', details: {} })).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Key, keys, lists, SHARDS, shardOf, shards } from '#store/keys';

type Builder = (...of: string[]) => Key | string;
// Safe here: a number only goes into the text of a key, where any text will do as well.
const builders = Object.entries(keys) as unknown as [string, Builder][];
const built = builders.flatMap(([name, build]) => {
  const key = build('a', 'b', 'c', 'd');
  return typeof key === 'string' ? [] : [{ name, ...key }];
});

/** The word that tells what an item of a partition is. */
const kindOf = (sk: string): string => sk.split('#')[0] ?? '';

describe('keys', () => {
  it('puts no two kinds of things in one place', () => {
    const places = built.map(({ pk, sk }) => `${pk}\n${sk}`);
    expect(new Set(places).size).toBe(built.length);
  });

  it('keeps kinds that share a partition apart by a word that begins no other word there', () => {
    const partitions = [...new Set(built.map(({ pk }) => pk))];
    const mixed = partitions
      .map((partition) => built.filter(({ pk }) => pk === partition))
      .filter((kinds) => kinds.length > 1);
    const clashes = mixed.flatMap((kinds) =>
      kinds.flatMap((left) =>
        kinds
          .filter((right) => left !== right && kindOf(right.sk).startsWith(kindOf(left.sk)))
          .map((right) => `${left.name} begins ${right.name}`),
      ),
    );
    expect(mixed.length).toBeGreaterThan(3);
    expect(clashes).toEqual([]);
  });

  it('gives another place to another id', () => {
    const blind = builders.flatMap(([name, build]) => {
      const ids = ['a', 'b', 'c', 'd'].slice(0, build.length);
      return ids.flatMap((_, at) => {
        const others = ids.map((id, of) => (of === at ? 'z' : id));
        return JSON.stringify(build(...ids)) === JSON.stringify(build(...others)) ? [`${name} ${at}`] : [];
      });
    });
    expect(blind).toEqual([]);
  });

  it('sorts numbers as numbers', () => {
    const numbers = [1, 2, 9, 10, 99, 100, 33_055];
    const sorted = (sks: string[]) => expect(sks.toSorted()).toEqual(sks);
    sorted(numbers.map((number) => keys.auditEvent('application/a', number).sk));
    sorted(numbers.map((number) => keys.annexRow('decision', number).sk));
    sorted(numbers.map((number) => keys.listRow('list', 'family', number, 'a').sk));
    sorted(numbers.map((number) => keys.snapshot('a', 'form', number).sk));
    sorted(numbers.map((number) => keys.standard('enterprise', number).sk));
    sorted(numbers.map((number) => keys.registerUnit('batch', number).sk));
  });

  it('gives two claims one key only when they are one claim, whatever signs the names hold', () => {
    const part = fc.stringMatching(/^[#,"a]{0,3}$/);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), fc.array(part, { maxLength: 3 }), (left, right) => {
        expect(keys.unique(...left).pk === keys.unique(...right).pk).toBe(
          JSON.stringify(left) === JSON.stringify(right),
        );
      }),
    );
  });
});

describe('shards', () => {
  it('never move: what was stored once is looked for there for ever', () => {
    expect(['a', 'application-1', '示证〔2026〕企-0001', ''].map(shardOf)).toEqual([2, 2, 3, 3]);
    expect(shards).toEqual([0, 1, 2, 3]);
  });

  it('take about the same share each', () => {
    const counts = shards.map(() => 0);
    for (let at = 0; at < 8_000; at += 1) {
      const shard = shardOf(`application-${at}`);
      counts[shard] = (counts[shard] ?? 0) + 1;
    }
    expect(counts.filter((count) => count < 1_850 || count > 2_150)).toEqual([]);
    expect(counts).toHaveLength(SHARDS);
  });

  it('name the partitions that their list is read from', () => {
    expect(lists.peopleShards()).toContain(lists.people('anyone'));
    expect(lists.organizationShards('enterprise')).toContain(lists.organizations('enterprise', 'any'));
  });
});

import type { Key } from '#store/keys';
import type { Entity } from '#store/table';

/** What an index needs to see so that the entity stands in it; every other field is its own name in braces. */
const standing: Readonly<Record<string, object>> = {
  panel: { vacant: 1 },
  award: { status: 'valid' },
  gate: { kind: 'fault', deliveredAt: undefined, decidedAt: '{decidedAt}' },
  unique: { of: ['{of}'] },
  'result-row': { rank: '{rank}' },
};

/** `SHARD` stands for the digit that a hash chose, and padding is left out: a pattern tells what varies. */
const patternOf = (text: string): string => text.replace(/#[0-3]$/, '#{shard}').replaceAll(/0+(?=\{)/g, '');

const nameless = (name: string): object =>
  new Proxy(standing[name] ?? {}, {
    get: (of, field) => (field in of ? Reflect.get(of, field) : `{${String(field)}}`),
  });

const cell = (key: Key | undefined): string => (key ? `\`${patternOf(key.pk)}\` · \`${patternOf(key.sk)}\`` : '');

/** The places of an entity as the document writes them: key, `lists`, `pending`. */
export function placesOf<T>(entity: Entity<T>): readonly [string, string, string] {
  // Safe: the key functions only put fields into texts, and any text will do.
  const of = nameless(entity.name) as T;
  const { lists, pending } = entity.indexes?.(of) ?? {};
  return [cell(entity.key(of)), cell(lists), cell(pending)];
}

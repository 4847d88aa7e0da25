import type { ObjectVersion } from './object-version.ts';

/** What a bucket holds, in memory: keys in the order of their UTF-8 bytes, versions newest first. */
export type BucketIndex = {
  current(key: string): ObjectVersion | undefined;
  find(key: string, versionId: string): ObjectVersion | undefined;
  /** Versions of all keys with the prefix, from the key `from` on (itself included). */
  scan(prefix: string, from: string): Generator<readonly ObjectVersion[], void, undefined>;
  add(version: ObjectVersion): void;
  remove(version: ObjectVersion): void;
  /** The order that the next version takes. */
  nextOrder(): number;
};

export function bucketIndex(stored: readonly ObjectVersion[]): BucketIndex {
  const versions = new Map<string, ObjectVersion[]>();
  for (const version of stored) {
    const others = versions.get(version.key);
    if (others) others.push(version);
    else versions.set(version.key, [version]);
  }
  for (const list of versions.values()) list.sort((a, b) => b.order - a.order);
  // UTF-16, which strings compare by, would put 𠮷 before U+FFxx: S3 lists by bytes
  const keys = [...versions.keys()].map((key) => Buffer.from(key)).sort(Buffer.compare);
  let lastOrder = stored.reduce((highest, { order }) => Math.max(highest, order), 0);

  const position = (key: Buffer): number => {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (Buffer.compare(keys[middle] ?? key, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    current: (key) => versions.get(key)?.[0],
    find: (key, versionId) => versions.get(key)?.find((version) => version.versionId === versionId),
    *scan(prefix, from) {
      const start = Buffer.from(prefix);
      const first = Buffer.from(from);
      for (let at = position(Buffer.compare(first, start) > 0 ? first : start); at < keys.length; at += 1) {
        const key = keys[at]?.toString() ?? '';
        if (!key.startsWith(prefix)) return;
        yield versions.get(key) ?? [];
      }
    },
    add(version) {
      const known = versions.get(version.key);
      if (known) known.unshift(version);
      else {
        const bytes = Buffer.from(version.key);
        versions.set(version.key, [version]);
        keys.splice(position(bytes), 0, bytes);
      }
    },
    remove(version) {
      const left = versions.get(version.key)?.filter(({ versionId }) => versionId !== version.versionId) ?? [];
      if (left.length > 0) versions.set(version.key, left);
      else if (versions.delete(version.key)) keys.splice(position(Buffer.from(version.key)), 1);
    },
    nextOrder: () => {
      lastOrder += 1;
      return lastOrder;
    },
  };
}

import { createHash } from 'node:crypto';
import { GENESIS } from '../audit.ts';
import { canonicalJson } from '../canonical-json.ts';

/** A line of a dossier (docs/dossier.md) before it is written; `private` is for the full edition only. */
export type DossierLine = { readonly kind: string; readonly private?: object; readonly [member: string]: unknown };

const onlyFull = ['salt', 'drawn'];

/** What the public edition says of a line; undefined where it says nothing. */
export function publicPart({ private: _, ...line }: DossierLine): DossierLine | undefined {
  if (onlyFull.includes(line.kind)) return undefined;
  return line.kind === 'dossier' ? { ...line, edition: 'public' } : line;
}

export type Seal = {
  /** The line as it is written, its hash and line feed behind it. */
  readonly line: (of: DossierLine) => string;
  /** The hash of the last line, and how many there were of each kind. */
  readonly root: () => string;
  readonly counts: () => Readonly<Record<string, number>>;
};

/** Chains the lines of one file: each one's hash covers its text and the hash before it. */
export function openSeal(): Seal {
  let previous = GENESIS;
  const counts: Record<string, number> = {};
  return {
    line(of) {
      const json = canonicalJson(of);
      previous = createHash('sha256').update(`${previous}\n${json}`).digest('hex');
      counts[of.kind] = (counts[of.kind] ?? 0) + 1;
      return `${json}\t${previous}\n`;
    },
    root: () => previous,
    counts: () => ({ ...counts }),
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What stands for a value whose knowledge would give somebody away; whoever knows the salt can open it. */
export const commitmentTo =
  (salt: string) =>
  (...parts: readonly string[]): string =>
    sha256(`${salt}\n${parts.join('\n')}`);
export type Commitment = ReturnType<typeof commitmentTo>;

/** One hash over the heads of all audit chains, in the order of their ids. */
export const headsRoot = (heads: readonly { readonly chainId: string; readonly hash: string }[]): string =>
  sha256(heads.map(({ chainId, hash }) => `${chainId} ${hash}\n`).join(''));

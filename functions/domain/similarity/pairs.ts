import { type Folded, fingerprintsOf, folded, type Part, SHINGLE, shinglesOf, WINDOW } from './fingerprints.ts';
import { type Mask, type Passage, passagesBetween } from './passages.ts';

/** The name under which a result of this code can be recognized and recomputed. */
export const similarityAlgorithm = 'winnowing-8-8/1';

export type ComparedText = {
  readonly textId: string;
  readonly parts: readonly Part[];
  /** Of an earlier year: compared with this year's texts, not with other earlier ones. */
  readonly earlier?: boolean;
};

export type Comparing = {
  /** Texts that everybody may quote: the standard's own, the form's headings. */
  readonly quotable?: readonly string[];
  /** What stands in more than this share of the texts is common property, too; percent, by default 5. */
  readonly commonPercent?: number;
  /** A pair is told from so many equal signs on, or from so many per mille of the shorter text. */
  readonly leastShared?: number;
  readonly leastPerMille?: number;
};

export type SimilarTexts = {
  readonly left: string;
  readonly right: string;
  /** Equal signs (letters and digits) in passages of at least 15, and their share of the shorter text. */
  readonly shared: number;
  readonly perMille: number;
  readonly passages: readonly Passage[];
};

/** A share of few texts is nobody: common is what more than ten hold, and of up to twenty texts more than half (never two). */
const FEWEST_COMMON = 10;
const FEW_TEXTS = 20;

/** Longer lists are linked in a chain: a text that went round is found link by link, not in each of its pairs. */
const LONGEST_WHOLE_LIST = 24;
const CHAIN = 2;

/** Fingerprints that a pair must share to be looked at: 60 equal signs in the shortest passages leave four. */
const FEWEST_FINGERPRINTS = 3;

/** An index of a text and a hash share the 53 bits of a number. */
const MOST_TEXTS = 2 ** 21;

const isCommon = (holders: number, texts: number, percent: number): boolean =>
  texts <= FEW_TEXTS ? holders > 2 && holders * 2 > texts : holders > Math.max(FEWEST_COMMON, (texts * percent) / 100);

/** A list of numbers that grows; plain arrays of tens of millions cost several times the memory. */
class Numbers {
  private values = new Float64Array(1 << 16);
  private count = 0;
  push(value: number): void {
    if (this.count === this.values.length) {
      const wider = new Float64Array(this.count * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.count] = value;
    this.count += 1;
  }
  sorted(): Float64Array {
    return this.values.subarray(0, this.count).sort();
  }
}

/** Every fingerprint with the text that it stands in, sorted by hash and then by text; each once for each text. */
function postings(texts: readonly ComparedText[], isQuotable: (hash: number) => boolean): Float64Array {
  const numbers = new Numbers();
  texts.forEach(({ parts }, at) => {
    const seen = new Set<number>();
    fingerprintsOf(folded(parts), (_, hash) => {
      if (seen.has(hash) || isQuotable(hash)) return;
      seen.add(hash);
      numbers.push(hash * MOST_TEXTS + at);
    });
  });
  return numbers.sorted();
}

type Candidates = { readonly pairs: Float64Array; readonly common: ReadonlySet<number> };

/** The pairs of texts that share fingerprints, once for each, and the hashes that are common property. */
function candidatesOf(texts: readonly ComparedText[], index: Float64Array, percent: number): Candidates {
  const pairs = new Numbers();
  const common = new Set<number>();
  const link = (a: number, b: number): void => {
    if (!(texts[a]?.earlier && texts[b]?.earlier)) pairs.push(a * MOST_TEXTS + b);
  };
  for (let from = 0; from < index.length; ) {
    const hash = Math.floor((index[from] ?? 0) / MOST_TEXTS);
    let to = from + 1;
    while (to < index.length && Math.floor((index[to] ?? 0) / MOST_TEXTS) === hash) to += 1;
    const holders = to - from;
    if (holders > 1 && isCommon(holders, texts.length, percent)) common.add(hash);
    else {
      const span = holders <= LONGEST_WHOLE_LIST ? holders : CHAIN;
      for (let a = from; a < to; a += 1) {
        for (let b = a + 1; b < Math.min(to, a + 1 + span); b += 1) {
          link((index[a] ?? 0) - hash * MOST_TEXTS, (index[b] ?? 0) - hash * MOST_TEXTS);
        }
      }
    }
    from = to;
  }
  return { pairs: pairs.sorted(), common };
}

/**
 * The signs of a text that belong to everybody: under a quotable shingle, and from one common fingerprint to the next
 * as far as no window lies between them.
 */
function maskOf(text: Folded, isQuotable: (hash: number) => boolean, common: ReadonlySet<number>): Mask {
  const mask = new Uint8Array(text.signs.length);
  shinglesOf(text, (place, hash) => {
    if (isQuotable(hash)) mask.fill(1, place, place + SHINGLE);
  });
  let last = Number.NEGATIVE_INFINITY;
  fingerprintsOf(text, (place, hash) => {
    if (!common.has(hash)) return;
    mask.fill(1, place - last <= SHINGLE + WINDOW ? last : place, place + SHINGLE);
    last = place;
  });
  return mask;
}

const shingleSet = (texts: readonly string[]): ReadonlySet<number> => {
  const hashes = new Set<number>();
  for (const text of texts) shinglesOf(folded([{ name: '', text }]), (_, hash) => hashes.add(hash));
  return hashes;
};

/**
 * Which texts have passages in common, the most similar first; neither the order of the texts nor who is left or right
 * changes anything (left is the lesser id). Time and memory go with the length of all texts and the pairs that are
 * found, not with the square of their number.
 */
export function similarTexts(given: readonly ComparedText[], comparing: Comparing = {}): SimilarTexts[] {
  const { quotable = [], commonPercent = 5, leastShared = 60, leastPerMille = 100 } = comparing;
  if (given.length >= MOST_TEXTS) throw new RangeError(`More than ${MOST_TEXTS} texts`);
  const texts = given.toSorted((a, b) => (a.textId < b.textId ? -1 : 1));
  const quoted = shingleSet(quotable);
  const isQuotable = (hash: number): boolean => quoted.has(hash);
  const { pairs, common } = candidatesOf(texts, postings(texts, isQuotable), commonPercent);
  const found: SimilarTexts[] = [];
  const foldedOnce = new Map<number, Folded>();
  const foldedOf = (at: number): Folded => {
    const known = foldedOnce.get(at) ?? folded(texts[at]?.parts ?? []);
    foldedOnce.set(at, known);
    return known;
  };
  let group = -1;
  for (let from = 0; from < pairs.length; ) {
    let to = from + 1;
    while (to < pairs.length && pairs[to] === pairs[from]) to += 1;
    const count = to - from;
    const [a, b] = [Math.floor((pairs[from] ?? 0) / MOST_TEXTS), (pairs[from] ?? 0) % MOST_TEXTS];
    from = to;
    if (count < FEWEST_FINGERPRINTS) continue;
    // Pairs come by their first text: what was folded for the one before is not needed any more.
    if (a !== group) foldedOnce.clear();
    group = a;
    const [left, right] = [foldedOf(a), foldedOf(b)];
    const passages = passagesBetween(left, right, maskOf(right, isQuotable, common));
    const shared = passages.reduce((sum, { same }) => sum + same, 0);
    const perMille = Math.floor((1000 * shared) / Math.max(1, Math.min(left.signs.length, right.signs.length)));
    if (shared < leastShared && !(perMille >= leastPerMille && shared > 0)) continue;
    found.push({
      left: texts[a]?.textId ?? '',
      right: texts[b]?.textId ?? '',
      shared,
      perMille: Math.min(1000, perMille),
      passages,
    });
  }
  return found.toSorted(
    (x, y) => y.perMille - x.perMille || y.shared - x.shared || (x.left + x.right < y.left + y.right ? -1 : 1),
  );
}

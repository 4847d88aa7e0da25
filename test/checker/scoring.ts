import {
  compare,
  decimal,
  type Fraction,
  greater,
  lesser,
  minus,
  plus,
  ratio,
  sum,
  times,
  whole,
  zero,
} from '#local/dossier/fraction';

/** One reviewer's marks: the whole sheet, and its part under the first-level indicator that parts ties. */
export type SheetTotals = { readonly total: Fraction; readonly results: Fraction };

const mean = (values: readonly Fraction[]): Fraction => times(sum(values), ratio(1n, BigInt(values.length)));

/**
 * domain.md §4: from five sheets on one highest and one lowest are dropped and the rest is averaged, three and four are
 * averaged, fewer give no result.
 */
export function panelScore(sheets: readonly SheetTotals[]): { documents: Fraction; results: Fraction } | undefined {
  if (sheets.length < 3) return undefined;
  const byTotal = sheets.toSorted((a, b) => compare(a.total, b.total));
  const kept = byTotal.length >= 5 ? byTotal.slice(1, -1) : byTotal;
  return { documents: mean(kept.map((sheet) => sheet.total)), results: mean(kept.map((sheet) => sheet.results)) };
}

export type CompositeInput = {
  readonly documents: Fraction;
  readonly site: Fraction;
  readonly satisfaction: Fraction;
  readonly weights: { readonly documents: number; readonly site: number; readonly satisfaction: number };
  readonly bonuses: readonly string[];
  readonly deductions: readonly string[];
  readonly bonusCap: string;
};

/** 综合分 = 材料 × w1 + 实地 × w2 + 满意度 × w3 + 加分 (the sum is capped) − 扣分, held within 0 … 100 + cap. */
export function composite(input: CompositeInput): Fraction {
  const { weights } = input;
  const part = (score: Fraction, weight: number): Fraction => times(score, ratio(BigInt(weight), 100n));
  const weighted = sum([
    part(input.documents, weights.documents),
    part(input.site, weights.site),
    part(input.satisfaction, weights.satisfaction),
  ]);
  const cap = decimal(input.bonusCap);
  const bonus = lesser(sum(input.bonuses.map(decimal)), cap);
  const raw = minus(plus(weighted, bonus), sum(input.deductions.map(decimal)));
  return greater(zero, lesser(raw, plus(whole(100), cap)));
}

import { hashOf } from '../audit.ts';
import type { Cycle, CycleCategory } from '../cycles.ts';
import type { DrawRecord } from '../draws.ts';
import { formatMark, parseMark } from '../marks.ts';
import { criteria } from '../ranking.ts';
import { defaultIndicator, panelRuleOf } from '../scored.ts';
import type { Result, Vote } from '../selections.ts';
import type { Standard } from '../standards.ts';
import type { Commitment, DossierLine } from './seal.ts';

/** Points with exactly two decimals, however the office wrote them. */
const points = (text: string): string => formatMark(parseMark(text, { min: 0, max: 10_000 }, 'points'));

export const headLine = (cycle: Cycle, result: Result, madeAt: string): DossierLine => ({
  kind: 'dossier',
  format: 'xuechuang-dossier/1',
  edition: 'full',
  cycleId: cycle.cycleId,
  title: cycle.title,
  year: cycle.year,
  nature: cycle.nature,
  issuer: cycle.issuer,
  basis: cycle.basis,
  bonusCap: points(cycle.bonusCap),
  drawSeed: cycle.drawSeed,
  publicity: cycle.publicity,
  approvalChain: cycle.approvalChain,
  madeAt,
  result: {
    resultId: result.resultId,
    hash: result.hash,
    computedAt: result.computedAt,
    rows: result.rows,
    // The minutes of a vote are a free text of the committee's and stay in the house.
    reason: result.voteId === undefined ? result.reason : `vote ${result.voteId}`,
  },
});

export const standardLine = ({ standardId, version, name, label, indicators }: Standard): DossierLine => ({
  kind: 'standard',
  ...{ standardId, version, name, label, indicators },
  sha256: hashOf(indicators),
});

/** The settings with every default filled in, so that whoever recomputes needs to know none. */
export const categoryLine = (
  category: CycleCategory,
  of: { readonly name: string; readonly standard: Standard; readonly applications: number },
): DossierLine => ({
  kind: 'category',
  categoryId: category.categoryId,
  name: of.name,
  standardId: category.standardId,
  standardVersion: category.standardVersion,
  standardSha256: hashOf(of.standard.indicators),
  reviewMode: category.reviewMode,
  panelSize: category.panelSize,
  samplePercent: category.samplePercent,
  weights: category.weights,
  passLine: points(category.passLine),
  panelRule: panelRuleOf(category),
  tieChain: category.tieChain ?? [...criteria],
  tieIndicator: category.tieIndicator ?? defaultIndicator,
  tiers: (category.tiers ?? []).map(({ name, line }) => ({ name, line: points(line) })),
  quota: {
    total: category.quota.total,
    mode: category.quota.mode ?? 'competitive',
    byRecommender: category.quota.byRecommender,
    areas: category.quota.areas ?? [],
  },
  siteTeam: category.siteTeam,
  arbitrationThreshold: category.arbitrationThreshold && points(category.arbitrationThreshold),
  applications: of.applications,
});

/** What is public of a draw; its hashes stand as commitments, for a small one could be guessed from them. */
export const drawLine = (draw: DrawRecord, commit: Commitment): DossierLine => ({
  kind: 'draw',
  round: draw.round,
  number: draw.number,
  algorithm: draw.algorithm,
  seed: draw.seed,
  applications: draw.applications,
  withPanel: draw.withPanel,
  reviewers: draw.reviewers,
  pairs: draw.pairs,
  totalFit: draw.totalFit,
  drawnAt: draw.drawnAt,
  inputs: commit(draw.inputHash),
  panels: commit(draw.outputHash),
  private: { inputHash: draw.inputHash, outputHash: draw.outputHash },
});

export const voteLine = ({ categoryId, order, at }: Vote, numbers: ReadonlyMap<string, string>): DossierLine => ({
  kind: 'vote',
  categoryId,
  order: order.map((id) => numbers.get(id)),
  at,
});

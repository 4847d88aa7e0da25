import { formatMark } from '../marks.ts';
import type { Analysis, Model } from './analyse.ts';
import { cautionWords, discordanceWords, impedimentWords } from './model-words.ts';

/** Stands over everything that comes of the analysis. */
export const analysisLabel = {
  zh: '仅供参考，不是评审结果',
  en: 'For information only; this is not the result',
} as const;

/** What was found, what it means and what to do about it; about whom, where it is about somebody. */
export type Finding = {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  readonly applicationId?: string;
  readonly reviewerId?: string;
};

/** How applications and reviewers are called in the sentences: by name, or by number. */
export type Names = {
  readonly application: (applicationId: string) => string;
  readonly reviewer: (reviewerId: string) => string;
};

/** Severity is told from 2 points on, if even the near end of its interval lies above nothing [set]. */
const MARKED_POINTS = 2;
const MOST_OF_A_KIND = 50;

const points = (value: number): string => value.toFixed(1);
const percent = (value: number): string => `${(100 * value).toFixed(0)}%`;

function severityWords({ reviewers }: Model, names: Names): Finding[] {
  return reviewers
    .filter(({ leniency }) => Math.abs(leniency.value) >= MARKED_POINTS && leniency.low * leniency.high > 0)
    .map(({ reviewerId, leniency: { value, low, high } }) => {
      const by = points(Math.abs(value));
      return {
        kind: 'severity',
        reviewerId,
        zh: `${names.reviewer(reviewerId)}评分比其他专家${value > 0 ? '宽' : '严'}约 ${by} 分（95% 区间 ${points(low)} 至 ${points(high)}）。宽严不同不等于评分有误；可在评审前培训时统一尺度，不得据此改分。`,
        en: `${names.reviewer(reviewerId)} marks about ${by} points ${value > 0 ? 'higher' : 'lower'} than the others (95% interval ${points(low)} to ${points(high)}). To be severe or lenient is no mistake: agree on the scale before the next round; change no mark because of it.`,
      };
    });
}

function randomWords({ reviewers }: Model, names: Names): Finding[] {
  return reviewers
    .filter(({ randomLooking }) => randomLooking)
    .map(({ reviewerId, sheets, slope, chance }) => ({
      kind: 'random-looking',
      reviewerId,
      zh: `${names.reviewer(reviewerId)}的 ${sheets} 份评分与同组其他专家几乎没有共同的高低（一致系数 ${(slope ?? 0).toFixed(2)}，正常约为 1；随机评分的可能性 ${percent(chance ?? 0)}）。请核对其评语与佐证，向本人了解情况；确有问题的，按规定解锁重评或更换专家。`,
      en: `The ${sheets} sheets of ${names.reviewer(reviewerId)} hardly rise and fall with those of the others on the same panels (slope ${(slope ?? 0).toFixed(2)}, usually about 1; chance of random marks ${percent(chance ?? 0)}). Read the comments against the evidence and ask; if something is wrong, unlock the sheets or replace the reviewer as the rules provide.`,
    }));
}

/** How much the search for random marks can see in this season: a reviewer who is not named is not thereby cleared. */
function detectionWords({ reviewers, leftOut }: Model): Finding[] {
  const tested = reviewers.filter(({ found }) => found !== null);
  if (tested.length === 0) {
    return [
      {
        kind: 'detection',
        zh: '每位专家的评分份数太少（不足 5 份），无法判断是否有人随意评分。',
        en: 'No reviewer has enough sheets (5) for random marks to be told from careful ones.',
      },
    ];
  }
  const mean = (values: readonly (number | null)[]): number =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
  const found = percent(mean(tested.map((each) => each.found)));
  const wrong = (100 * mean(tested.map(({ falseAlarm }) => falseAlarm))).toFixed(1);
  const left = leftOut.length;
  return [
    {
      kind: 'detection',
      zh: `按本批评分份数，随意评分的专家约有 ${found} 能被发现，认真评分的专家约有 ${wrong}% 会被误报；可检验 ${tested.length} 位，共 ${reviewers.length} 位。${left > 0 ? `本页的校准分、区间和名次范围未采用被标记的 ${left} 位专家的评分；评审结果仍按规则计入其全部有效评分。` : '没有专家被标记。'}`,
      en: `With these numbers of sheets about ${found} of those who mark at random would be found, and about ${wrong}% of the careful ones wrongly; ${tested.length} of ${reviewers.length} reviewers could be tested. ${left > 0 ? `Calibrated scores, intervals and rank ranges here leave out the ${left} that are flagged; the result counts all their valid sheets, as the rule says.` : 'Nobody is flagged.'}`,
    },
  ];
}

function disagreementWords({ disagreements }: Model, names: Names): Finding[] {
  return disagreements.slice(0, MOST_OF_A_KIND).map(({ applicationId, reviewerId, range, off }) => ({
    kind: 'disagreement',
    applicationId,
    zh: `${names.application(applicationId)}：专家评分相差 ${points(range)} 分，扣除宽严后仍超出正常波动；离其他专家最远的是${names.reviewer(reviewerId)}（${off > 0 ? '高' : '低'} ${points(Math.abs(off))} 分）。请对照评语查看分歧所在，必要时组织合议或仲裁。`,
    en: `${names.application(applicationId)}: the marks lie ${points(range)} points apart, more than usual noise explains after severity; furthest from the others is ${names.reviewer(reviewerId)} (${points(Math.abs(off))} ${off > 0 ? 'above' : 'below'}). Compare the comments; have the panel discuss it or an arbiter decide where the rules provide.`,
  }));
}

function chanceWords({ scores, calibration }: Model): Finding[] {
  const open = scores.filter(({ rank }) => rank.inTop > 0.1 && rank.inTop < 0.9).length;
  if (open === 0) return [];
  return [
    {
      kind: 'near-the-line',
      zh: `前 ${calibration.top} 名的边界附近有 ${open} 个申报，入围可能性在 10% 至 90% 之间：以现有评分份数，它们的先后在误差之内。名次仍以评审规则为准；如需更有把握，可在下一批增加专家人数。`,
      en: `Around the line of the first ${calibration.top} there are ${open} applications whose chance to be in lies between 10% and 90%: with this number of sheets their order is within error. The rule decides all the same; more reviewers next time would make it surer.`,
    },
  ];
}

function calibrationWords({ calibration }: Model): Finding[] {
  const { compared, moved, furthest, top, entering } = calibration;
  return [
    {
      kind: 'calibration',
      zh: `如按专家宽严校准，${compared} 个申报中有 ${moved} 个材料评分名次会变动，最多变动 ${furthest} 位；前 ${top} 名中有 ${entering.length} 个会换人。这只说明宽严的影响有多大，不改变任何名次。`,
      en: `Calibrated for severity, ${moved} of ${compared} applications would have another rank by documents, by ${furthest} places at most; ${entering.length} of the first ${top} would be others. This tells how much severity matters and changes no rank.`,
    },
    discordanceWords(calibration.discordance),
  ];
}

function sheetWords({ duplicates, uniform, revisions }: Analysis, names: Names): Finding[] {
  const copies = duplicates.slice(0, MOST_OF_A_KIND).map(
    ({ applicationId, reviewerIds, total }): Finding => ({
      kind: 'duplicate-sheets',
      applicationId,
      zh: `${names.application(applicationId)}：${reviewerIds.map(names.reviewer).join('、')}的评分表逐项完全相同（总分 ${formatMark(total)}）。可能是巧合，也可能是代评或抄录，请核对提交时间与评语。`,
      en: `${names.application(applicationId)}: the sheets of ${reviewerIds.map(names.reviewer).join(', ')} agree on every point (total ${formatMark(total)}). It may be chance, or copied, or filled in by one for the other: compare times and comments.`,
    }),
  );
  const same = uniform.map(
    ({ reviewerId, sheets, alike, total }): Finding => ({
      kind: 'uniform-sheets',
      reviewerId,
      zh: `${names.reviewer(reviewerId)}的 ${sheets} 份评分表中有 ${alike} 份逐项完全相同（总分 ${formatMark(total)}），没有区分各申报。请与本人核实；需要重评的，说明理由后解锁。`,
      en: `${alike} of the ${sheets} sheets of ${names.reviewer(reviewerId)} are the same on every point (total ${formatMark(total)}) and tell no application from another. Ask the reviewer; unlock with the reason where marks must be given anew.`,
    }),
  );
  const changed = revisions.slice(0, MOST_OF_A_KIND).map(
    ({ applicationId, reviewerId, from, to, points: changes }): Finding => ({
      kind: 'changed-after-unlocking',
      applicationId,
      reviewerId,
      zh: `${names.application(applicationId)}：${names.reviewer(reviewerId)}解锁后改了 ${changes.length} 项，总分由 ${formatMark(from)} 改为 ${formatMark(to)}。请核对解锁理由与改动是否相符。`,
      en: `${names.application(applicationId)}: after unlocking ${names.reviewer(reviewerId)} changed ${changes.length} points, the total from ${formatMark(from)} to ${formatMark(to)}. Check that the change fits the reason of the unlocking.`,
    }),
  );
  return [...copies, ...same, ...changed];
}

function selfScoreWords({ selfScores: { applications, mean, median } }: Analysis, names: Names): Finding[] {
  if (mean === null || median === null) return [];
  const flagged = applications.filter((each) => each.flagged).toSorted((a, b) => b.gap - a.gap);
  const summary: Finding = {
    kind: 'self-scores',
    zh: `本类别自评分平均比专家评分高 ${points(mean)} 分（中位数 ${points(median)} 分）；高出 10 分以上的 ${flagged.length} 个。自评分权重为 0，不影响结果。`,
    en: `Self-scores lie ${points(mean)} points above the panels' on average (median ${points(median)}); ${flagged.length} by more than 10. They weigh 0 and do not touch the result.`,
  };
  const each = flagged.slice(0, MOST_OF_A_KIND).map(
    ({ applicationId, self, panel, gap }): Finding => ({
      kind: 'self-score-gap',
      applicationId,
      zh: `${names.application(applicationId)}：自评 ${points(self)} 分，专家 ${points(panel)} 分，高出 ${points(gap)} 分。请核对佐证是否支持自评；反馈时说明差距所在的观测点。`,
      en: `${names.application(applicationId)}: self-score ${points(self)}, panel ${points(panel)}, ${points(gap)} above. Check whether the evidence bears the self-score, and name the points of difference in the feedback.`,
    }),
  );
  return [summary, ...each];
}

function modelFindings(model: Analysis['model'], names: Names): Finding[] {
  if ('withheld' in model) return [{ kind: `withheld:${model.withheld}`, ...impedimentWords[model.withheld] }];
  return [
    ...model.cautions.map((caution): Finding => ({ kind: `caution:${caution}`, ...cautionWords[caution] })),
    ...randomWords(model, names),
    ...detectionWords(model),
    ...severityWords(model, names),
    ...disagreementWords(model, names),
    ...chanceWords(model),
    ...calibrationWords(model),
  ];
}

/** Everything that was found, in sentences: at most 50 of a kind, the plainest in front; the figures tell the rest. */
export const findingsOf = (analysis: Analysis, names: Names): Finding[] => [
  ...modelFindings(analysis.model, names),
  ...sheetWords(analysis, names),
  ...selfScoreWords(analysis, names),
];

import { describe, expect, it } from 'vitest';
import { type AnalysisInput, analyse } from '#domain/analysis/analyse';
import { picturesOf } from '#domain/analysis/pictures';
import { analysisLabel, findingsOf } from '#domain/analysis/words';
import { byApplication, simulated } from './simulated.ts';

const names = { application: (id: string) => `单位${id}`, reviewer: (id: string) => `专家${id}` };
const rule = { seed: 's', top: 5, panelRule: { minimumSheets: 3, trimFrom: 5 }, fullMarks: 10_000 };

/** Fifty applications with one of everything in it: a severe reviewer, a random one, a dispute, a copy, a change. */
function eventful(): AnalysisInput {
  const { ratings } = simulated(
    { applications: 250, reviewers: 25, panel: [5, 5], variances: [4, 0.3, 1], random: (reviewer) => reviewer === 9 },
    'eventful',
  );
  const applications = byApplication(ratings).map((own, application) => ({
    applicationId: String(application).padStart(3, '0'),
    selfScore: application === 4 ? 9990 : 8300,
    sheets: own.map(({ reviewer, score }, at) => {
      const off = (reviewer === 2 ? -6 : 0) + (application === 7 && at === 0 ? -15 : 0);
      const copied = application === 5 && at < 2;
      const total = copied ? 8123 : Math.round((score + off) * 100);
      const earlier = application === 6 && at === 0 ? [{ marks: { a: total - 300 }, total: total - 300 }] : [];
      return { reviewerId: String(reviewer).padStart(2, '0'), marks: { a: total }, total, earlier };
    }),
  }));
  return { ...rule, applications };
}

describe('the analysis in words', () => {
  const analysis = analyse(eventful());
  const findings = findingsOf(analysis, names);
  const of = (kind: string) => findings.filter((finding) => finding.kind === kind);

  it('is labelled as not the result', () => {
    expect(analysisLabel.zh).toBe('仅供参考，不是评审结果');
    expect(analysisLabel.en).toMatch(/not the result/);
  });

  it('names the random-looking and the severe reviewer, and what to do about them', () => {
    expect(of('random-looking')).toMatchObject([{ reviewerId: '09', zh: expect.stringMatching(/专家09.*请核对/s) }]);
    expect(of('severity')).toMatchObject([{ reviewerId: '02', zh: expect.stringMatching(/严约.*不得据此改分/s) }]);
    expect(of('detection')[0]?.zh).toMatch(/能被发现.*会被误报.*未采用被标记的 1 位专家/s);
  });

  it('tells the dispute, the copy, the change and the inflated self-score of their applications', () => {
    expect(of('disagreement')[0]).toMatchObject({ applicationId: '007', zh: expect.stringContaining('单位007') });
    expect(of('duplicate-sheets').map(({ applicationId }) => applicationId)).toContain('005');
    expect(of('changed-after-unlocking')).toMatchObject([{ applicationId: '006' }]);
    expect(of('self-score-gap')[0]).toMatchObject({ applicationId: '004' });
  });

  it('tells that a trimmed mean ranks worse, with the season’s own shares', () => {
    const [finding] = of('discordance');
    expect(finding?.en).toMatch(/a trimmed mean ranks worse than a plain mean/);
    const shares = [...(finding?.en.matchAll(/([\d.]+)% by the (trimmed|plain)/g) ?? [])].map((match) =>
      Number(match[1]),
    );
    expect(shares[0]).toBeGreaterThan(shares[1] ?? Number.NaN);
  });

  it('says why there is no model', () => {
    expect(findingsOf(analyse({ ...rule, applications: [] }), names).map(({ kind }) => kind)).toEqual([
      'withheld:too-few',
    ]);
  });

  it('has every sentence in both languages, without a gap and with Chinese punctuation', () => {
    for (const { zh, en } of findings) {
      expect(`${zh}${en}`).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(zh).toMatch(/。$/);
      expect(zh).not.toMatch(/[\u4e00-\u9fff][,;:?!()]/);
      expect(en).toMatch(/\.$/);
    }
  });

  it('comes with the figures of its pictures, in the order in which they are drawn', () => {
    const { severity, scores, selfAgainstPanel, histogram } = picturesOf(analysis);
    expect(severity[0]).toMatchObject({ reviewerId: '02', randomLooking: false });
    expect(severity.map(({ value }) => value)).toEqual(severity.map(({ value }) => value).toSorted((a, b) => a - b));
    expect(scores.map(({ value }) => value)).toEqual(scores.map(({ value }) => value).toSorted((a, b) => b - a));
    expect(scores.every(({ value, low, high }) => low < value && value < high)).toBe(true);
    expect(selfAgainstPanel.filter(({ flagged }) => flagged).map(({ applicationId }) => applicationId)).toContain(
      '004',
    );
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(250);
    expect(histogram.every(({ from, to }, at) => from < to && from === (histogram[at - 1]?.to ?? from))).toBe(true);
  });
});

import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { Figure } from '#web/kit/figure.tsx';
import { analysis } from '#web/messages/analysis.ts';
import { useTell } from '#web/messages/language.tsx';
import { histogram, intervals, selfAgainst } from './analysis-charts.ts';
import type { AnalysisAnswer } from './analysis-view.tsx';
import { nearest } from './nearest.ts';

type Props = { readonly answer: AnalysisAnswer };
type Model = Exclude<AnalysisAnswer['analysis']['model'], { withheld: string }>;

const percent = (share: number): string => `${Math.round(100 * share)}%`;
const heightOf = (rows: number): number => 90 + 24 * rows;

/** How applications and reviewers of the answer are called. */
function useCalled({ applications, reviewers }: AnalysisAnswer) {
  return useMemo(() => {
    const units = new Map(applications.map((each) => [each.applicationId, each.organizationName]));
    const people = new Map((reviewers ?? []).map(({ number, name }) => [number, `${name} ${number}`]));
    return {
      unit: (applicationId: string): string => units.get(applicationId) ?? applicationId,
      reviewer: (number: string): string => people.get(number) ?? number,
    };
  }, [applications, reviewers]);
}

export function AnalysisFigures({ answer }: Props) {
  const { model } = answer.analysis;
  return (
    <>
      {!('withheld' in model) && (
        <>
          <Severity answer={answer} model={model} />
          <Scores answer={answer} model={model} />
          <Ranks answer={answer} model={model} />
          <Disagreement answer={answer} model={model} />
          <Spread answer={answer} />
        </>
      )}
      <SelfScores answer={answer} />
    </>
  );
}

const Card = ({ children }: { readonly children: ReactNode }) => <div className="card">{children}</div>;

type ModelProps = Props & { readonly model: Model };

function Severity({ answer, model }: ModelProps) {
  const tell = useTell();
  const called = useCalled(answer);
  const { severity } = answer.pictures;
  const sheetsOf = new Map(model.reviewers.map(({ reviewerId, sheets }) => [reviewerId, sheets]));
  const shown = nearest(severity, 0);
  const option = useMemo(
    () =>
      intervals(
        shown.map(({ reviewerId, randomLooking, ...interval }) => ({
          name: called.reviewer(reviewerId),
          marked: randomLooking,
          ...interval,
        })),
        { value: tell(analysis.severityHead), marked: tell(analysis.random) },
      ),
    [shown, called, tell],
  );
  return (
    <Card>
      <Figure
        title={tell(analysis.severity)}
        height={heightOf(shown.length)}
        option={option}
        table={{
          head: [
            tell(analysis.ofReviewer),
            tell(analysis.severityHead),
            tell(analysis.low),
            tell(analysis.high),
            tell(analysis.sheets),
            tell(analysis.looks),
          ],
          rows: severity.map(({ reviewerId, value, low, high, randomLooking }) => [
            called.reviewer(reviewerId),
            value,
            low,
            high,
            sheetsOf.get(reviewerId) ?? 0,
            randomLooking ? tell(analysis.random) : '',
          ]),
        }}
      />
    </Card>
  );
}

function Scores({ answer, model }: ModelProps) {
  const tell = useTell();
  const called = useCalled(answer);
  const { scores } = answer.pictures;
  const shown = nearest(scores, model.calibration.top);
  const option = useMemo(
    () =>
      intervals(
        shown.map(({ applicationId, panelMean, value, low, high }) => ({
          name: called.unit(applicationId),
          value,
          low,
          high,
          other: panelMean ?? undefined,
        })),
        { value: tell(analysis.calibrated), other: tell(analysis.byRule) },
      ),
    [shown, called, tell],
  );
  return (
    <Card>
      <Figure
        title={tell(analysis.scores)}
        height={heightOf(shown.length)}
        option={option}
        table={{
          head: [
            tell(analysis.unit),
            tell(analysis.byRule),
            tell(analysis.calibrated),
            tell(analysis.low),
            tell(analysis.high),
          ],
          rows: scores.map(({ applicationId, panelMean, value, low, high }) => [
            called.unit(applicationId),
            panelMean ?? '',
            value,
            low,
            high,
          ]),
        }}
      />
      <Partly shown={shown.length} of={scores.length} />
    </Card>
  );
}

function Partly({ shown, of }: { readonly shown: number; readonly of: number }) {
  const tell = useTell();
  return shown < of ? <p className="quiet">{tell(analysis.nearest(shown, of))}</p> : null;
}

function Ranks({ answer, model }: ModelProps) {
  const tell = useTell();
  const called = useCalled(answer);
  const { top } = model.calibration;
  const ranked = useMemo(
    () =>
      [...model.scores]
        .filter(({ panelRank }) => panelRank !== null)
        .sort((one, other) => (one.panelRank ?? 0) - (other.panelRank ?? 0)),
    [model],
  );
  const shown = nearest(ranked, top);
  const option = useMemo(
    () =>
      intervals(
        shown.map(({ applicationId, panelRank, rank }) => ({
          name: called.unit(applicationId),
          value: panelRank ?? 0,
          low: rank.low,
          high: rank.high,
        })),
        { value: tell(analysis.rank) },
        { minInterval: 1, min: 0, axisLabel: { showMinLabel: false } },
      ),
    [shown, called, tell],
  );
  return (
    <Card>
      <Figure
        title={tell(analysis.ranks)}
        height={heightOf(shown.length)}
        option={option}
        table={{
          head: [
            tell(analysis.unit),
            tell(analysis.rank),
            tell(analysis.rankLow),
            tell(analysis.rankHigh),
            tell(analysis.inTop(top)),
          ],
          rows: ranked.map(({ applicationId, panelRank, rank }) => [
            called.unit(applicationId),
            panelRank ?? 0,
            rank.low,
            rank.high,
            percent(rank.inTop),
          ]),
        }}
      />
      <Partly shown={shown.length} of={ranked.length} />
    </Card>
  );
}

function Disagreement({ answer, model }: ModelProps) {
  const tell = useTell();
  const called = useCalled(answer);
  const { disagreements } = model;
  const shown = nearest(disagreements, 0);
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'value' },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map(({ applicationId }) => called.unit(applicationId)),
        axisLabel: { width: 130, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 16,
          data: shown.map(({ range }) => range),
          label: { show: true, position: 'right' },
        },
      ],
    }),
    [shown, called],
  );
  if (disagreements.length === 0) return null;
  return (
    <Card>
      <Figure
        title={tell(analysis.disagreement)}
        height={heightOf(shown.length)}
        option={option}
        table={{
          head: [tell(analysis.unit), tell(analysis.range), tell(analysis.chance)],
          rows: disagreements.map(({ applicationId, range, p }) => [called.unit(applicationId), range, p.toFixed(4)]),
        }}
      />
    </Card>
  );
}

function Spread({ answer }: Props) {
  const tell = useTell();
  const { histogram: bins } = answer.pictures;
  const named = useMemo(
    () => bins.map(({ from, to, count }) => ({ name: tell(analysis.binOf(from, to)), count })),
    [bins, tell],
  );
  const option = useMemo(() => histogram(named), [named]);
  if (bins.length === 0) return null;
  return (
    <Card>
      <Figure
        title={tell(analysis.histogram)}
        height={260}
        option={option}
        table={{
          head: [tell(analysis.bin), tell(analysis.count)],
          rows: named.map(({ name, count }) => [name, count]),
        }}
      />
    </Card>
  );
}

function SelfScores({ answer }: Props) {
  const tell = useTell();
  const called = useCalled(answer);
  const { applications } = answer.analysis.selfScores;
  const option = useMemo(
    () =>
      selfAgainst(
        applications.map(({ applicationId, ...scores }) => ({ name: called.unit(applicationId), ...scores })),
        {
          ordinary: tell(analysis.ordinary),
          flagged: tell(analysis.flagged),
          self: tell(analysis.selfHead),
          panel: tell(analysis.panelHead),
        },
      ),
    [applications, called, tell],
  );
  if (applications.length === 0) return null;
  return (
    <Card>
      <Figure
        title={tell(analysis.self)}
        height={360}
        option={option}
        table={{
          head: [
            tell(analysis.unit),
            tell(analysis.selfHead),
            tell(analysis.panelHead),
            tell(analysis.gap),
            tell(analysis.looks),
          ],
          rows: applications.map(({ applicationId, self, panel, gap, flagged }) => [
            called.unit(applicationId),
            self,
            panel,
            gap,
            flagged ? tell(analysis.flagged) : '',
          ]),
        }}
      />
    </Card>
  );
}

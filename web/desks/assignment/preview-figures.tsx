import { Alert } from 'antd';
import type { AnswerOf } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import { roundedBound, seatsOf } from './figures.ts';
import { ClosedPairs, CoverageTable, type Figure, Figures, LoadBars, PanelsTable } from './outcome.tsx';

type Previewed = AnswerOf<'post', '/cycles/{cycleId}/matching/preview'>;

/** Everything that a preview tells: figures, loads, coverage, closed pairs, panels. */
export function PreviewFigures({ preview }: { readonly preview: Previewed }) {
  const tell = useTell();
  const names = useNames();
  const { outcome, closedPairs, samples } = preview;
  const size: Figure[] = [
    { label: m.cases, value: preview.applications },
    { label: m.withPanel, value: preview.withPanel },
    { label: m.reviewers, value: preview.reviewers },
    { label: preview.isRedraw ? m.fixed : m.pins, value: preview.pins },
  ];
  return (
    <>
      <section className="card stack">
        <Figures figures={[...size, ...(outcome ? fitFigures(outcome, tell) : [])]} />
        {outcome && <WorstServed outcome={outcome} />}
        {outcome?.totalFit === 0 && preview.withPanel > 0 && (
          <Alert type="warning" showIcon title={tell(m.noExpertise)} />
        )}
        {samples.length > 0 && (
          <p className="figures">
            {tell(m.samples)}{' '}
            {samples
              .map(({ categoryId, of, drawn }) => `${names.category(categoryId)} ${tell(m.sampleOf(drawn, of))}`)
              .join(' · ')}
          </p>
        )}
      </section>
      <div className="assignment-grid">
        {outcome && <LoadBars loads={outcome.loads} />}
        <div className="stack">
          {outcome && <CoverageTable coverage={outcome.coverage} />}
          <ClosedPairs closed={closedPairs} pairs={preview.withPanel * preview.reviewers} />
        </div>
      </div>
      {outcome && <PanelsTable panels={outcome.panels} />}
    </>
  );
}

type Outcome = NonNullable<Previewed['outcome']>;

function fitFigures({ totalFit, worstFit, loads, spread }: Outcome, tell: ReturnType<typeof useTell>): Figure[] {
  const seats = seatsOf(loads);
  return [
    { label: m.pairs, value: seats },
    { label: m.totalFit, value: totalFit },
    { label: m.meanFit, value: seats === 0 ? 0 : Math.round(totalFit / seats) },
    { label: m.worstFit, value: worstFit },
    { label: m.spread, value: tell(spread ? m.spreadOf(spread.least, spread.most) : m.spreadNone) },
  ];
}

function WorstServed({ outcome: { worstFit, worstBound, givenUp } }: { readonly outcome: Outcome }) {
  const tell = useTell();
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      <li>{tell(m.certified)}</li>
      <li className="figures">
        {tell(worstFit >= Math.floor(worstBound) ? m.worstBest : m.worstBound(roundedBound(worstBound)))}
      </li>
      {givenUp !== undefined && <li className="figures">{tell(m.givenUp(givenUp))}</li>}
    </ul>
  );
}

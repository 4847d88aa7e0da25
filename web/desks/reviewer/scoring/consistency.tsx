import { formatMark } from '#domain/marks';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import type { OwnScale } from './outliers.ts';
import type { Tally } from './sheet.ts';

/** My own mean and spread in this category, and where this sheet lies; nothing of anybody else. */
export function Consistency({ own, tally }: { readonly own: OwnScale | undefined; readonly tally: Tally }) {
  const tell = useTell();
  const { mean, deviation, lowest, highest } = own ?? {};
  const facts = [
    { label: scoring.mean, value: mean },
    { label: scoring.spread, value: deviation },
    { label: scoring.lowest, value: lowest },
    { label: scoring.highest, value: highest },
  ];
  return (
    <section className="scoring-scale" aria-label={tell(scoring.scale)}>
      <div className="row spread">
        <h3>{tell(scoring.scale)}</h3>
        {own && <span className="quiet figures">{tell(scoring.scaleIn(own.submitted, own.assigned))}</span>}
      </div>
      {mean === undefined || lowest === undefined || highest === undefined ? (
        <p className="quiet">{tell(scoring.scaleNone)}</p>
      ) : (
        <>
          <ScaleLine mean={mean} lowest={lowest} highest={highest} tally={tally} />
          <dl className="scoring-facts">
            {facts.map(({ label, value }) => (
              <div key={tell(label)}>
                <dt>{tell(label)}</dt>
                <dd className="figures">{value ?? '–'}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">{tell(scoring.scaleHelp)}</p>
        </>
      )}
    </section>
  );
}

type LineProps = { readonly mean: string; readonly lowest: string; readonly highest: string; readonly tally: Tally };

/** The figures below as a line from 0 to full marks; it tells nothing that they do not. */
function ScaleLine({ mean, lowest, highest, tally }: LineProps) {
  const full = tally.full / 100;
  const at = (points: string | number): number => (240 * Number(points)) / full;
  const isComplete = tally.open.length === 0;
  return (
    <svg viewBox="-6 0 252 22" className="scoring-line" aria-hidden>
      <line x1={0} x2={240} y1={11} y2={11} stroke="var(--line)" strokeWidth={2} />
      <line
        x1={at(lowest)}
        x2={at(highest)}
        y1={11}
        y2={11}
        stroke="var(--action)"
        strokeWidth={4}
        strokeLinecap="round"
      />
      <line x1={at(mean)} x2={at(mean)} y1={4} y2={18} stroke="var(--action)" strokeWidth={2} />
      {isComplete && <circle cx={at(formatMark(tally.total))} cy={11} r={5} fill="var(--ink)" />}
    </svg>
  );
}

import { useTell } from '#web/messages/language.tsx';
import { progress as m } from '#web/messages/progress.ts';
import { type Counts, partsOf } from './parts.ts';
import './assignment.css';

const colours = {
  submitted: 'var(--good)',
  overdue: 'var(--seal)',
  underWay: 'var(--action)',
  pending: '#b9b2a4',
} as const;

/** Sheets that are in, overdue, under way, not accepted; the figures stand beside it. */
export function ProgressBar({ counts }: { readonly counts: Counts }) {
  const tell = useTell();
  return (
    <span className="assignment-bar">
      <span className="assignment-track" aria-hidden>
        {partsOf(counts).map(({ part, percent }) => (
          <span key={part} style={{ width: `${percent}%`, background: colours[part] }} />
        ))}
      </span>
      <span className="figures">{tell(m.barOf(counts.submitted, counts.assigned))}</span>
    </span>
  );
}

const legend = [
  { part: 'submitted', label: m.legendDone },
  { part: 'overdue', label: m.legendOverdue },
  { part: 'underWay', label: m.legendOpen },
  { part: 'pending', label: m.legendPending },
] as const;

export function BarLegend() {
  const tell = useTell();
  return (
    <p className="row quiet" style={{ fontSize: 13 }}>
      {legend.map(({ part, label }) => (
        <span key={part}>
          <span aria-hidden className="assignment-swatch" style={{ background: colours[part] }} /> {tell(label)}
        </span>
      ))}
    </p>
  );
}

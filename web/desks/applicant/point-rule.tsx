import { formatMark } from '#domain/marks';
import type { MarkingRule, ObservationPoint } from '#domain/standards';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';

type Levels = Extract<MarkingRule, { kind: 'levels' }>['levels'];

/** How a mark comes about at a point: its levels with their bands, what is deducted, the ratio. */
export function PointRule({ point: { rule } }: { readonly point: ObservationPoint }) {
  const tell = useTell();
  switch (rule.kind) {
    case 'levels':
      return <LevelList levels={rule.levels} />;
    case 'deduction':
      return (
        <div className="assess-rule">
          {tell(applicant.deductions)}
          <ul>
            {rule.items.map(({ label, marks }) => (
              <li key={label}>
                {label} <span className="quiet figures">{tell(applicant.each(formatMark(marks)))}</span>
              </li>
            ))}
          </ul>
        </div>
      );
    case 'ratio':
      return <div className="assess-rule">{tell(applicant.ratio(rule.fullAtPercent))}</div>;
    case 'yes-no':
      return null;
  }
}

function LevelList({ levels }: { readonly levels: Levels }) {
  const tell = useTell();
  return (
    <div className="assess-rule">
      {tell(applicant.levels)}
      <ul>
        {levels.map(({ label, marks, descriptor }, at) => (
          <li key={label}>
            <strong>{label}</strong>{' '}
            <span className="figures">
              {tell(applicant.band(formatMark(levels[at + 1]?.marks ?? 0), formatMark(marks)))}
            </span>
            {descriptor && <span className="quiet"> {descriptor}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { CycleCategory } from '#domain/cycles';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { type Arithmetic, arithmeticOf, faultsOf, type Row, type Weighted } from './arithmetic.ts';
import { Entries } from './entries-view.tsx';
import { ExactValue } from './exact-value.tsx';
import { useReviewers } from './reviewers.ts';
import { SheetDrawer } from './sheet-drawer.tsx';
import { SeatView, TieView } from './standing-view.tsx';

type Props = {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly category: CycleCategory | undefined;
};

/** How one composite came about: from the sheets up to the seat, every value exact. */
export function ArithmeticView({ row, rows, category }: Props) {
  const tell = useTell();
  const told = arithmeticOf(row);
  return (
    <section className="sums" aria-label={`${row.organizationName} ${tell(results.arithmetic)}`}>
      {told ? (
        <Sums row={row} told={told} category={category} />
      ) : (
        <p>{row.sheets.length > 0 ? tell(results.tooFew(row.sheets.length)) : tell(results.noArithmetic)}</p>
      )}
      <Entries row={row} />
      <TieView row={row} rows={rows} category={category} />
      {category && <SeatView row={row} rows={rows} quota={category.quota} />}
    </section>
  );
}

type SumsProps = Pick<Props, 'row' | 'category'> & { readonly told: Arithmetic };

function Sums({ row, told, category }: SumsProps) {
  const tell = useTell();
  const { bonus, deduction, total } = told;
  const isCapped = bonus.asked.fraction !== bonus.points.fraction;
  const isHeld = told.before.fraction !== total.fraction;
  return (
    <>
      <dl style={{ margin: 0 }}>
        {told.components.map((weighted) => (
          <Part key={weighted.component} row={row} weighted={weighted} category={category} />
        ))}
        <div className="sums-part">
          <dt>{tell(results.adjust)}</dt>
          <dd>
            {tell(results.bonus)} +{bonus.points.shown}
            {isCapped && (
              <span className="quiet">
                {tell(kit.aside(tell(results.bonusCapped(bonus.asked.shown, bonus.cap.shown))))}
              </span>
            )}
            {' · '}
            {tell(results.deduction)} −{deduction.shown}
          </dd>
          <dd className="sums-points figures">
            {bonus.points.fraction === '0' && deduction.fraction === '0'
              ? bonus.points.shown
              : `+${bonus.points.shown} −${deduction.shown}`}
          </dd>
        </div>
        <div className="sums-part sums-total">
          <dt>{tell(results.composite)}</dt>
          <dd className="figures" style={{ fontSize: 15 }}>
            {told.components.map(({ points }) => points.shown).join(' + ')} + {bonus.points.shown} − {deduction.shown}
            {isHeld && <span className="quiet"> · {tell(results.held(told.highest.shown))}</span>}
          </dd>
          <dd className="sums-points">
            <ExactValue of={total} />
          </dd>
        </div>
      </dl>
      <p className="sums-note figures">
        {[told.pass, ...told.tiers].map(({ name, line, reached }) => (
          <span key={name} style={{ marginInlineEnd: 16 }}>
            {tell(name === '' ? results.passLine(line.shown) : results.tierLine(name, line.shown))}
            {' · '}
            <strong>{tell(reached ? results.reached : results.notReached)}</strong>
          </span>
        ))}
      </p>
      <Confirmed row={row} />
    </>
  );
}

/** The page has computed it again and says whether it comes out the same. */
function Confirmed({ row }: { readonly row: Row }) {
  const tell = useTell();
  const faults = faultsOf(row);
  if (faults.length > 0) {
    return (
      <p className="sums-note" role="alert" style={{ color: 'var(--seal)' }}>
        <WarningOutlined aria-hidden /> {tell(results.notConfirmed)}{' '}
        {faults.map((fault) => tell(results.checks[fault])).join(' · ')}
      </p>
    );
  }
  return (
    <p className="sums-note" style={{ color: 'var(--good)' }}>
      <CheckCircleOutlined aria-hidden /> {tell(results.confirmed)}
    </p>
  );
}

type PartProps = Pick<Props, 'row' | 'category'> & { readonly weighted: Weighted };

function Part({ row, weighted, category }: PartProps) {
  const tell = useTell();
  const { component, panel, score, weight, points } = weighted;
  return (
    <div className="sums-part">
      <dt>{tell(results.components[component])}</dt>
      <dd>
        {component === 'documents' && <Sheets row={row} category={category} />}
        {component === 'site' && <Visits row={row} />}
        {component === 'satisfaction' && <span className="quiet">{tell(results.survey)} </span>}
        <div className="figures">
          {panel && (
            <>
              {panel.sum.shown} ÷ {panel.kept} ={' '}
            </>
          )}
          <ExactValue of={score} inline /> × {weight}% <span className="quiet">{tell(results.weight)}</span>
        </div>
      </dd>
      <dd className="sums-points">
        <ExactValue of={points} />
      </dd>
    </div>
  );
}

/** The panel's sheets, each to be opened; what was dropped is said in words and struck out. */
function Sheets({ row, category }: Pick<Props, 'row' | 'category'>) {
  const tell = useTell();
  const nameOf = useReviewers(row.applicationId);
  const [open, setOpen] = useState<number | undefined>();
  const whoOf = (assignmentId: string, at: number): string =>
    nameOf.assignment(assignmentId) ?? tell(results.reviewerNumber(at + 1));
  const shown = open === undefined ? undefined : row.sheets[open];
  return (
    <>
      <ul className="sums-sheets" aria-label={tell(results.sheets(row.sheets.length))}>
        {row.sheets.map(({ assignmentId, total, kept }, at) => (
          <li key={assignmentId}>
            <button
              type="button"
              className={kept ? 'sums-sheet figures' : 'sums-sheet out figures'}
              aria-label={`${tell(results.openSheet(whoOf(assignmentId, at), total))} ${tell(kept ? results.kept : results.dropped)}`}
              onClick={() => setOpen(at)}
            >
              {kept ? total : <s>{total}</s>} {!kept && <small>{tell(results.dropped)}</small>}
            </button>
          </li>
        ))}
      </ul>
      {shown && category && open !== undefined && (
        <SheetDrawer
          assignmentId={shown.assignmentId}
          who={whoOf(shown.assignmentId, open)}
          unit={row.organizationName}
          category={category}
          total={shown.total}
          close={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

/** The visitors' marks one by one; or the one sheet that they agreed. */
function Visits({ row }: { readonly row: Row }) {
  const tell = useTell();
  const nameOf = useReviewers(row.applicationId);
  if (!row.visits) return <span className="quiet">{tell(results.agreed)} </span>;
  return (
    <ul className="sums-sheets" aria-label={tell(results.visits(row.visits.length))}>
      {row.visits.map(({ reviewerId, score }, at) => (
        <li key={reviewerId} className="sums-sheet figures">
          <small>{nameOf.reviewer(reviewerId) ?? tell(results.reviewerNumber(at + 1))}</small> {score}
        </li>
      ))}
    </ul>
  );
}

import { Alert, Button } from 'antd';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { wizard } from '#web/messages/wizard.ts';
import { useWizard } from './context.tsx';
import type { Step } from './places.ts';
import { planOf } from './problems.ts';
import { windowNames, withoutSeats } from './state.ts';
import { PlanSummary } from './summary.tsx';
import { TimelineView } from './timeline-view.tsx';

/** The fields whose problems do not name them. */
const labels: Readonly<Record<string, Said>> = {
  title: wizard.title,
  issuer: wizard.issuer,
  issuerCode: wizard.issuerCode,
  basisTitle: wizard.basisTitle,
  basisNumber: wizard.basisNumber,
  categories: wizard.categories,
  publicityOn: wizard.publicityOn,
  correctionDays: wizard.correctionDays,
  'publicity.days': wizard.publicityDays,
  'rules.panelSize': wizard.panelSize,
  'rules.passLine': wizard.passLine,
  ...Object.fromEntries(windowNames.map((name) => [`windows.${name}`, wizard.windows[name]])),
};

/** What is still wrong, each with the way to it; then the whole plan in words. */
export function CheckStep({ go }: { readonly go: (step: Step) => void }) {
  const tell = useTell();
  const { state, reference, problems } = useWizard();
  const plan = planOf(state);
  const nameOf = (id: string): string => reference.taxonomy.find((each) => each.categoryId === id)?.name ?? id;
  const empty = withoutSeats(state).map(nameOf);
  return (
    <div className="stack">
      <p className="quiet">{tell(wizard.checkHelp)}</p>
      {problems.length === 0 ? (
        <Alert type="success" showIcon title={tell(wizard.allGood)} />
      ) : (
        <section className="card" role="alert" style={{ borderLeft: '4px solid var(--seal)' }}>
          <h2>{tell(wizard.toCorrect(problems.length))}</h2>
          <ul style={{ margin: '8px 0 0', paddingInlineStart: 20 }}>
            {problems.map((problem) => (
              <li key={`${problem.field}/${problem.code}`}>
                <FieldName field={problem.field} />
                {tell(problem)}{' '}
                <Button type="link" size="small" onClick={() => go(problem.step)}>
                  {tell(wizard.goTo(tell(wizard.steps[problem.step])))}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {empty.length > 0 && <Alert type="warning" showIcon title={tell(wizard.noSeatsIn(empty))} />}
      {plan && (
        <section className="card">
          <PlanSummary plan={plan} taxonomy={reference.taxonomy} />
        </section>
      )}
      <section className="card" aria-labelledby="plan-timeline">
        <h2 id="plan-timeline">{tell(wizard.timeline)}</h2>
        <TimelineView state={state} calendar={reference.calendar} />
      </section>
    </div>
  );
}

function FieldName({ field }: { readonly field: string }) {
  const tell = useTell();
  const label = labels[field];
  return label && <strong>{tell(label)} </strong>;
}

import { Checkbox } from 'antd';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { AreaLimits } from './area-limits.tsx';
import { PlanProblems, useCategory, useWizard } from './context.tsx';
import { Folded } from './folded.tsx';
import { FigureField } from './inputs.tsx';
import { withoutSeats } from './state.ts';

/** How many of each category may be named, and how these seats are divided. */
export function QuotasStep() {
  const tell = useTell();
  const { state, reference } = useWizard();
  const total = state.categories.reduce((sum, { seats }) => sum + (seats ?? 0), 0);
  return (
    <>
      <p className="quiet">{tell(wizard.quotasHelp)}</p>
      <PlanProblems at="categories" />
      {state.categories.map(({ categoryId }, at) => {
        const known = reference.taxonomy.find((each) => each.categoryId === categoryId);
        return (
          <Quota key={categoryId} at={at} name={known?.name ?? categoryId} departments={known?.leadDepartments ?? []} />
        );
      })}
      <p className="figures" aria-live="polite">
        {tell(wizard.seatsTotal(total))}
      </p>
    </>
  );
}

type QuotaProps = { readonly at: number; readonly name: string; readonly departments: readonly string[] };

function Quota({ at, name, departments }: QuotaProps) {
  const tell = useTell();
  const { state } = useWizard();
  const change = useCategory(at);
  const category = state.categories[at];
  if (!category) return null;
  const path = `categories.${at}`;
  const { recommenders, areas, equal } = category;
  return (
    <section className="wizard-category" aria-label={name}>
      <FigureField
        at={`${path}.seats`}
        label={tell(wizard.seatsOf(name))}
        value={category.seats}
        max={100_000}
        required
        onChange={(seats) => change({ seats })}
      />
      {withoutSeats(state).includes(category.categoryId) && (
        <p role="status" style={{ color: 'var(--warn)' }}>
          {tell(wizard.noSeats)}
        </p>
      )}
      <Folded
        title={tell(wizard.divide)}
        fields={[`${path}.recommenders`, `${path}.areas`]}
        isOpen={recommenders.length > 0 || areas.length > 0 || equal}
      >
        <p>
          <Checkbox checked={equal} onChange={({ target }) => change({ equal: target.checked })}>
            {tell(wizard.equal)}
          </Checkbox>
        </p>
        <p>
          <Checkbox
            checked={recommenders.length > 0}
            onChange={({ target }) =>
              change({
                recommenders: target.checked ? departments.map((department) => ({ department, seats: 0 })) : [],
              })
            }
          >
            {tell(wizard.divideByRecommender)}
          </Checkbox>
        </p>
        <PlanProblems at={`${path}.recommenders`} />
        <div className="wizard-pair">
          {recommenders.map(({ department, seats }) => (
            <FigureField
              key={department}
              at={`${path}.recommenders.${department}`}
              label={tell(wizard.recommenderSeats(department))}
              value={seats}
              onChange={(own) =>
                change({
                  recommenders: recommenders.map((each) =>
                    each.department === department ? { ...each, seats: own } : each,
                  ),
                })
              }
            />
          ))}
        </div>
        <AreaLimits at={at} />
      </Folded>
    </section>
  );
}

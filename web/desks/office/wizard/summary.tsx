import type { ReactNode } from 'react';
import type { Category } from '#domain/categories';
import type { CyclePlan } from '#domain/cycles';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { dateWords, windowNames } from './state.ts';

type PlanCategory = CyclePlan['categories'][number];
type SummaryProps = { readonly plan: CyclePlan; readonly taxonomy: readonly Category[] };

/** A plan in words: what becomes fixed when the cycle is announced. */
export function PlanSummary({ plan, taxonomy }: SummaryProps) {
  const tell = useTell();
  const { publicity, windows } = plan;
  const unit = tell(publicity.unit === 'working' ? wizard.working : wizard.natural);
  return (
    <div className="stack">
      <dl className="wizard-summary">
        <Line label={tell(wizard.title)}>{plan.title}</Line>
        <Line label={tell(wizard.year)}>{plan.year}</Line>
        <Line label={tell(wizard.nature)}>{tell(wizard.natures[plan.nature])}</Line>
        <Line label={tell(wizard.issuer)}>
          {plan.issuer}
          {tell(kit.aside(plan.issuerCode))}
        </Line>
        <Line label={tell(wizard.basisTitle)}>
          {plan.basis ? `${plan.basis.title} ${plan.basis.documentNumber}` : tell(wizard.none)}
        </Line>
        {windowNames.map((name) => (
          <Line key={name} label={tell(wizard.windows[name])}>
            {dateWords(name, windows[name])}
          </Line>
        ))}
        <Line label={tell(wizard.publicityOn)}>
          {windows.publicityOn} · {tell(wizard.publicityRule(publicity.days, unit))}
        </Line>
        <Line label={tell(wizard.approvalChain)}>
          {plan.approvalChain.map((step) => tell(wizard.approvalSteps[step])).join(' → ')}
        </Line>
        <Line label={tell(wizard.validYears)}>{plan.validYears}</Line>
        <Line label={tell(wizard.substitution)}>{tell(plan.substitution ? wizard.yes : wizard.no)}</Line>
        <Line label={tell(wizard.drawSeed)}>{plan.drawSeed}</Line>
      </dl>
      <DataTable
        plain
        name="plan-categories"
        caption={tell(wizard.categories)}
        columns={columnsOf(tell, taxonomy)}
        rows={plan.categories}
        rowKey={({ categoryId }) => categoryId}
      />
    </div>
  );
}

function columnsOf(tell: ReturnType<typeof useTell>, taxonomy: readonly Category[]): Column<PlanCategory>[] {
  const nameOf = (categoryId: string) => taxonomy.find((each) => each.categoryId === categoryId)?.name ?? categoryId;
  return [
    { id: 'category', head: tell(wizard.category), cell: ({ categoryId }) => nameOf(categoryId), width: 140 },
    {
      id: 'seats',
      head: tell(wizard.seats),
      cell: ({ quota }) => quota.total,
      value: ({ quota }) => quota.total,
      figures: true,
      width: 90,
    },
    { id: 'mode', head: tell(wizard.reviewMode), cell: ({ reviewMode }) => tell(wizard.modes[reviewMode]) },
    {
      id: 'panel',
      head: tell(wizard.panelSize),
      cell: ({ reviewMode, panelSize }) => (reviewMode === 'recommender-only' ? '' : tell(wizard.reviewers(panelSize))),
      width: 150,
    },
    {
      id: 'weights',
      head: tell(wizard.weights),
      cell: ({ weights }) => tell(wizard.weightsOf(weights.documents, weights.site, weights.satisfaction)),
    },
    {
      id: 'line',
      head: tell(wizard.passLine),
      cell: ({ passLine, tiers = [] }) =>
        [...tiers.map(({ name, line }) => `${name} ${line}`), tell(wizard.passAt(passLine))].join(tell(wizard.comma)),
      width: 160,
    },
  ];
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}

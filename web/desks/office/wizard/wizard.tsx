import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import type { FieldProblem } from '#web/api/problem.ts';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { BasicsStep } from './basics-step.tsx';
import { CategoriesStep } from './categories-step.tsx';
import { CheckStep } from './check-step.tsx';
import { WizardProvider } from './context.tsx';
import { DatesStep } from './dates-step.tsx';
import { type Step, steps } from './places.ts';
import { placed, problemsOf, type Reference } from './problems.ts';
import { QuotasStep } from './quotas-step.tsx';
import { RulesStep } from './rules-step.tsx';
import type { PlanState } from './state.ts';
import { StepList } from './step-list.tsx';
import './wizard.css';

type WizardProps = {
  readonly state: PlanState;
  readonly set: (change: Partial<PlanState>) => void;
  readonly reference: Reference;
  /** The steps that the person has been through: they say whether they are right. */
  readonly seen: readonly Step[];
  readonly see?: (step: Step) => void;
  /** What the server refused of the state as it is. */
  readonly refused: readonly FieldProblem[];
  readonly isSaving: boolean;
  readonly save: () => void;
};

/** The steps of a plan. The step stands in the address, so that the browser's back goes one step back. */
export function Wizard({ state, set, reference, seen, see, refused, isSaving, save }: WizardProps) {
  const tell = useTell();
  const navigate = useNavigate();
  const { step = 'basics' } = useSearch({ strict: false }) as { step?: Step };
  const all = useMemo(() => {
    const local = problemsOf(state, reference);
    return local.length > 0 ? local : placed(refused, state);
  }, [state, reference, refused]);
  const isSeen = (of: Step): boolean => step === 'check' || seen.includes(of) || refused.length > 0;
  const go = (to: Step): void => {
    see?.(step);
    void navigate({ to: '.', search: { step: to } });
    window.scrollTo({ top: 0 });
  };
  const content = useFocusOfStep(step);
  const at = steps.indexOf(step);
  const [before, next] = [steps[at - 1], steps[at + 1]];
  return (
    <WizardProvider value={{ state, set, reference, problems: all.filter((problem) => isSeen(problem.step)) }}>
      <StepList step={step} go={go} problems={all} isSeen={isSeen} />
      {/* biome-ignore lint/a11y/useSemanticElements: a step is a group of fields, not a fieldset: `check` has none */}
      <div ref={content} tabIndex={-1} role="group" aria-label={tell(wizard.steps[step])} className="wizard-step">
        <Form layout="vertical" component="div" {...(step !== 'check' && { className: 'card' })}>
          {step === 'check' ? <CheckStep go={go} /> : <StepFields step={step} />}
        </Form>
      </div>
      <div className="wizard-foot">
        {before ? <Button onClick={() => go(before)}>{tell(wizard.before)}</Button> : <span />}
        {next ? (
          <Button type="primary" onClick={() => go(next)}>
            {tell(wizard.next(tell(wizard.steps[next])))}
          </Button>
        ) : (
          <Button type="primary" loading={isSaving} disabled={all.length > 0} onClick={save}>
            {tell(wizard.save)}
          </Button>
        )}
      </div>
    </WizardProvider>
  );
}

/** Whoever works by keyboard or by ear goes on at the step's beginning, not at a button that is gone. */
function useFocusOfStep(step: Step) {
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) content.current?.focus({ preventScroll: true });
    shown.current = step;
  }, [step]);
  return content;
}

function StepFields({ step }: { readonly step: Exclude<Step, 'check'> }) {
  switch (step) {
    case 'basics':
      return <BasicsStep />;
    case 'categories':
      return <CategoriesStep />;
    case 'quotas':
      return <QuotasStep />;
    case 'rules':
      return <RulesStep />;
    case 'dates':
      return <DatesStep />;
  }
}

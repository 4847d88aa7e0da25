import { CheckOutlined } from '@ant-design/icons';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { type Step, steps } from './places.ts';
import type { PlacedProblem } from './problems.ts';

type StepListProps = {
  readonly step: Step;
  readonly go: (step: Step) => void;
  readonly problems: readonly PlacedProblem[];
  readonly isSeen: (step: Step) => boolean;
};

/** The steps by name; one that was seen says whether it is right. */
export function StepList({ step, go, problems, isSeen }: StepListProps) {
  const tell = useTell();
  return (
    <nav aria-label={tell(wizard.stepsLabel)}>
      <ol className="wizard-steps">
        {steps.map((each, at) => {
          const wrong = problems.filter((problem) => problem.step === each).length;
          const told = isSeen(each) && each !== 'check';
          return (
            <li key={each}>
              <button
                type="button"
                onClick={() => go(each)}
                {...(each === step && { 'aria-current': 'step' as const })}
              >
                <span className="number" aria-hidden>
                  {told && wrong === 0 ? <CheckOutlined /> : at + 1}
                </span>
                {tell(wizard.steps[each])}
                {told && wrong === 0 && <span className="visually-hidden">{tell(wizard.stepDone)}</span>}
                {told && wrong > 0 && <span className="bad">{tell(wizard.stepProblems(wrong))}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

import { Form } from 'antd';
import { createContext, type ReactNode, useContext } from 'react';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import type { PlacedProblem, Reference } from './problems.ts';
import type { CategoryState, PlanState } from './state.ts';

export type Wizard = {
  readonly state: PlanState;
  readonly set: (change: Partial<PlanState>) => void;
  readonly reference: Reference;
  /** What is wrong where the person has been. */
  readonly problems: readonly PlacedProblem[];
};

const WizardContext = createContext<Wizard | undefined>(undefined);
export const WizardProvider = WizardContext.Provider;

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('outside of the wizard');
  return wizard;
}

/** One category changed, by its place. */
export function useCategory(at: number) {
  const { state, set } = useWizard();
  return (change: Partial<CategoryState>): void =>
    set({ categories: state.categories.map((each, place) => (place === at ? { ...each, ...change } : each)) });
}

/** A category goes by the rules for all again. */
export function useCommonRules(at: number) {
  const { state, set } = useWizard();
  return (): void =>
    set({
      categories: state.categories.map((each, place) => {
        const { own: _, ...shared } = each;
        return place === at ? shared : each;
      }),
    });
}

type FieldProps = {
  /** The path of the field in the wizard's state; its problems stand below it. */
  readonly at: string;
  readonly label: ReactNode;
  readonly help?: Said;
  readonly required?: boolean;
  readonly children: ReactNode;
};

export const idOf = (at: string): string => `plan-${at.replaceAll('.', '-')}`;

/** A field of the plan with its label and what is wrong with it; the control in it has the id `idOf(at)`. */
export function PlanField({ at, label, help, required, children }: FieldProps) {
  const tell = useTell();
  const { problems } = useWizard();
  const own = problems.filter(({ field }) => field === at);
  return (
    <Form.Item
      label={label}
      htmlFor={idOf(at)}
      {...(required && { required })}
      {...(help && { extra: tell(help) })}
      {...(own.length > 0 && { validateStatus: 'error' as const, help: own.map((each) => tell(each)).join(' ') })}
    >
      {children}
    </Form.Item>
  );
}

/** What is wrong with a group of fields as a whole. */
export function PlanProblems({ at }: { readonly at: string }) {
  const tell = useTell();
  const { problems } = useWizard();
  const own = problems.filter(({ field }) => field === at);
  return own.map((each) => (
    <p key={each.code} role="alert" style={{ color: 'var(--seal)' }}>
      {tell(each)}
    </p>
  ));
}

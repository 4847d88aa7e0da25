import { Checkbox } from 'antd';
import { approvalSteps } from '#domain/cycles';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { PlanField, useCategory, useCommonRules, useWizard } from './context.tsx';
import { Folded } from './folded.tsx';
import { FigureField, TextField, TickField } from './inputs.tsx';
import { RulesFields } from './rules-fields.tsx';

/** The rules of the review: for all categories, and where one differs; then panels, approval and titles. */
export function RulesStep() {
  const tell = useTell();
  const { state, set } = useWizard();
  return (
    <>
      <p className="quiet">{tell(wizard.rulesHelp)}</p>
      <RulesFields at="rules" rules={state.rules} set={(rules) => set({ rules })} />
      {state.categories.length > 1 && (
        <Folded
          title={tell(wizard.ownRulesTitle)}
          fields={['categories.']}
          isOpen={state.categories.some(({ own }) => own)}
        >
          {state.categories.map(({ categoryId }, at) => (
            <OwnRules key={categoryId} at={at} />
          ))}
        </Folded>
      )}
      <PanelsAndConflicts />
      <ApprovalAndTitles />
    </>
  );
}

function OwnRules({ at }: { readonly at: number }) {
  const tell = useTell();
  const { state, reference } = useWizard();
  const change = useCategory(at);
  const share = useCommonRules(at);
  const category = state.categories[at];
  if (!category) return null;
  const { own } = category;
  const name = reference.taxonomy.find((each) => each.categoryId === category.categoryId)?.name ?? category.categoryId;
  return (
    <section className="wizard-category" aria-label={name}>
      <Checkbox
        checked={own !== undefined}
        onChange={({ target }) => (target.checked ? change({ own: state.rules }) : share())}
      >
        {tell(wizard.ownRules(name))}
      </Checkbox>
      {own && (
        <div style={{ paddingInlineStart: 24, marginTop: 8 }}>
          <RulesFields at={`categories.${at}.own`} rules={own} set={(rules) => change({ own: rules })} />
        </div>
      )}
    </section>
  );
}

function PanelsAndConflicts() {
  const tell = useTell();
  const { state, set } = useWizard();
  const fields = ['outsideExperts', 'formerEmploymentYears', 'drawSeed', 'invitedOnly', 'worstServed', 'avoid'];
  return (
    <Folded title={tell(wizard.panelsTitle)} fields={fields}>
      <TickField at="avoidSameArea" label={wizard.avoidSameArea} />
      <TickField at="avoidSameRecommender" label={wizard.avoidSameRecommender} />
      <TickField at="avoidSameMailDomain" label={wizard.avoidSameMailDomain} />
      <TickField at="onePerOrganization" label={wizard.onePerOrganization} />
      <TickField at="invitedOnly" label={wizard.invitedOnly} />
      <TickField at="worstServed" label={wizard.worstServed} />
      <div className="wizard-pair">
        <FigureField
          at="outsideExperts"
          label={tell(wizard.outsideExperts)}
          value={state.outsideExperts}
          max={5}
          onChange={(outsideExperts) => set({ outsideExperts })}
        />
        <FigureField
          at="formerEmploymentYears"
          label={tell(wizard.formerEmploymentYears)}
          value={state.formerEmploymentYears}
          max={30}
          onChange={(formerEmploymentYears) => set({ formerEmploymentYears })}
        />
      </div>
      <TextField at="drawSeed" label={wizard.drawSeed} help={wizard.drawSeedHelp} required maxLength={100} />
    </Folded>
  );
}

function ApprovalAndTitles() {
  const tell = useTell();
  const { state, set } = useWizard();
  return (
    <Folded title={tell(wizard.awardTitle)} fields={['approvalChain', 'bonusCap', 'validYears', 'substitution']}>
      <PlanField at="approvalChain" label={tell(wizard.approvalChain)} help={wizard.approvalHelp}>
        <Checkbox.Group
          value={[...state.approvalChain]}
          onChange={(chosen) =>
            set({ approvalChain: approvalSteps.filter((step) => step === 'draft' || chosen.includes(step)) })
          }
          options={approvalSteps.map((step) => ({
            value: step,
            label: tell(wizard.approvalSteps[step]),
            disabled: step === 'draft',
          }))}
        />
      </PlanField>
      <div className="wizard-pair">
        <TextField at="bonusCap" label={wizard.bonusCap} required />
        <FigureField
          at="validYears"
          label={tell(wizard.validYears)}
          value={state.validYears}
          min={1}
          max={10}
          required
          onChange={(validYears) => set({ validYears })}
        />
      </div>
      <TickField at="substitution" label={wizard.substitution} />
    </Folded>
  );
}

import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { reviewModes } from '#domain/cycles';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { idOf, PlanField, PlanProblems } from './context.tsx';
import { Folded } from './folded.tsx';
import { FigureField } from './inputs.tsx';
import { choosableTies, inMode, type Rules, weightsOf } from './rules.ts';
import { Tiers } from './tiers.tsx';

export type RulesProps = {
  /** `rules`, or `categories.2.own`. */
  readonly at: string;
  readonly rules: Rules;
  readonly set: (rules: Rules) => void;
};

/** How applications are reviewed and scored: the mode, the panel, weights and line first; the rest is folded. */
export function RulesFields({ at, rules, set }: RulesProps) {
  const tell = useTell();
  const change = (some: Partial<Rules>): void => set({ ...rules, ...some });
  const { reviewMode } = rules;
  return (
    <>
      <PlanField at={`${at}.reviewMode`} label={tell(wizard.reviewMode)}>
        <Radio.Group
          id={idOf(`${at}.reviewMode`)}
          value={reviewMode}
          onChange={({ target }) => set(inMode(rules, target.value))}
          options={reviewModes.map((mode) => ({ value: mode, label: tell(wizard.modes[mode]) }))}
        />
      </PlanField>
      <div className="wizard-pair">
        {reviewMode !== 'recommender-only' && (
          <FigureField
            at={`${at}.panelSize`}
            label={tell(wizard.panelSize)}
            help={wizard.panelSizeHelp}
            value={rules.panelSize}
            min={1}
            max={15}
            required
            onChange={(panelSize) => change({ panelSize })}
          />
        )}
        {reviewMode === 'sampling' && (
          <FigureField
            at={`${at}.samplePercent`}
            label={tell(wizard.samplePercent)}
            value={rules.samplePercent}
            min={1}
            max={100}
            onChange={(samplePercent) => change({ samplePercent })}
          />
        )}
        <PlanField at={`${at}.passLine`} label={tell(wizard.passLine)} required>
          <Input
            id={idOf(`${at}.passLine`)}
            inputMode="decimal"
            value={rules.passLine}
            onChange={({ target }) => change({ passLine: target.value })}
          />
        </PlanField>
      </div>
      <WeightFields at={at} rules={rules} set={set} />
      <Folded
        title={tell(wizard.more)}
        fields={['tiers', 'minimumSheets', 'trimFrom', 'ties', 'arbitrationThreshold', 'siteTeam', 'preference'].map(
          (name) => `${at}.${name}`,
        )}
      >
        <Tiers at={at} rules={rules} set={set} />
        {reviewMode !== 'recommender-only' && <PanelFields at={at} rules={rules} set={set} />}
        <PlanField at={`${at}.ties`} label={tell(wizard.ties)} help={wizard.tiesHelp}>
          <Select
            id={idOf(`${at}.ties`)}
            mode="multiple"
            value={[...rules.ties]}
            onChange={(ties) => change({ ties })}
            options={choosableTies.map((value) => ({ value, label: tell(wizard.criteria[value]) }))}
          />
        </PlanField>
      </Folded>
    </>
  );
}

function WeightFields({ at, rules, set }: RulesProps) {
  const tell = useTell();
  const { weights, reviewMode } = rules;
  const weight = (name: keyof Rules['weights']) => (
    <FigureField
      at={`${at}.weights.${name}`}
      label={tell(wizard[name])}
      value={weights[name]}
      max={100}
      onChange={(value) => set({ ...rules, weights: { ...weights, [name]: value } })}
    />
  );
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ marginBottom: 4 }}>{tell(wizard.weights)}</legend>
      <PlanProblems at={`${at}.weights`} />
      <div className="wizard-triple">
        {weight('documents')}
        {weight('site')}
        {weight('satisfaction')}
      </div>
      <p className="row quiet" style={{ marginTop: -12 }}>
        {tell(wizard.weightsHelp)}
        {reviewMode === 'panel' && (
          <>
            <Button type="link" size="small" onClick={() => set({ ...rules, weights: weightsOf['recommender-only'] })}>
              {tell(wizard.documentsOnly)}
            </Button>
            <Button type="link" size="small" onClick={() => set({ ...rules, weights: weightsOf.panel })}>
              {tell(wizard.usualWeights)}
            </Button>
          </>
        )}
      </p>
    </fieldset>
  );
}

function PanelFields({ at, rules, set }: RulesProps) {
  const tell = useTell();
  const change = (some: Partial<Rules>): void => set({ ...rules, ...some });
  return (
    <>
      <p>
        <Checkbox checked={rules.blind} onChange={({ target }) => change({ blind: target.checked })}>
          {tell(wizard.blind)}
        </Checkbox>
      </p>
      <p>
        <Checkbox checked={rules.hideSelfScore} onChange={({ target }) => change({ hideSelfScore: target.checked })}>
          {tell(wizard.hideSelfScore)}
        </Checkbox>
      </p>
      <p>
        <Checkbox checked={rules.trims} onChange={({ target }) => change({ trims: target.checked })}>
          {tell(wizard.trims)}
        </Checkbox>
      </p>
      <div className="wizard-pair">
        {rules.trims && (
          <FigureField
            at={`${at}.trimFrom`}
            label={tell(wizard.trimFrom)}
            value={rules.trimFrom}
            min={3}
            max={15}
            onChange={(trimFrom) => change({ trimFrom })}
          />
        )}
        <FigureField
          at={`${at}.minimumSheets`}
          label={tell(wizard.minimumSheets)}
          value={rules.minimumSheets}
          min={1}
          max={15}
          onChange={(minimumSheets) => change({ minimumSheets })}
        />
        <PlanField
          at={`${at}.arbitrationThreshold`}
          label={tell(wizard.arbitrationThreshold)}
          help={wizard.arbitrationHelp}
        >
          <Input
            id={idOf(`${at}.arbitrationThreshold`)}
            inputMode="decimal"
            value={rules.arbitrationThreshold}
            onChange={({ target }) => change({ arbitrationThreshold: target.value })}
          />
        </PlanField>
        <FigureField
          at={`${at}.siteTeam`}
          label={tell(wizard.siteTeam)}
          help={wizard.siteTeamHelp}
          value={rules.siteTeam}
          min={1}
          max={9}
          onChange={(siteTeam) => change({ siteTeam })}
        />
        <FigureField
          at={`${at}.preferencePercent`}
          label={tell(wizard.preferencePercent)}
          value={rules.preferencePercent}
          max={50}
          onChange={(preferencePercent) => change({ preferencePercent })}
        />
      </div>
    </>
  );
}

import { Radio } from 'antd';
import { cycleNatures } from '#domain/cycles';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { idOf, PlanField, useWizard } from './context.tsx';
import { FigureField, TextField } from './inputs.tsx';

/** What the cycle is called, who holds it, on what basis. */
export function BasicsStep() {
  const tell = useTell();
  const { state, set } = useWizard();
  return (
    <>
      <TextField at="title" label={wizard.title} hint={wizard.titleHint} required maxLength={100} />
      <div className="wizard-pair">
        <FigureField
          at="year"
          label={tell(wizard.year)}
          value={state.year}
          min={2000}
          max={2100}
          required
          onChange={(year) => set({ year })}
        />
        <TextField at="issuerCode" label={wizard.issuerCode} help={wizard.issuerCodeHelp} required maxLength={20} />
      </div>
      <TextField at="issuer" label={wizard.issuer} help={wizard.issuerHint} required maxLength={100} />
      <PlanField at="nature" label={tell(wizard.nature)} help={wizard.natureHelp[state.nature]}>
        <Radio.Group
          id={idOf('nature')}
          value={state.nature}
          onChange={({ target }) => set({ nature: target.value })}
          options={[...cycleNatures].sort().map((nature) => ({ value: nature, label: tell(wizard.natures[nature]) }))}
        />
      </PlanField>
      <TextField
        at="basisTitle"
        label={wizard.basisTitle}
        help={wizard.basisHelp}
        required={state.basisNumber !== ''}
        maxLength={200}
      />
      <TextField at="basisNumber" label={wizard.basisNumber} required={state.basisTitle !== ''} maxLength={60} />
    </>
  );
}

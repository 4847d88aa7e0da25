import { Button, Input, Select } from 'antd';
import { serverNow } from '#web/api/clock.ts';
import { shanghaiDay } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { idOf, PlanField, useWizard } from './context.tsx';
import { DayRemarks } from './day-remarks.tsx';
import { FigureField } from './inputs.tsx';
import { type Moment, type WindowName, windowNames } from './state.ts';
import { usualDates } from './timeline.ts';
import { TimelineView } from './timeline-view.tsx';

/** The dates of the season, against the calendar, with the timeline that they make. */
export function DatesStep() {
  const tell = useTell();
  const { state, set, reference } = useWizard();
  return (
    <>
      <p className="quiet">{tell(wizard.datesHelp)}</p>
      <p>
        <Button onClick={() => set(usualDates(shanghaiDay(serverNow()), reference.calendar))}>
          {tell(wizard.usualDates)}
        </Button>
      </p>
      {windowNames.map((name) => (
        <MomentField key={name} name={name} />
      ))}
      <PlanField at="publicityOn" label={<DayLabel text={tell(wizard.publicityOn)} day={state.publicityOn} />} required>
        <Input
          id={idOf('publicityOn')}
          type="date"
          value={state.publicityOn}
          onChange={({ target }) => set({ publicityOn: target.value })}
        />
      </PlanField>
      <PublicityFields />
      <section className="card" aria-labelledby="plan-timeline">
        <h2 id="plan-timeline">{tell(wizard.timeline)}</h2>
        <TimelineView state={state} calendar={reference.calendar} />
      </section>
    </>
  );
}

function DayLabel({ text, day }: { readonly text: string; readonly day: string }) {
  const { state, reference } = useWizard();
  return (
    <span>
      {text}
      <DayRemarks day={day} year={state.year} calendar={reference.calendar} />
    </span>
  );
}

function MomentField({ name }: { readonly name: WindowName }) {
  const tell = useTell();
  const { state, set } = useWizard();
  const moment = state.windows[name];
  const label = tell(wizard.windows[name]);
  const change = (some: Partial<Moment>): void =>
    set({ windows: { ...state.windows, [name]: { ...moment, ...some } } });
  const at = `windows.${name}`;
  return (
    <PlanField at={at} label={<DayLabel text={label} day={moment.day} />} required>
      <div className="wizard-moment">
        <Input id={idOf(at)} type="date" value={moment.day} onChange={({ target }) => change({ day: target.value })} />
        <Input
          type="time"
          aria-label={tell(wizard.timeOf(label))}
          value={moment.time}
          onChange={({ target }) => change({ time: target.value })}
        />
      </div>
    </PlanField>
  );
}

function PublicityFields() {
  const tell = useTell();
  const { state, set } = useWizard();
  const { publicity } = state;
  const change = (some: Partial<typeof publicity>): void => set({ publicity: { ...publicity, ...some } });
  return (
    <div className="wizard-pair">
      <FigureField
        at="publicity.days"
        label={tell(wizard.publicityDays)}
        value={publicity.days}
        min={1}
        max={60}
        required
        onChange={(days) => change({ days })}
      />
      <PlanField at="publicity.unit" label={tell(wizard.publicityUnit)}>
        <Select
          id={idOf('publicity.unit')}
          value={publicity.unit}
          onChange={(unit) => change({ unit })}
          options={(['working', 'natural'] as const).map((value) => ({ value, label: tell(wizard[value]) }))}
        />
      </PlanField>
      <PlanField at="publicity.firstDay" label={tell(wizard.firstDay)}>
        <Select
          id={idOf('publicity.firstDay')}
          value={publicity.firstDay}
          onChange={(firstDay) => change({ firstDay })}
          options={(['excluded', 'included'] as const).map((value) => ({ value, label: tell(wizard[value]) }))}
        />
      </PlanField>
      <FigureField
        at="publicity.mailGrace"
        label={tell(wizard.mailGrace)}
        help={wizard.mailGraceHelp}
        value={publicity.mailGrace}
        max={30}
        onChange={(mailGrace) => change({ mailGrace })}
      />
      <FigureField
        at="correctionDays"
        label={tell(wizard.correctionDays)}
        value={state.correctionDays}
        min={1}
        max={60}
        required
        onChange={(correctionDays) => set({ correctionDays })}
      />
    </div>
  );
}

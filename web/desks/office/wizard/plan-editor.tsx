import { Link } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { CyclePlan } from '#domain/cycles';
import { isProblem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { Trouble } from '#web/kit/states.tsx';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { wizard } from '#web/messages/wizard.ts';
import { changedFields } from './changed-fields.ts';
import { forgetPlan, keepPlan, keptPlan } from './kept.ts';
import { steps } from './places.ts';
import { type CycleView, planIn } from './plan-page.tsx';
import { planOf, type Reference } from './problems.ts';
import { type PlanState, stateOf } from './state.ts';
import { Wizard } from './wizard.tsx';

type EditorProps = { readonly cycle: CycleView; readonly reference: Reference };

/**
 * The plan of a draft in the wizard. What is typed is kept on this computer until it is saved; if somebody else saved
 * meanwhile, both are told apart and the person chooses.
 */
export function PlanEditor({ cycle, reference }: EditorProps) {
  const tell = useTell();
  const { cycleId } = cycle;
  const { message } = App.useApp();
  const [kept] = useState(() => keptPlan(cycleId));
  const [state, setState] = useState(() => kept?.state ?? stateOf(planIn(cycle)));
  // The version that the typed text began from: what was saved since by others is not overwritten unseen.
  const [version, setVersion] = useState(kept?.version ?? cycle.version);
  const [isDirty, setDirty] = useState(kept !== undefined);
  const update = useAct('put', '/cycles/{cycleId}', {
    done: (saved) => {
      forgetPlan(cycleId);
      setDirty(false);
      setVersion(saved.version);
      void message.success(tell(wizard.saved));
    },
  });
  useEffect(() => {
    if (isDirty) keepPlan(cycleId, { version, state });
  }, [cycleId, version, state, isDirty]);
  // Nothing typed here: what others saved is simply shown.
  useEffect(() => {
    if (isDirty || cycle.version === version) return;
    setState(stateOf(planIn(cycle)));
    setVersion(cycle.version);
  }, [cycle, version, isDirty]);
  const isStale = isDirty && cycle.version > version;
  const plan = planOf(state);
  const save = (at: number): void => {
    if (plan) update.mutate({ ...plan, cycleId, version: at });
  };
  const discard = (): void => {
    forgetPlan(cycleId);
    update.reset();
    setDirty(false);
    setState(stateOf(planIn(cycle)));
    setVersion(cycle.version);
  };
  return (
    <>
      {isStale ? (
        <Stale mine={plan} theirs={planIn(cycle)} keep={() => save(cycle.version)} discard={discard} />
      ) : (
        <Saved isDirty={isDirty} cycleId={cycleId} discard={discard} />
      )}
      {update.error && !isStale && <Trouble error={update.error} />}
      <Wizard
        state={state}
        set={(change: Partial<PlanState>) => {
          setDirty(true);
          update.reset();
          setState((before) => ({ ...before, ...change }));
        }}
        reference={reference}
        // A plan that was saved has been through all of them.
        seen={steps}
        refused={isProblem(update.error) ? update.error.fields : []}
        isSaving={update.isPending}
        save={() => save(version)}
      />
    </>
  );
}

type SavedProps = { readonly isDirty: boolean; readonly cycleId: string; readonly discard: () => void };

function Saved({ isDirty, cycleId, discard }: SavedProps) {
  const tell = useTell();
  return (
    <div className="row spread" style={{ marginBottom: 12 }}>
      <span className="quiet" aria-live="polite">
        {tell(isDirty ? wizard.kept : wizard.saved)}
      </span>
      {isDirty ? (
        <Button size="small" type="text" onClick={discard}>
          {tell(wizard.discardLocal)}
        </Button>
      ) : (
        <Link to="/cycles/$cycleId" params={{ cycleId }}>
          {tell(office.toBoard)}
        </Link>
      )}
    </div>
  );
}

type StaleProps = {
  readonly mine: CyclePlan | undefined;
  readonly theirs: CyclePlan;
  readonly keep: () => void;
  readonly discard: () => void;
};

function Stale({ mine, theirs, keep, discard }: StaleProps) {
  const tell = useTell();
  const { language } = useLanguage();
  const names = mine ? changedFields(mine, theirs).map((said) => tell(said)) : [];
  const list = names.length > 0 ? names.join(language === 'zh' ? '、' : ', ') : tell(wizard.staleNone);
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={tell(wizard.stale)}
      description={
        <>
          <p>{tell(wizard.staleHelp(list))}</p>
          <div className="row">
            <Button disabled={!mine} onClick={keep}>
              {tell(wizard.keepMine)}
            </Button>
            <Button onClick={discard}>{tell(wizard.takeTheirs)}</Button>
          </div>
        </>
      }
    />
  );
}

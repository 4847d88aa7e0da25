import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { serverNow } from '#web/api/clock.ts';
import { isProblem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show, Trouble } from '#web/kit/states.tsx';
import { shanghaiDay } from '#web/kit/time.tsx';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { told } from '#web/messages/say.ts';
import { wizard } from '#web/messages/wizard.ts';
import { forgetPlan, keepPlan, keptPlan } from './kept.ts';
import { planOf, type Reference } from './problems.ts';
import { blankPlan, type PlanState } from './state.ts';
import { usualDates } from './timeline.ts';
import { useReference } from './use-reference.ts';
import { Wizard } from './wizard.tsx';

/** A cycle from nothing, with defaults that a small one can be made with in two minutes. */
export function NewCyclePage() {
  const tell = useTell();
  const reference = useReference();
  const earlier = useRead('/cycles', { limit: 1 });
  return (
    <Page title={tell(wizard.newTitle)} crumbs={[{ label: tell(office.cycles), to: '/cycles' }]} width="reading">
      <Show of={reference}>
        {(data) => <Show of={earlier}>{({ items: [latest] }) => <NewPlan reference={data} issuer={latest} />}</Show>}
      </Show>
    </Page>
  );
}

type Issuer = Pick<PlanState, 'issuer' | 'issuerCode'>;

/** What a new plan begins with: this year, usual dates, whoever issued the last cycle, a seed that nobody chose. */
function firstPlan(reference: Reference, issuer: Issuer | undefined, title: (year: number) => string): PlanState {
  const today = shanghaiDay(serverNow());
  const year = Number(today.slice(0, 4));
  return {
    ...blankPlan,
    ...usualDates(today, reference.calendar),
    title: title(year),
    year,
    issuer: issuer?.issuer ?? '',
    issuerCode: issuer?.issuerCode ?? '',
    drawSeed: `${year}-${crypto.randomUUID().slice(0, 8)}`,
  };
}

type NewPlanProps = { readonly reference: Reference; readonly issuer: Issuer | undefined };

function NewPlan({ reference, issuer }: NewPlanProps) {
  const tell = useTell();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [kept] = useState(() => keptPlan(undefined));
  const [isRestored, setRestored] = useState(kept !== undefined);
  const begin = (): PlanState => firstPlan(reference, issuer, (year) => told(wizard.usualTitle(year), language));
  const [state, setState] = useState(() => kept?.state ?? begin());
  const [isTouched, setTouched] = useState(false);
  const [seen, setSeen] = useState(kept?.seen ?? []);
  const create = useAct('post', '/cycles', {
    done: ({ cycleId }) => {
      forgetPlan(undefined);
      void message.success(tell(wizard.saved));
      void navigate({ to: '/cycles/$cycleId', params: { cycleId }, replace: true });
    },
  });
  useEffect(() => {
    if (isTouched) keepPlan(undefined, { version: 0, state, seen });
  }, [state, isTouched, seen]);
  const plan = planOf(state);
  return (
    <>
      {isRestored && (
        <Alert
          type="info"
          style={{ marginBottom: 16 }}
          title={tell(wizard.keptRestored)}
          action={
            <Button
              size="small"
              onClick={() => {
                forgetPlan(undefined);
                setTouched(false);
                setState(begin());
                setSeen([]);
                setRestored(false);
              }}
            >
              {tell(wizard.discardNew)}
            </Button>
          }
        />
      )}
      {create.error && <Trouble error={create.error} />}
      <Wizard
        state={state}
        set={(change) => {
          setTouched(true);
          create.reset();
          setState((before) => ({ ...before, ...change }));
        }}
        reference={reference}
        seen={seen}
        see={(step) => {
          setTouched(true);
          setSeen((before) => [...new Set([...before, step])]);
        }}
        refused={isProblem(create.error) ? create.error.fields : []}
        isSaving={create.isPending}
        save={() => plan && create.mutate(plan)}
      />
    </>
  );
}

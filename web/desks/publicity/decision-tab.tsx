import { getRouteApi } from '@tanstack/react-router';
import { mayDraft } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import { useCycleCrumb } from './cycle-crumb.ts';
import { DecisionCase } from './decision-case.tsx';
import { DecisionDraft } from './decision-draft.tsx';
import { VoidNumber } from './void-number.tsx';

const route = getRouteApi('/desk/cycles/$cycleId/decision');

/** The decision of a cycle, or what is needed before there can be one. */
export function DecisionTab() {
  const tell = useTell();
  const { cycleId } = route.useParams();
  const crumbs = useCycleCrumb(cycleId);
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  return (
    <Page title={tell(decisions.title)} crumbs={crumbs} actions={cycle.data && <VoidNumber cycle={cycle.data} />}>
      <Show of={cycle}>
        {(read) =>
          read.decisionId ? <DecisionCase decisionId={read.decisionId} cycle={read} /> : <Before cycle={read} />
        }
      </Show>
    </Page>
  );
}

function Before({ cycle }: { readonly cycle: AnswerOf<'get', '/cycles/{cycleId}'> }) {
  const tell = useTell();
  const actor = useActor();
  const { cycleId, status } = cycle;
  if (status !== 'deciding') {
    return (
      <Empty title={decisions.notYet} help={decisions.notYetHelp}>
        <LinkButton to="/cycles/$cycleId/publicity" params={{ cycleId }}>
          {tell(decisions.toPublicity)}
        </LinkButton>
      </Empty>
    );
  }
  if (!mayDraft(actor)) return <Empty title={decisions.ready} help={decisions.readyHelp} />;
  return <DecisionDraft cycleId={cycleId} />;
}

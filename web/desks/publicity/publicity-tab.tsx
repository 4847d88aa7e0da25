import { getRouteApi } from '@tanstack/react-router';
import { mayDraft } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { publicity } from '#web/messages/publicity.ts';
import { useCycleCrumb } from './cycle-crumb.ts';
import { NoticeDraft } from './notice-draft.tsx';
import { PublicityCase } from './publicity-case.tsx';

const route = getRouteApi('/desk/cycles/$cycleId/publicity');

type Cycle = AnswerOf<'get', '/cycles/{cycleId}'>;

/** The publicity of a cycle: the one that runs, or the draft of the next. */
export function PublicityTab() {
  const tell = useTell();
  const { cycleId } = route.useParams();
  const crumbs = useCycleCrumb(cycleId);
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  return (
    <Page title={tell(publicity.title)} crumbs={crumbs}>
      <Show of={cycle}>
        {(read) =>
          read.publicityId ? (
            <PublicityCase publicityId={read.publicityId} cycle={read} />
          ) : (
            <BeforeTheFirst cycle={read} />
          )
        }
      </Show>
    </Page>
  );
}

/** What is needed first, or the draft of the first notice. */
function BeforeTheFirst({ cycle }: { readonly cycle: Cycle }) {
  const tell = useTell();
  const actor = useActor();
  const { cycleId } = cycle;
  const list = useRead('/cycles/{cycleId}/list', { cycleId, limit: 1 }, { when: cycle.listId !== undefined });
  const isChecked = list.data?.list.status === 'checked';
  if (!cycle.basis) return <Empty title={publicity.noBasis} help={publicity.noBasisHelp} />;
  if (!isChecked || !mayDraft(actor)) {
    return (
      <Empty title={publicity.notYet} help={isChecked ? publicity.checkDuty : publicity.notYetHelp}>
        <LinkButton to="/cycles/$cycleId/list" params={{ cycleId }}>
          {tell(publicity.toList)}
        </LinkButton>
      </Empty>
    );
  }
  return <NoticeDraft cycle={cycle} />;
}

import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

import { mayCheck } from '#domain/policies';
import { isTimeFor } from '#domain/stages';
import { useActor, useHolds } from '#web/api/actor.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { TabPanes } from '#web/kit/tabs.tsx';
import { cycleExperts as m } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';
import { Avoidances } from './avoidances.tsx';
import { Eligibility } from './eligibility.tsx';
import { Invitations } from './invitations.tsx';

/** The experts of a cycle: who is asked, who may be drawn for what, whom applicants wish to avoid. */
export function CycleExpertsPage() {
  const { cycleId } = useParams({ from: '/desk/cycles/$cycleId/experts' });
  const { tab = 'invitations' } = useSearch({ from: '/desk/cycles/$cycleId/experts' });
  const navigate = useNavigate();
  const tell = useTell();
  const actor = useActor();
  const watches = useHolds('office', 'supervisor');
  const read = useRead('/cycles/{cycleId}', { cycleId });
  return (
    <Show of={read}>
      {(cycle) => (
        <Page title={tell(m.title)} crumbs={[{ label: cycle.title, to: `/cycles/${cycleId}` }]}>
          <TabPanes
            className="assignment-tabs"
            label={tell(m.tabs)}
            active={tab}
            choose={(next) =>
              navigate({ to: '/cycles/$cycleId/experts', params: { cycleId }, search: { tab: next }, replace: true })
            }
            items={[
              {
                key: 'invitations',
                label: tell(m.tabInvitations),
                children: <Invitations cycle={cycle} mayInvite={mayCheck(actor) && isTimeFor('invite', cycle)} />,
              },
              { key: 'pool', label: tell(m.tabPool), children: <Eligibility cycle={cycle} /> },
              ...(watches
                ? [
                    {
                      key: 'avoidances',
                      label: tell(m.tabAvoidances),
                      children: <Avoidances cycle={cycle} mayRefuse={mayCheck(actor)} />,
                    },
                  ]
                : []),
            ]}
          />
        </Page>
      )}
    </Show>
  );
}

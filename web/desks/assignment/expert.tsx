import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import { useActor, useHolds } from '#web/api/actor.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { TabPanes } from '#web/kit/tabs.tsx';
import { experts as m } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';
import { ExpertConflicts } from './expert-conflicts.tsx';
import { ExpertEntry } from './expert-entry.tsx';
import { ExpertFeedback, ExpertHistory } from './expert-history.tsx';

/** One expert: the entry of the pool, what binds them, what they did and what was thought of it. */
export function ExpertPage() {
  const { reviewerId } = useParams({ from: '/desk/experts/$reviewerId' });
  const { tab = 'profile' } = useSearch({ from: '/desk/experts/$reviewerId' });
  const navigate = useNavigate();
  const tell = useTell();
  const actor = useActor();
  const watches = useHolds('office', 'supervisor');
  const read = useRead('/reviewers/{reviewerId}', { reviewerId });
  const isOwn = personIdOf(actor) === reviewerId;
  return (
    <Show of={read}>
      {(reviewer) => (
        <Page
          title={reviewer.name}
          number={reviewer.organizationName}
          crumbs={[{ label: tell(m.title), to: '/experts' }]}
          width="reading"
        >
          <TabPanes
            className="assignment-tabs"
            label={tell(m.tabs)}
            active={watches ? tab : 'profile'}
            choose={(next) =>
              navigate({ to: '/experts/$reviewerId', params: { reviewerId }, search: { tab: next }, replace: true })
            }
            items={[
              {
                key: 'profile',
                label: tell(m.tabProfile),
                children: <ExpertEntry reviewer={reviewer} mayEdit={mayCheck(actor) && !isOwn} isOwn={isOwn} />,
              },
              ...(watches
                ? [
                    {
                      key: 'conflicts',
                      label: tell(m.tabConflicts),
                      children: <ExpertConflicts reviewer={reviewer} />,
                    },
                    {
                      key: 'history',
                      label: tell(m.tabHistory),
                      children: <ExpertHistory reviewerId={reviewerId} />,
                    },
                    {
                      key: 'feedback',
                      label: tell(m.tabFeedback),
                      children: <ExpertFeedback reviewerId={reviewerId} />,
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

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { assignmentTransitions } from '#domain/reviews';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import { useRecuse } from '../use-recuse.tsx';

/** A conflict came up with a case that was assigned: nothing of it is shown, and the way out is offered. */
export function Conflicted({ assignmentId }: { readonly assignmentId: string }) {
  const tell = useTell();
  const navigate = useNavigate();
  const queue = useRead('/assignments', {});
  const { recuse, dialog } = useRecuse(() => void navigate({ to: '/reviews' }));
  const item = queue.data?.items.find((each) => each.assignmentId === assignmentId);
  const mayRecuse = item && assignmentTransitions.recuse.from.some((status) => status === item.status);
  return (
    <Page
      title={item?.organizationName ?? tell(reviewer.queue)}
      crumbs={[{ label: tell(reviewer.queue), to: '/reviews' }]}
    >
      <section className="card" role="alert">
        <Empty title={scoring.conflict} help={item && !mayRecuse ? scoring.conflictAsk : scoring.conflictHelp}>
          {mayRecuse && (
            <Button type="primary" onClick={() => recuse(item)}>
              {tell(reviewer.recuseVerb)}
            </Button>
          )}
        </Empty>
      </section>
      {dialog}
    </Page>
  );
}

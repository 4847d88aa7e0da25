import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCategoryName } from '#web/api/names.ts';
import { Status } from '#web/kit/status.tsx';
import { Countdown, When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { SheetProgress } from './progress.tsx';
import { type QueueItem, queueStateOf } from './queue.ts';
import { useAccept } from './use-accept.ts';
import { useRecuse } from './use-recuse.tsx';

/** The cases, what is to be done first in front. */
export function QueueList({ items }: { readonly items: readonly QueueItem[] }) {
  const { recuse, dialog } = useRecuse();
  return (
    <>
      <ul className="reviewer-queue">
        {items.map((item) => (
          <Case key={item.assignmentId} item={item} recuse={() => recuse(item)} />
        ))}
      </ul>
      {dialog}
    </>
  );
}

const verbs = {
  pending: reviewer.open,
  accepted: reviewer.score,
  scoring: reviewer.goOn,
  unlocked: reviewer.goOn,
  submitted: reviewer.review,
} as const;

function Case({ item, recuse }: { readonly item: QueueItem; readonly recuse: () => void }) {
  const tell = useTell();
  const nameOf = useCategoryName();
  const accept = useAccept();
  const { assignmentId, organizationName, status } = item;
  const verb = tell(status in verbs ? verbs[status as keyof typeof verbs] : reviewer.open);
  return (
    <li>
      <div className="reviewer-case">
        <Link to="/reviews/$assignmentId" params={{ assignmentId }} className="reviewer-case-name">
          {organizationName}
        </Link>
        <span className="quiet">{nameOf(item.categoryId)}</span>
      </div>
      <Status of="seat" state={status} />
      <Due item={item} />
      <SheetProgress item={item} />
      <div className="reviewer-acts">
        {status === 'pending' && (
          <>
            <Button
              size="small"
              type="text"
              onClick={recuse}
              aria-label={`${tell(reviewer.recuse)} ${organizationName}`}
            >
              {tell(reviewer.recuse)}
            </Button>
            <Button
              size="small"
              loading={accept.isPending}
              onClick={() => accept.mutate({ assignmentId })}
              aria-label={`${tell(reviewer.accept)} ${organizationName}`}
            >
              {tell(reviewer.accept)}
            </Button>
          </>
        )}
        <Link to="/reviews/$assignmentId" params={{ assignmentId }} aria-label={`${verb} ${organizationName}`}>
          {verb}
        </Link>
      </div>
    </li>
  );
}

function Due({ item }: { readonly item: QueueItem }) {
  if (queueStateOf(item) !== 'submitted') return <Countdown to={item.dueAt} />;
  return <span className="quiet">{item.submittedAt && <When at={item.submittedAt} />}</span>;
}

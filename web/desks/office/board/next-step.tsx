import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { serverNow } from '#web/api/clock.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Countdown } from '#web/kit/time.tsx';
import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { nextDeadline } from '../next-deadline.ts';
import { planIn } from '../wizard/plan-page.tsx';
import { PlanSummary } from '../wizard/summary.tsx';
import { countOf } from './funnel.ts';
import { startObstacle } from './nobody.ts';
import type { BoardProps } from './page.tsx';
import '../wizard/wizard.css';

/** What the cycle waits for, and the one button that takes it on. */
export function NextStep({ cycle, board }: BoardProps) {
  const tell = useTell();
  const due = nextDeadline({ ...cycle, windows: { ...cycle.windows, ...board.deadlines } }, serverNow());
  return (
    <section className="card board-next" aria-labelledby="board-next">
      <div className="row spread">
        <div>
          <h2 id="board-next">{tell(words.next)}</h2>
          <p style={{ margin: '4px 0 0' }}>
            {tell(office.next[cycle.status])} {due && <Countdown to={due.at} />}
          </p>
          <Hint cycle={cycle} board={board} />
        </div>
        <div className="row">
          <Act cycle={cycle} board={board} />
        </div>
      </div>
    </section>
  );
}

/** Why the next step cannot be taken yet. */
function Hint(props: BoardProps) {
  const tell = useTell();
  const { cycle } = props;
  const obstacle = startObstacle(props.board.counts);
  if (cycle.status === 'draft' && !cycle.basis) return <p className="quiet">{tell(words.announceNoBasis)}</p>;
  if (cycle.status === 'assessing' && obstacle) return <p className="quiet">{tell(obstacle)}</p>;
  return null;
}

function Act(props: BoardProps) {
  const { cycle } = props;
  const tell = useTell();
  const isAdministrator = mayAdminister(useActor());
  switch (cycle.status) {
    case 'draft':
      return isAdministrator && <Announce {...props} />;
    case 'assessing':
      return isAdministrator && <StartReview {...props} />;
    case 'reviewing':
      return <Go {...props} to="progress" label={tell(words.goTo.reviewing)} />;
    case 'ranking':
      return <Go {...props} to="results" label={tell(words.goTo.ranking)} />;
    case 'listing':
      return <Go {...props} to="list" label={tell(words.goTo.listing)} />;
    case 'publicizing':
      return <Go {...props} to="publicity" label={tell(words.goTo.publicizing)} />;
    case 'deciding':
      return <Go {...props} to="decision" label={tell(words.goTo.deciding)} />;
    case 'naming':
      return <Go {...props} to="awards" label={tell(words.goTo.naming)} />;
    case 'concluded':
      return <Go {...props} to="dossiers" label={tell(words.goTo.concluded)} />;
    default:
      return null;
  }
}

type GoProps = BoardProps & { readonly to: string; readonly label: string };

const Go = ({ cycle, to, label }: GoProps) => (
  <LinkButton primary to={`/cycles/${cycle.cycleId}/${to}` as string}>
    {label}
  </LinkButton>
);

function Announce({ cycle }: BoardProps) {
  const tell = useTell();
  const ask = useConsequence();
  const { message } = App.useApp();
  const categories = useRead('/categories', {});
  const announce = useAct('post', '/cycles/{cycleId}/announce', {
    done: () => void message.success(tell(words.announced)),
  });
  const plan: ReactNode = (
    <Link to="/cycles/$cycleId/plan" params={{ cycleId: cycle.cycleId }}>
      {tell(words.seePlan)}
    </Link>
  );
  if (!cycle.basis) {
    return (
      <LinkButton primary to="/cycles/$cycleId/plan" params={{ cycleId: cycle.cycleId }} search={{ step: 'basics' }}>
        {tell(words.fillBasis)}
      </LinkButton>
    );
  }
  return (
    <>
      {plan}
      <Button
        type="primary"
        onClick={() =>
          ask({
            title: tell(words.announceTitle),
            consequence: (
              <>
                <p>{tell(words.announceHelp)}</p>
                <PlanSummary plan={planIn(cycle)} taxonomy={categories.data?.categories ?? []} />
              </>
            ),
            verb: tell(words.announce),
            seal: true,
            width: 900,
            act: () => announce.mutateAsync({ cycleId: cycle.cycleId }),
          })
        }
      >
        {tell(words.announce)}
      </Button>
    </>
  );
}

function StartReview(props: BoardProps) {
  const { cycle, board } = props;
  const tell = useTell();
  const ask = useConsequence();
  const { message } = App.useApp();
  const start = useAct('post', '/cycles/{cycleId}/start-review', {
    done: () => void message.success(tell(words.started)),
  });
  const count = countOf(board.counts, 'self-assessed');
  return (
    <Button
      type="primary"
      disabled={startObstacle(board.counts) !== undefined}
      onClick={() =>
        ask({
          title: tell(words.startTitle),
          consequence: tell(words.startHelp(count)),
          verb: tell(words.startReview),
          seal: true,
          act: () => start.mutateAsync({ cycleId: cycle.cycleId }),
        })
      }
    >
      {tell(words.startReview)}
    </Button>
  );
}

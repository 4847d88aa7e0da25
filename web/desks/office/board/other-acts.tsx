import { App, Button } from 'antd';
import { useState } from 'react';
import { cycleTransitions } from '#domain/cycles';
import { isExtendable } from '#domain/extensions';
import { mayAdminister, mayCheck } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { When } from '#web/kit/time.tsx';
import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';
import { Extend } from './extend.tsx';
import { totalOf } from './funnel.ts';
import type { BoardProps } from './page.tsx';

const isBefore = (status: string, states: readonly string[]): boolean => states.includes(status);

/** What is done out of the usual order: a deadline extended, the window closed early, the cycle given up. */
export function OtherActs({ cycle, board }: BoardProps) {
  const tell = useTell();
  const actor = useActor();
  const { status, reasons = [] } = cycle;
  const mayExtend = mayCheck(actor) && status !== 'draft' && isExtendable(cycle, 'reviewBy');
  const mayClose = mayAdminister(actor) && status === 'accepting';
  const mayAbandon = mayAdminister(actor) && isBefore(status, cycleTransitions.abandon.from);
  const [isExtending, setExtending] = useState(false);
  if (!mayExtend && !mayClose && !mayAbandon && reasons.length === 0) return null;
  return (
    <section className="card" aria-labelledby="board-acts">
      <h2 id="board-acts">{tell(words.otherActs)}</h2>
      <div className="row" style={{ marginTop: 8 }}>
        {mayExtend && <Button onClick={() => setExtending(true)}>{tell(words.extend)}</Button>}
        {mayClose && <CloseWindow cycleId={cycle.cycleId} />}
        {mayAbandon && <Abandon cycleId={cycle.cycleId} count={totalOf(board.counts)} />}
      </div>
      {reasons.length > 0 && (
        <ul className="board-list" aria-label={tell(words.why)}>
          {reasons.map(({ act, reason, at }) => (
            <li key={at}>
              <strong>{tell(words.reasonOf[act])}</strong> <When at={at} />
              <p className="as-written">{reason}</p>
            </li>
          ))}
        </ul>
      )}
      {isExtending && <Extend cycle={cycle} board={board} close={() => setExtending(false)} />}
    </section>
  );
}

function CloseWindow({ cycleId }: { readonly cycleId: string }) {
  const tell = useTell();
  const ask = useConsequence();
  const { message } = App.useApp();
  const close = useAct('post', '/cycles/{cycleId}/close-window', {
    done: () => void message.success(tell(words.closed)),
  });
  return (
    <Button
      onClick={() =>
        ask({
          title: tell(words.closeWindow),
          consequence: tell(words.closeHelp),
          verb: tell(words.closeVerb),
          seal: true,
          reason: true,
          act: (reason) => close.mutateAsync({ cycleId, reason }),
        })
      }
    >
      {tell(words.closeWindow)}
    </Button>
  );
}

function Abandon({ cycleId, count }: { readonly cycleId: string; readonly count: number }) {
  const tell = useTell();
  const ask = useConsequence();
  const { message } = App.useApp();
  const abandon = useAct('post', '/cycles/{cycleId}/abandon', {
    done: () => void message.success(tell(words.abandoned)),
  });
  return (
    <Button
      type="text"
      danger
      onClick={() =>
        ask({
          title: tell(words.abandon),
          consequence: tell(words.abandonHelp(count)),
          verb: tell(words.abandonVerb),
          seal: true,
          reason: true,
          act: (reason) => abandon.mutateAsync({ cycleId, reason }),
        })
      }
    >
      {tell(words.abandon)}
    </Button>
  );
}

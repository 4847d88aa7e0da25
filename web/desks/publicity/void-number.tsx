import { App, Button } from 'antd';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { serverNow } from '#web/api/clock.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { shanghaiDay } from '#web/kit/time.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';

/** A number that was used or spoilt on paper: the series stays without a gap. */
export function VoidNumber({ cycle }: { readonly cycle: AnswerOf<'get', '/cycles/{cycleId}'> }) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const { message } = App.useApp();
  const spoil = useAct('post', '/document-numbers/void', {
    done: ({ text }) => void message.success(tell(decisions.voided(text))),
  });
  if (!mayAdminister(actor)) return null;
  const year = Number(shanghaiDay(serverNow()).slice(0, 4));
  const code = cycle.issuerCode;
  const begin = () =>
    ask({
      title: tell(decisions.voidTitle),
      consequence: tell(decisions.voidText(code, year)),
      verb: tell(decisions.voidNumber),
      seal: true,
      reason: true,
      act: (reason) => spoil.mutateAsync({ code, year, reason }),
    });
  return <Button onClick={begin}>{tell(decisions.voidNumber)}</Button>;
}

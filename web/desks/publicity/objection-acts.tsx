import { Button } from 'antd';
import { useState } from 'react';
import { mayCheck } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { objections } from '#web/messages/objections.ts';
import type { Said } from '#web/messages/say.ts';
import { Determination } from './determination.tsx';
import type { Objection } from './objection-page.tsx';
import { actsOf, type ObjectionAct } from './objection-stage.ts';

type Props = { readonly objection: Objection; readonly runs: boolean; readonly listId: string };
type Asked = {
  readonly verb: Said;
  readonly title: Said;
  readonly text: Said;
  /** The text that goes with it. */
  readonly wants?: Said;
  readonly seal?: boolean;
  readonly act: (text: string) => Promise<unknown>;
};

/** What the office does next, the act that moves the case on first. */
export function ObjectionActs({ objection, runs, listId }: Props) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const [determining, setDetermining] = useState(false);
  const asked = useAsked(objection.objectionId);
  const acts = actsOf(objection, runs);
  if (!mayCheck(actor)) return <p className="card quiet">{tell(objections.officeOnly)}</p>;
  if (determining && acts.includes('determine')) {
    return <Determination objection={objection} listId={listId} close={() => setDetermining(false)} />;
  }
  const begin = (act: ObjectionAct): void => {
    if (act === 'determine') {
      setDetermining(true);
      return;
    }
    const { verb, title, text, wants, seal, act: run } = asked[act];
    void ask({
      title: tell(title),
      consequence: tell(text),
      verb: tell(verb),
      ...(wants && { reason: tell(wants) }),
      ...(seal && { seal }),
      act: run,
    });
  };
  if (acts.length === 0) return null;
  return (
    <section className="card stack" aria-label={tell(objections.next)} style={{ gap: 8 }}>
      <h2>{tell(objections.next)}</h2>
      <div className="row">
        {acts.map((act, at) => (
          <Button key={act} type={at === 0 && act !== 'withdraw' ? 'primary' : 'default'} onClick={() => begin(act)}>
            {tell(act === 'determine' ? objections.determine : asked[act].verb)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function useAsked(objectionId: string): Readonly<Record<Exclude<ObjectionAct, 'determine'>, Asked>> {
  const admit = useAct('post', '/objections/{objectionId}/admit');
  const refuse = useAct('post', '/objections/{objectionId}/refuse');
  const investigate = useAct('post', '/objections/{objectionId}/investigate');
  const answer = useAct('post', '/objections/{objectionId}/answer');
  const archive = useAct('post', '/objections/{objectionId}/archive');
  const exOfficio = useAct('post', '/objections/{objectionId}/ex-officio');
  const withdraw = useAct('post', '/objections/{objectionId}/withdraw');
  const of = objections;
  return {
    admit: {
      ...{ verb: of.admit, title: of.admitTitle, text: of.admitText },
      act: () => admit.mutateAsync({ objectionId }),
    },
    refuse: {
      ...{ verb: of.refuse, title: of.refuseTitle, text: of.refuseText, wants: of.reason, seal: true },
      act: (reason) => refuse.mutateAsync({ objectionId, reason }),
    },
    investigate: {
      ...{ verb: of.investigate, title: of.investigateTitle, text: of.investigateText },
      act: () => investigate.mutateAsync({ objectionId }),
    },
    answer: {
      ...{ verb: of.answerVerb, title: of.answerTitle, text: of.answerText, wants: of.answerLabel },
      act: (text) => answer.mutateAsync({ objectionId, answer: text }),
    },
    archive: {
      ...{ verb: of.archive, title: of.archiveTitle, text: of.archiveText },
      act: () => archive.mutateAsync({ objectionId }),
    },
    exOfficio: {
      ...{ verb: of.exOfficio, title: of.exOfficioTitle, text: of.exOfficioText, wants: of.exOfficioLeads },
      act: (leads) => exOfficio.mutateAsync({ objectionId, leads }),
    },
    withdraw: {
      ...{ verb: of.withdraw, title: of.withdrawTitle, text: of.withdrawText },
      act: () => withdraw.mutateAsync({ objectionId }),
    },
  };
}

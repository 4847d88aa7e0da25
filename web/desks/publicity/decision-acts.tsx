import { App, Button, Form, Input } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useActor, useMe } from '#web/api/actor.ts';
import { isProblem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { signIn } from '#web/api/session.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Decision } from './decision-case.tsx';
import { keepOpinion, keptOpinion } from './opinion.ts';
import { SignedSummary } from './signed-summary.tsx';
import { type Turn, turnOf } from './turn.ts';

type Props = { readonly decision: Decision; readonly signNow: boolean; readonly signed?: () => void };

/** The next step of the chain for whoever's turn it is: opinion, the act, or sending it back. */
export function DecisionActs({ decision, ...rest }: Props) {
  const tell = useTell();
  const actor = useActor();
  const turn = turnOf(decision, actor);
  if (!turn) return null;
  if (turn.whose === 'mine') return <MyTurn decision={decision} turn={turn} {...rest} />;
  const why = turn.whose === 'acted-already' ? decisions.actedAlready : decisions.notYours[turn.step];
  return <p className="card quiet">{tell(why)}</p>;
}

const verbs = {
  draft: decisions.draft,
  check: decisions.checkVerb,
  approve: decisions.approveVerb,
  sign: decisions.signVerb,
} as const;

function MyTurn({ decision, turn, signNow, signed }: Props & { readonly turn: Turn }) {
  const tell = useTell();
  const ask = useConsequence();
  const { message } = App.useApp();
  const { decisionId } = decision;
  const { step, isLast } = turn;
  const [opinion, setOpinion] = useState(() => keptOpinion(decisionId));
  const [tooOld, setTooOld] = useState(false);
  const leave = useSigningIn(decisionId);
  const act = useAct('post', '/decisions/{decisionId}/acts');
  const back = useAct('post', '/decisions/{decisionId}/send-back');
  const type = (text: string): void => {
    setOpinion(text);
    keepOpinion(decisionId, text);
  };
  const take = useCallback(
    () =>
      act.mutateAsync({ decisionId, opinion: opinion.trim() }).catch((error: unknown) => {
        setTooOld(isProblem(error, 'SignInTooOld'));
        throw error;
      }),
    [act, decisionId, opinion],
  );
  const offer = useCallback(async (): Promise<void> => {
    const done = await ask({
      title: tell(decisions.actTitle[step]),
      consequence: isLast ? <SignedSummary decision={decision} /> : tell(decisions.actText[step]),
      verb: tell(verbs[step]),
      seal: isLast,
      act: take,
    });
    if (!done) return;
    keepOpinion(decisionId, '');
    void message.success(tell(decisions.done));
    signed?.();
  }, [ask, tell, step, isLast, decision, take, decisionId, message, signed]);
  useOnce(signNow && isLast, offer);
  const sendBack = (): void => {
    void ask({
      title: tell(decisions.sendBackTitle),
      consequence: tell(decisions.sendBackText),
      verb: tell(decisions.sendBack),
      seal: true,
      reason: true,
      act: (reason) => back.mutateAsync({ decisionId, reason }),
    });
  };
  return (
    <section className="card" aria-label={tell(decisions.steps[step])}>
      <Form layout="vertical" component="div">
        <Form.Item label={tell(decisions.opinion)} htmlFor="opinion" extra={tell(decisions.opinionHelp)}>
          <Input.TextArea
            id="opinion"
            autoSize={{ minRows: 3 }}
            maxLength={1000}
            value={opinion}
            onChange={(event) => type(event.target.value)}
          />
        </Form.Item>
      </Form>
      {isLast && !signNow && <p className="quiet">{tell(decisions.again)}</p>}
      {isLast && signNow && !tooOld && <p className="official-notice">{tell(decisions.backToSign)}</p>}
      {tooOld && (
        <p className="official-notice warn" role="alert">
          {tell(decisions.tooOld)}
        </p>
      )}
      <div className="row">
        <Button type="primary" danger={isLast} onClick={isLast && (!signNow || tooOld) ? leave : offer}>
          {tell(verbs[step])}
        </Button>
        <Button onClick={sendBack}>{tell(decisions.sendBack)}</Button>
      </div>
    </section>
  );
}

/** Leaves for the sign-in page, as the same person, and comes back to sign. */
function useSigningIn(decisionId: string): () => Promise<void> {
  const { data: me } = useMe();
  return () => signIn({ again: true, back: `/decisions/${decisionId}?act=sign`, ...(me && { hint: me.username }) });
}

/** Does it once when its time has come, though React mounts twice. */
function useOnce(when: boolean, act: () => unknown): void {
  const done = useRef(false);
  useEffect(() => {
    if (!when || done.current) return;
    done.current = true;
    void act();
  }, [when, act]);
}

import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { personIdOf } from '#domain/people';
import { mayCheck, mayDraft } from '#domain/policies';
import type { NoticeText } from '#domain/publicity';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { serverNow } from '#web/api/clock.ts';
import { isProblem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { PersonName } from '#web/kit/person-name.tsx';
import { Trouble } from '#web/kit/states.tsx';
import { shanghaiDay, When } from '#web/kit/time.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { publicity } from '#web/messages/publicity.ts';
import { NoticeSides } from './notice-draft.tsx';
import { NoticeForm } from './notice-form.tsx';
import { NoticePaper, type NoticeWords } from './notice-paper.tsx';
import { offPlan } from './planned-window.ts';
import { useNamedCounts } from './use-named.ts';

type Cycle = AnswerOf<'get', '/cycles/{cycleId}'>;
type Publicity = AnswerOf<'get', '/publicities/{publicityId}'>;
type Props = { readonly publicity: Publicity; readonly cycle: Cycle };

/** The document, and while it is a draft: checking it as it was read, or rewording it. */
export function NoticeHandling({ publicity: of, cycle }: Props) {
  const tell = useTell();
  const [editing, setEditing] = useState(false);
  return (
    <section className="stack" aria-label={tell(notices.document)}>
      <h2>{tell(notices.document)}</h2>
      {editing ? (
        <Rewording publicity={of} cycle={cycle} close={() => setEditing(false)} />
      ) : (
        <>
          {of.status === 'drafted' && <Checking publicity={of} cycle={cycle} edit={() => setEditing(true)} />}
          <Document publicity={of} cycle={cycle} text={of.notice} />
        </>
      )}
    </section>
  );
}

function Document({ publicity: of, cycle, text }: Props & { readonly text: NoticeWords }) {
  const { firstDay, lastDay, publishedAt, cycleId } = of;
  const fixed = firstDay && lastDay ? { firstDay, lastDay } : undefined;
  const ifToday = useRead('/cycles/{cycleId}/notice-window', { cycleId }, { when: !fixed });
  return (
    <NoticePaper
      notice={text}
      counts={useNamedCounts(of.countsByCategory)}
      total={of.total}
      basis={cycle.basis}
      issuer={cycle.issuer}
      window={fixed ?? ifToday.data}
      publishedAt={publishedAt}
    />
  );
}

type CheckingProps = Props & { readonly edit: () => void };

function Checking({ publicity: of, cycle, edit }: CheckingProps) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const client = useQueryClient();
  const [stale, setStale] = useState(false);
  const check = useAct('post', '/publicities/{publicityId}/check');
  const back = useAct('post', '/publicities/{publicityId}/send-back');
  const { data: ifToday } = useRead('/cycles/{cycleId}/notice-window', { cycleId: of.cycleId });
  const { publicityId, version, draftedBy, editedBy, total, sentBack } = of;
  const isMine = [draftedBy, ...editedBy].includes(personIdOf(actor) ?? '');
  const window = tell(ifToday ? publicity.windowIfToday(ifToday.firstDay, ifToday.lastDay) : publicity.windowFromToday);
  const mayJudge = mayCheck(actor) && !isMine && !sentBack;
  const told = (error: unknown): never => {
    if (isProblem(error, 'StaleVersion')) {
      setStale(true);
      void client.invalidateQueries();
    }
    throw error;
  };
  const sendBack = (): Promise<boolean> => {
    setStale(false);
    return ask({
      title: tell(publicity.sendBackTitle),
      consequence: tell(publicity.sendBackText),
      verb: tell(publicity.sendBack),
      reason: true,
      act: (reason) => back.mutateAsync({ publicityId, version, reason }).catch(told),
    });
  };
  const begin = (): Promise<boolean> => {
    setStale(false);
    return ask({
      title: tell(publicity.checkTitle),
      consequence: (
        <>
          <p>{tell(publicity.checkText(total, window))}</p>
          {of.kind === 'initial' && <OffPlan cycle={cycle} />}
        </>
      ),
      verb: tell(publicity.check),
      seal: true,
      act: () => check.mutateAsync({ publicityId, version }).catch(told),
    });
  };
  return (
    <>
      {stale && <p className="official-notice warn">{tell(publicity.stale)}</p>}
      {sentBack && (
        <div className="official-notice warn">
          <p>
            <strong>{tell(publicity.sentBack)}</strong> <PersonName id={sentBack.personId} /> <When at={sentBack.at} />
          </p>
          <p lang="zh-CN" style={{ whiteSpace: 'pre-wrap' }}>
            {sentBack.reason}
          </p>
        </div>
      )}
      <div className="row">
        {mayJudge && (
          <Button type="primary" danger onClick={begin}>
            {tell(publicity.check)}
          </Button>
        )}
        {mayJudge && <Button onClick={sendBack}>{tell(publicity.sendBack)}</Button>}
        {mayDraft(actor) && (
          <Button type={sentBack ? 'primary' : 'default'} onClick={edit}>
            {tell(publicity.reword)}
          </Button>
        )}
        <span className="quiet">
          {tell(sentBack ? publicity.sentBackNext : isMine ? publicity.notByDrafter : publicity.checkDuty)}
        </span>
      </div>
    </>
  );
}

/** The planned day is long past or far off: told, for the window that counts is that of the day. */
function OffPlan({ cycle }: { readonly cycle: Cycle }) {
  const tell = useTell();
  const off = offPlan(cycle, shanghaiDay(serverNow()));
  if (!off) return null;
  const { planned, plannedOn, days } = off;
  const words = planned ? publicity.plannedWindow(planned.firstDay, planned.lastDay) : publicity.plannedOn(plannedOn);
  return <p className="official-notice warn">{tell(publicity.offPlan(tell(words), days))}</p>;
}

/** Rewording keeps what was typed when somebody else was faster. */
function Rewording({ publicity: of, cycle, close }: Props & { readonly close: () => void }) {
  const tell = useTell();
  const client = useQueryClient();
  const [form] = Form.useForm<NoticeText>();
  useErrorsInLanguage(form);
  const [text, setText] = useState<NoticeWords>(of.notice);
  const [version, setVersion] = useState(of.version);
  const save = useAct('put', '/publicities/{publicityId}', { done: close });
  const isStale = isProblem(save.error, 'StaleVersion') && version !== of.version;
  const send = (notice: NoticeText): void => {
    const onError = (): Promise<void> => client.invalidateQueries({ queryKey: ['/publicities/{publicityId}'] });
    save.mutate({ publicityId: of.publicityId, version, notice }, { onError });
  };
  return (
    <>
      <NoticeSides
        form={<NoticeForm form={form} initial={of.notice} onChange={setText} onFinish={send} />}
        paper={<Document publicity={of} cycle={cycle} text={text} />}
      />
      {isStale && (
        <div className="official-notice warn" role="alert">
          <p>{tell(publicity.staleEdit)}</p>
          <div className="row">
            <Button onClick={() => setVersion(of.version)}>{tell(publicity.keepMine)}</Button>
            <Button onClick={close}>{tell(publicity.takeLatest)}</Button>
          </div>
        </div>
      )}
      {save.error && !isStale && !isProblem(save.error, 'StaleVersion') && <Trouble error={save.error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" form="notice" loading={save.isPending}>
          {tell(publicity.rewordSave)}
        </Button>
        <Button onClick={close}>{tell(kit.cancel)}</Button>
      </div>
    </>
  );
}

import { Button } from 'antd';
import { isOpenObjection } from '#domain/objections';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { shanghaiMinute, When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { objecting } from '#web/messages/objecting.ts';
import './document.css';

type Mine = AnswerOf<'get', '/me/objections'>['items'][number];

/** What I objected to while signed in: how far it is, the answer, and withdrawing it. */
export function MyObjectionsPage() {
  const tell = useTell();
  const read = useRead('/me/objections', {});
  return (
    <Page title={tell(objecting.mine)} width="reading">
      <Show of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={objecting.mineNone} help={objecting.mineNoneHelp}>
              <LinkButton to="/notices">{tell(notices.title)}</LinkButton>
            </Empty>
          ) : (
            <div className="stack">
              {items.map((objection) => (
                <One key={objection.objectionId} objection={objection} />
              ))}
            </div>
          )
        }
      </Show>
    </Page>
  );
}

function One({ objection }: { readonly objection: Mine }) {
  const tell = useTell();
  const ask = useConsequence();
  const withdraw = useAct('post', '/objections/{objectionId}/withdraw');
  const { objectionId, publicityId, about, status, receivedAt, grounds, reason, answer, withdrawnAt } = objection;
  const begin = () =>
    ask({
      title: tell(objecting.withdrawTitle),
      consequence: tell(objecting.withdrawText),
      verb: tell(objecting.withdraw),
      act: () => withdraw.mutateAsync({ objectionId }),
    });
  return (
    <article className="card">
      <div className="row spread">
        <h2>{about ?? tell(objecting.procedure)}</h2>
        <Status state={status} />
      </div>
      <dl className="facts" style={{ margin: '12px 0' }}>
        <dt>{tell(objecting.number)}</dt>
        <dd className="figures">{objectionId}</dd>
        <dt>{tell(objecting.receivedAt)}</dt>
        <dd>
          <When at={receivedAt} />
        </dd>
        <dt>{tell(objecting.grounds)}</dt>
        <dd>{grounds}</dd>
        {reason && (
          <>
            <dt>{tell(objecting.refusedBecause)}</dt>
            <dd lang="zh-CN">{reason}</dd>
          </>
        )}
        {answer && (
          <>
            <dt>{tell(objecting.answer)}</dt>
            <dd lang="zh-CN">{answer}</dd>
          </>
        )}
      </dl>
      <div className="row">
        {withdrawnAt ? (
          <span className="quiet">{tell(objecting.withdrawnAt(shanghaiMinute(withdrawnAt)))}</span>
        ) : (
          isOpenObjection(objection) && <Button onClick={begin}>{tell(objecting.withdraw)}</Button>
        )}
        <LinkButton to="/notices/$publicityId" params={{ publicityId }}>
          {tell(objecting.backToNotice)}
        </LinkButton>
      </div>
    </article>
  );
}

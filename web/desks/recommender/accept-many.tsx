import { App, Button } from 'antd';
import { ask } from '#web/api/client.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import type { useBatch } from '#web/kit/use-batch.tsx';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import type { CaseRow } from './case-columns.tsx';

type AcceptManyProps = {
  readonly rows: readonly CaseRow[];
  /** Of the page: the bar that this stands in goes with the last row that was ticked. */
  readonly start: ReturnType<typeof useBatch<CaseRow>>['start'];
};

/** 形式审查 of many that were looked through: each is accepted on its own, and what is refused is told with the reason. */
export function AcceptMany({ rows, start }: AcceptManyProps) {
  const tell = useTell();
  const consequence = useConsequence();
  const { message } = App.useApp();
  const ready = rows.filter(({ status }) => status === 'recommended');
  const accept = async (): Promise<void> => {
    if (ready.length === 0) {
      void message.info(tell(cases.acceptNone));
      return;
    }
    const agreed = await consequence({
      title: tell(cases.acceptManyTitle),
      consequence: tell(cases.acceptManyConsequence(ready.length, rows.length - ready.length)),
      verb: tell(cases.acceptMany(ready.length)),
      seal: true,
      act: async () => undefined,
    });
    if (!agreed) return;
    await start({
      title: tell(cases.acceptManyTitle),
      items: ready,
      nameOf: ({ organizationName }) => organizationName,
      act: ({ applicationId }) =>
        ask('post', '/applications/{applicationId}/check', { applicationId, verdict: 'accept', reason: '' }),
    });
  };
  return (
    <Button size="small" onClick={accept}>
      {tell(cases.acceptMany(ready.length))}
    </Button>
  );
}

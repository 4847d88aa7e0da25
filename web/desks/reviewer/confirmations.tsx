import { useQueries } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { isTimeFor } from '#domain/stages';
import { type AnswerOf, ask } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { FileView } from '#web/kit/file-view.tsx';
import { When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import type { QueueItem } from './queue.ts';

type Transcription = AnswerOf<'get', '/cycles/{cycleId}/confirmations'>['items'][number];

/** What waits for my confirmation, in the cycles that are under review. */
export function useConfirmations(items: readonly Pick<QueueItem, 'cycleId'>[]): readonly Transcription[] {
  const cycles = useRead('/cycles', {});
  const running = cycles.data?.items.filter((cycle) => isTimeFor('review', cycle)).map(({ cycleId }) => cycleId) ?? [];
  const cycleIds = [...new Set([...running, ...items.map(({ cycleId }) => cycleId)])];
  return useQueries({
    queries: cycleIds.map((cycleId) => ({
      queryKey: ['/cycles/{cycleId}/confirmations', { cycleId }],
      queryFn: () => ask('get', '/cycles/{cycleId}/confirmations', { cycleId }),
    })),
    combine: (answers) => answers.flatMap(({ data }) => data?.items ?? []),
  });
}

export function Confirmations({ items }: { readonly items: readonly QueueItem[] }) {
  const tell = useTell();
  const waiting = useConfirmations(items);
  if (waiting.length === 0) return null;
  return (
    <section className="card" aria-label={tell(reviewer.confirmations)}>
      <h2>{tell(reviewer.confirmations)}</h2>
      <p className="quiet">{tell(reviewer.confirmationsHelp)}</p>
      <ul className="reviewer-rows">
        {waiting.map((transcription) => (
          <Row key={`${transcription.applicationId}/${transcription.component}`} transcription={transcription} />
        ))}
      </ul>
    </section>
  );
}

function Row({ transcription }: { readonly transcription: Transcription }) {
  const tell = useTell();
  const { message } = App.useApp();
  const consequence = useConsequence();
  const act = useAct('post', '/applications/{applicationId}/components/{component}/confirm', {
    done: () => message.success(tell(reviewer.confirmed)),
  });
  const { applicationId, organizationName, score, source, enteredAt, version, fileId } = transcription;
  const confirm = () =>
    consequence({
      title: tell(reviewer.confirmTitle),
      consequence: tell(reviewer.confirmText(score)),
      verb: tell(reviewer.confirm),
      seal: true,
      act: () => act.mutateAsync({ applicationId, component: 'site', version }),
    });
  return (
    <li>
      <dl className="facts">
        <dt>{tell(reviewer.transcribedFor)}</dt>
        <dd>{organizationName}</dd>
        <dt>{tell(reviewer.transcribedScore)}</dt>
        <dd className="figures">
          <strong>{score}</strong>
        </dd>
        <dt>{tell(reviewer.source)}</dt>
        <dd>{source}</dd>
        <dt>{tell(reviewer.enteredAt)}</dt>
        <dd>
          <When at={enteredAt} />
        </dd>
      </dl>
      <Button danger onClick={confirm}>
        {tell(reviewer.confirm)}
      </Button>
      {fileId && (
        <div style={{ width: '100%' }}>
          <FileView file={{ fileId, fileName: source, contentType: 'application/pdf', size: 0 }} />
        </div>
      )}
    </li>
  );
}

import { Link } from '@tanstack/react-router';
import { App, Button, Tooltip } from 'antd';
import type { AnswerOf } from '#web/api/client.ts';
import { When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';

type Result = AnswerOf<'get', '/cycles/{cycleId}/results/snapshots'>['items'][number];
type Props = {
  readonly cycleId: string;
  readonly result: Result;
  /** All of the cycle, the one in force first. */
  readonly all: readonly Result[];
};

/** Which frozen result this is: its number, when, and the hash by which anybody can tell that it is this one. */
export function SnapshotLine({ cycleId, result, all }: Props) {
  const tell = useTell();
  const { message } = App.useApp();
  const at = all.findIndex(({ resultId }) => resultId === result.resultId);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(result.hash);
    message.success(tell(results.copied));
  };
  return (
    <div className="result-which">
      <span>
        <strong style={{ color: 'var(--ink)' }}>{tell(results.snapshot(at < 0 ? 1 : all.length - at))}</strong>{' '}
        {tell(at > 0 ? results.superseded : results.inForce)}
      </span>
      <span>
        {tell(results.frozenAt)} <When at={result.computedAt} />
      </span>
      <Tooltip title={tell(results.hashHelp)}>
        <span>
          {tell(results.hash)} <code className="figures">{result.hash.slice(0, 12)}…</code>
        </span>
      </Tooltip>
      <Button size="small" type="link" style={{ padding: 0 }} onClick={copy}>
        {tell(results.copy)}
      </Button>
      <span>{tell(results.rowCount(result.rows))}</span>
      <Link to="/cycles/$cycleId/results/history" params={{ cycleId }}>
        {tell(results.history)} ({all.length})
      </Link>
      {result.reason && (
        <span className="as-written">
          {result.voteId ? tell(results.byVote(result.reason)) : `${tell(results.why)}: ${result.reason}`}
        </span>
      )}
    </div>
  );
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { Cycle } from '#domain/cycles';
import { type DrawAim, drawAims } from '#domain/draws';
import type { AnswerOf } from '#web/api/client.ts';
import { useJob } from '#web/api/jobs.ts';
import { isProblem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { JobProgress } from '#web/kit/job-progress.tsx';
import { Empty, Trouble } from '#web/kit/states.tsx';
import { shanghaiMinute } from '#web/kit/time.tsx';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import { differenceOf } from './difference.ts';
import { PreviewFigures } from './preview-figures.tsx';
import { Refused } from './refused.tsx';

export type Previewed = AnswerOf<'post', '/cycles/{cycleId}/matching/preview'>;
type Props = { readonly cycle: Cycle; readonly isDrawn: boolean };

/** Too many to wait for: the API says so at `cycleId`. */
const isTooLarge = (error: unknown): boolean =>
  isProblem(error, 'InvalidInput') && error.fields.some(({ code }) => code === 'TooLarge');

/** 试算: what the draw would come to, at once or as a job where it is large. */
export function Preview({ cycle, isDrawn }: Props) {
  const { cycleId, drawAim = 'sum' } = cycle;
  const tell = useTell();
  const [aim, setAim] = useState<DrawAim>(drawAim);
  const [withPins, setWithPins] = useState(true);
  const { previewed, before, run, isBusy, job, error } = usePreview(cycleId);
  return (
    <div className="stack">
      <p className="quiet">{tell(m.previewHelp)}</p>
      {isDrawn && <Alert type="info" showIcon title={tell(m.isRedraw)} />}
      <div className="row">
        <Select
          aria-label={tell(m.aim)}
          value={aim}
          onChange={setAim}
          options={drawAims.map((value) => ({ value, label: tell(m.aims[value]) }))}
          style={{ minWidth: 220 }}
        />
        <Checkbox checked={withPins} onChange={(event) => setWithPins(event.target.checked)}>
          {tell(m.withPins)}
        </Checkbox>
        <Button type="primary" loading={isBusy} onClick={() => run({ aim, withPins })}>
          {tell(isBusy ? m.previewing : previewed ? m.previewAgain : m.previewNow)}
        </Button>
      </div>
      {job && isBusy && <p className="quiet">{tell(m.asJob)}</p>}
      <JobProgress job={job} />
      {error !== null && error !== undefined && <Trouble error={error} />}
      {previewed ? (
        <section aria-live="polite" className="stack">
          <p className="quiet figures">{tell(m.previewOf(shanghaiMinute(previewed.at)))}</p>
          <Compared now={previewed} before={before} />
          {previewed.refusal && <Refused refusal={previewed.refusal} cycleId={cycleId} />}
          <PreviewFigures preview={previewed} />
        </section>
      ) : (
        !isBusy && !error && <Empty title={m.previewNone} help={m.previewNoneHelp} />
      )}
    </div>
  );
}

type Wanted = { readonly aim: DrawAim; readonly withPins: boolean };

function usePreview(cycleId: string) {
  const search = useSearch({ from: '/desk/cycles/$cycleId/assignment' });
  const navigate = useNavigate();
  const job = useJob(cycleId, 'preview-matching', { earlier: search.jobId });
  const [shown, setShown] = useState<{ readonly now?: Previewed; readonly before?: Previewed | undefined }>({});
  const now = useAct('post', '/cycles/{cycleId}/matching/preview', {
    changes: [],
    done: (answer) => setShown(({ now: before }) => ({ now: answer, before })),
  });
  const [isLarge, setLarge] = useState(search.jobId !== undefined);
  const run = async (wanted: Wanted): Promise<void> => {
    setLarge(false);
    try {
      await now.mutateAsync({ cycleId, ...wanted });
    } catch (error) {
      if (!isTooLarge(error)) return;
      setLarge(true);
      const { jobId } = await job.start(wanted);
      await navigate({
        to: '/cycles/$cycleId/assignment',
        params: { cycleId },
        search: { ...search, tab: 'preview', jobId },
        replace: true,
      });
    }
  };
  // Safe: the job's result is what the preview answers, written by the same verb.
  const previewed = isLarge ? (job.result as Previewed | undefined) : shown.now;
  return {
    previewed,
    before: isLarge ? undefined : shown.before,
    run,
    isBusy: now.isPending || (isLarge && job.isRunning),
    job: isLarge ? job.job : undefined,
    error: isLarge ? job.error : now.error,
  };
}

function Compared({ now, before }: { readonly now: Previewed; readonly before: Previewed | undefined }) {
  const tell = useTell();
  if (!now.outcome || !before?.outcome) return null;
  const fit = differenceOf(now.outcome.totalFit, before.outcome.totalFit);
  const worst = differenceOf(now.outcome.worstFit, before.outcome.worstFit);
  return <p className="figures">{tell(m.difference(fit, worst))}</p>;
}

import { Drawer } from 'antd';
import { useState } from 'react';
import type { Cycle, CycleCategory } from '#domain/cycles';
import { useJob } from '#web/api/jobs.ts';
import { isProblem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { JobProgress } from '#web/kit/job-progress.tsx';
import { Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { whatIf } from '#web/messages/results-what-if.ts';
import type { Question } from './probe.ts';
import type { WhatIfAnswer } from './sides.ts';
import { WhatIfForm } from './what-if-form.tsx';
import { WhatIfOutcome } from './what-if-outcome.tsx';

type Props = {
  readonly cycle: Cycle;
  readonly category: CycleCategory;
  readonly categoryName: string;
  readonly close: () => void;
};

/** 试算, beside the frozen result and never in it: what it says is gone when it is closed. */
export function WhatIfDrawer({ cycle, category, categoryName, close }: Props) {
  const tell = useTell();
  const { run, answer, job, error, isBusy } = useWhatIf(cycle.cycleId);
  return (
    <Drawer
      open
      size={760}
      mask={false}
      classNames={{ body: 'what-if', header: 'what-if' }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      title={
        <>
          {tell(whatIf.open)} · {categoryName} <span className="what-if-label">{tell(whatIf.label)}</span>
        </>
      }
      onClose={close}
    >
      <p>{tell(whatIf.help)}</p>
      <WhatIfForm cycle={cycle} category={category} isBusy={isBusy} error={error} run={run} />
      <div aria-live="polite">
        {job && <p>{tell(whatIf.large)}</p>}
        <JobProgress job={job} />
        {error !== undefined && error !== null && <Trouble error={error} />}
        {answer?.categories.map((outcome) => (
          <WhatIfOutcome key={outcome.categoryId} outcome={outcome} categoryName={categoryName} />
        ))}
      </div>
    </Drawer>
  );
}

const isTooMany = (error: unknown): boolean =>
  isProblem(error) && error.fields.some(({ path, code }) => path === 'categories' && code === 'TooMany');

/** Asked at once; of a large category as work in the background. Nothing that the page has read changes by it. */
function useWhatIf(cycleId: string) {
  const [answer, setAnswer] = useState<WhatIfAnswer | undefined>();
  const [isLarge, setLarge] = useState(false);
  const asked = useAct('post', '/cycles/{cycleId}/what-if', { changes: [], done: setAnswer });
  const work = useJob(cycleId, 'what-if');
  const run = async (question: Question): Promise<void> => {
    setAnswer(undefined);
    setLarge(false);
    try {
      await asked.mutateAsync({ cycleId, ...question });
    } catch (error) {
      // What was refused is shown beside the form; only size has another way.
      if (!isTooMany(error)) return;
      setLarge(true);
      await work.start(question);
    }
  };
  // Safe: the job `what-if` answers in the very shape of the request.
  const found = isLarge ? (work.result as WhatIfAnswer | undefined) : answer;
  return {
    run,
    answer: found,
    job: isLarge ? work.job : undefined,
    error: isLarge ? work.error : asked.error,
    isBusy: asked.isPending || (isLarge && work.isRunning),
  };
}

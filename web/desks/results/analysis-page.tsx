import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Form, Select } from 'antd';
import type { Cycle } from '#domain/cycles';
import { holds } from '#domain/people';
import { maySeeScores } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import { useActor } from '#web/api/actor.ts';
import { useJob } from '#web/api/jobs.ts';
import { isProblem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { JobProgress } from '#web/kit/job-progress.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show, Trouble, Waiting } from '#web/kit/states.tsx';
import { shanghaiMinute } from '#web/kit/time.tsx';
import { analysis } from '#web/messages/analysis.ts';
import { useTell } from '#web/messages/language.tsx';
import { type AnalysisAnswer, AnalysisView } from './analysis-view.tsx';
import { CategoryLinks } from './category-links.tsx';
import { useCycle } from './known.ts';
import './results.css';

/** Statistics beside the result of a category. They change no rank and say so. */
export function AnalysisPage() {
  const tell = useTell();
  const actor = useActor();
  const { cycleId = '' } = useParams({ strict: false });
  const { category } = useSearch({ from: '/desk/cycles/$cycleId/analysis' });
  const known = useCycle(cycleId);
  return (
    <Show of={known.read}>
      {(cycle) => {
        const categoryId = category ?? cycle.categories[0]?.categoryId ?? '';
        const isVisible = maySeeScores(actor, isRoundClosed(cycle));
        return (
          <Page
            title={tell(analysis.title)}
            crumbs={[{ label: cycle.title, to: `/cycles/${cycleId}` }]}
            status={<span className="what-if-label">{tell(analysis.label)}</span>}
            actions={
              (holds(actor, 'office') || holds(actor, 'supervisor')) && (
                <Link to="/cycles/$cycleId/similarity" params={{ cycleId }}>
                  {tell(analysis.similarTitle)}
                </Link>
              )
            }
          >
            <p className="quiet">{tell(analysis.labelHelp)}</p>
            {isVisible ? (
              <>
                <CategoryLinks
                  to={`/cycles/${cycleId}/analysis`}
                  categories={cycle.categories}
                  chosen={categoryId}
                  nameOf={known.categoryName}
                />
                <OfCategory key={categoryId} cycle={cycle} categoryId={categoryId} />
              </>
            ) : (
              <Empty title={analysis.openTitle} help={analysis.openHelp} />
            )}
          </Page>
        );
      }}
    </Show>
  );
}

type Props = { readonly cycle: Cycle; readonly categoryId: string };

const isTooMany = (error: unknown): boolean =>
  isProblem(error) && error.fields.some(({ code }) => code === 'TooManyAtOnce');

function OfCategory({ cycle, categoryId }: Props) {
  const { cycleId } = cycle;
  const { job: chosen } = useSearch({ from: '/desk/cycles/$cycleId/analysis' });
  const live = useRead('/cycles/{cycleId}/analysis', { cycleId, categoryId }, { when: !chosen });
  return (
    <>
      <Kept cycleId={cycleId} categoryId={categoryId} chosen={chosen} isLarge={isTooMany(live.error)} />
      {chosen ? (
        <KeptAnalysis jobId={chosen} cycleId={cycleId} categoryId={categoryId} />
      ) : isTooMany(live.error) ? (
        <Empty title={analysis.tooMany} help={analysis.tooManyHelp} />
      ) : isProblem(live.error, 'NotFound') ? (
        <Empty title={analysis.nothing} />
      ) : (
        <Show of={live}>{(answer) => <AnalysisView cycleId={cycleId} answer={answer} />}</Show>
      )}
    </>
  );
}

type KeptProps = {
  readonly cycleId: string;
  readonly categoryId: string;
  readonly chosen: string | undefined;
  readonly isLarge: boolean;
};

/** Analyses that were kept as jobs, and the button that keeps one more. */
function Kept({ cycleId, categoryId, chosen, isLarge }: KeptProps) {
  const tell = useTell();
  const navigate = useNavigate();
  const jobs = useRead('/cycles/{cycleId}/jobs', { cycleId });
  const work = useJob(cycleId, 'analysis');
  const show = (job: string | undefined): void => {
    void navigate({
      to: '/cycles/$cycleId/analysis',
      params: { cycleId },
      search: { category: categoryId, ...(job && { job }) },
    });
  };
  const kept = (jobs.data?.items ?? []).filter(
    ({ kind, status, input }) => kind === 'analysis' && status === 'done' && input['categoryId'] === categoryId,
  );
  return (
    <div style={{ marginBottom: 16 }}>
      <div className="row">
        <Button
          loading={work.isRunning}
          title={tell(analysis.keepHelp)}
          onClick={() => work.start({ categoryId }).then(({ jobId }) => show(jobId))}
        >
          {tell(isLarge ? analysis.start : analysis.keep)}
        </Button>
        {(kept.length > 0 || chosen) && (
          <Form.Item label={tell(analysis.keptOnes)} htmlFor="kept-analysis" style={{ margin: 0 }}>
            <Select
              id="kept-analysis"
              value={chosen ?? ''}
              style={{ minWidth: 220 }}
              options={[
                ...(isLarge ? [] : [{ value: '', label: tell(analysis.live) }]),
                ...kept.map(({ jobId, startedAt }) => ({
                  value: jobId,
                  label: tell(analysis.kept(shanghaiMinute(startedAt))),
                })),
              ]}
              onChange={(value: string) => show(value === '' ? undefined : value)}
            />
          </Form.Item>
        )}
      </div>
      {work.error && <Trouble error={work.error} />}
    </div>
  );
}

type KeptAnalysisProps = { readonly jobId: string; readonly cycleId: string; readonly categoryId: string };

/** A job's analysis: its progress while it runs, then what came out. */
function KeptAnalysis({ jobId, cycleId, categoryId }: KeptAnalysisProps) {
  const { job, result, error } = useJob(cycleId, 'analysis', { earlier: jobId });
  if (error) return <Trouble error={error} />;
  if (!job) return <Waiting />;
  // Safe: the job `analysis` answers in the very shape of the reading route.
  const answer = result as AnalysisAnswer | undefined;
  if (job.status !== 'done' || !answer) return <JobProgress job={job} />;
  return answer.categoryId === categoryId ? <AnalysisView cycleId={cycleId} answer={answer} /> : null;
}

import { Progress } from 'antd';
import type { AnswerOf } from '#web/api/client.ts';
import { kit } from '#web/messages/kit.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';

type Job = AnswerOf<'get', '/jobs/{jobId}'>['job'];

/** How far work in the background is, in its own words; why it failed, if it did. Nothing once it is done. */
export function JobProgress({ job }: { readonly job: Job | undefined }) {
  const { language } = useLanguage();
  const tell = useTell();
  if (!job || job.status === 'done') return null;
  if (job.status === 'failed') {
    return (
      <div role="alert" style={{ color: 'var(--seal)' }}>
        <p>{job.problem ? tell(job.problem) : tell(kit.unexpected)}</p>
        <ul>
          {job.problem?.fields?.map((field) => (
            <li key={`${field.path}/${field.code}`}>{tell(field)}</li>
          ))}
        </ul>
      </div>
    );
  }
  const { done, of } = job.progress;
  const percent = of === 0 ? 0 : Math.floor((100 * done) / of);
  return (
    <div aria-live="polite" style={{ maxWidth: 480 }}>
      <p style={{ margin: 0 }}>{job.progress[language]}</p>
      <Progress percent={percent} status="normal" aria-label={job.progress[language]} />
    </div>
  );
}

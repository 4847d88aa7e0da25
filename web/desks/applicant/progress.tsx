import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import { caseStages, type Progress } from './next-step.ts';
import './applicant.css';

const placeOf = (at: number, { at: now, state }: Progress): 'done' | 'now' | 'stopped' | 'ahead' => {
  if (at < now) return 'done';
  if (at > now) return 'ahead';
  return state === 'stopped' ? 'stopped' : 'now';
};

const words = {
  done: applicant.stageDone,
  now: applicant.stageNow,
  stopped: applicant.stageStopped,
  ahead: applicant.stageAhead,
} as const;

const signs = { done: '✓', now: '', stopped: '×', ahead: '' } as const;

/** The stages of a case as dots: what is done, where it stands, what is ahead; told in words to who does not see them. */
export function ProgressDots({ progress }: { readonly progress: Progress }) {
  const tell = useTell();
  return (
    <ol className="case-steps" aria-label={tell(applicant.progress)}>
      {caseStages.map((stage, at) => {
        const place = placeOf(at, progress);
        return (
          <li key={stage} className={place} {...(place === 'now' && { 'aria-current': 'step' as const })}>
            <span className="dot" aria-hidden>
              {signs[place]}
            </span>
            <span className="name">{tell(applicant.stages[stage])}</span>
            <span className="visually-hidden"> {tell(words[place])}</span>
          </li>
        );
      })}
    </ol>
  );
}

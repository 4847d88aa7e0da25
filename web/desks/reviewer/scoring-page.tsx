import { getRouteApi } from '@tanstack/react-router';
import type { AnswerOf } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show, Trouble, Waiting } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { Conflicted } from './scoring/conflicted.tsx';
import { ScoringDesk } from './scoring/desk.tsx';
import { Left } from './scoring/left.tsx';
import type { Material } from './scoring/material-pane.tsx';
import { fieldsOf } from './scoring/sheet.ts';
import { useSheet } from './scoring/use-sheet.ts';
import './scoring/scoring.css';

const route = getRouteApi('/desk/reviews/$assignmentId');

type Answer = AnswerOf<'get', '/assignments/{assignmentId}'>;
export type Case = Pick<Answer, 'assignment' | 'blind'> & { readonly material: Material };

/** The scoring desk of one assignment. */
export function ScoringPage() {
  const { assignmentId } = route.useParams();
  const tell = useTell();
  const answer = useRead('/assignments/{assignmentId}', { assignmentId });
  const cycleId = answer.data?.assignment.cycleId ?? '';
  const cycle = useRead('/cycles/{cycleId}', { cycleId }, { when: cycleId !== '' });
  const crumbs = [{ label: tell(reviewer.queue), to: '/reviews' }];
  if (isProblem(answer.error, 'ConflictOfInterest')) return <Conflicted assignmentId={assignmentId} />;
  if (!answer.data || (!cycle.data && !cycle.error)) {
    return (
      <Page title={tell(reviewer.queue)}>
        {answer.error ? <Trouble error={answer.error} retry={() => answer.refetch()} /> : <Waiting />}
      </Page>
    );
  }
  const { assignment, material, blind } = answer.data;
  if (!material) {
    return (
      <Page title={assignment.organizationName} crumbs={crumbs}>
        <Left assignment={assignment} />
      </Page>
    );
  }
  const given = { assignment, material, ...(blind && { blind }) };
  const isOpen = cycle.data?.status === 'reviewing';
  const mayWrite = isOpen && ['accepted', 'scoring', 'unlocked'].includes(assignment.status);
  if (assignment.status === 'pending')
    return <ScoringDesk given={given} fields={{}} isOpen={isOpen} cycle={cycle.data} />;
  return mayWrite ? (
    <WrittenCase key={assignmentId} given={given} cycle={cycle.data} />
  ) : (
    <ReadCase given={given} isOpen={isOpen} cycle={cycle.data} />
  );
}

export type ReviewedCycle = AnswerOf<'get', '/cycles/{cycleId}'> | undefined;

/** A sheet while it is written. */
function WrittenCase({ given, cycle }: { readonly given: Case; readonly cycle: ReviewedCycle }) {
  const { desk, error, retry } = useSheet(given.assignment.assignmentId, given.material.standard);
  if (error) return <Trouble error={error} retry={retry} />;
  if (!desk) return <Waiting />;
  return <ScoringDesk given={given} draft={desk} isOpen cycle={cycle} />;
}

type ReadProps = { readonly given: Case; readonly isOpen: boolean; readonly cycle: ReviewedCycle };

/** A sheet that is in, or whose round is over. */
function ReadCase({ given, isOpen, cycle }: ReadProps) {
  const { assignmentId } = given.assignment;
  const sheet = useRead('/assignments/{assignmentId}/sheet', { assignmentId });
  return (
    <Show of={sheet}>
      {(answer) => (
        <ScoringDesk given={given} fields={fieldsOf(given.material.standard, answer)} isOpen={isOpen} cycle={cycle} />
      )}
    </Show>
  );
}

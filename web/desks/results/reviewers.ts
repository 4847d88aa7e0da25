import { holds } from '#domain/people';
import { useActor } from '#web/api/actor.ts';
import { useRead } from '#web/api/queries.ts';

/** Who stands behind the sheets of a case, for office and supervisor; to the committee they are numbers. */
export function useReviewers(applicationId: string) {
  const actor = useActor();
  const maySee = holds(actor, 'office') || holds(actor, 'supervisor');
  const { data: panel } = useRead('/applications/{applicationId}/panel', { applicationId }, { when: maySee });
  const isOffice = holds(actor, 'office');
  const { data: pool } = useRead('/reviewers', {}, { when: isOffice });
  return {
    assignment: (assignmentId: string): string | undefined =>
      panel?.items.find((each) => each.assignmentId === assignmentId)?.reviewerName,
    reviewer: (reviewerId: string): string | undefined =>
      pool?.items.find((each) => each.reviewerId === reviewerId)?.name,
  };
}

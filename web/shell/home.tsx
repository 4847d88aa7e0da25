import { holds, type Role } from '#domain/people';
import { useActor, useMe } from '#web/api/actor.ts';
import { Page } from '#web/kit/page.tsx';
import { later, Part } from '#web/kit/part.tsx';
import { useTell } from '#web/messages/language.tsx';
import { shell } from '#web/messages/shell.ts';

const dueOf = {
  applicant: later(async () => (await import('../desks/applicant/due.tsx')).ApplicantDue),
  recommender: later(async () => (await import('../desks/recommender/due.tsx')).RecommenderDue),
  reviewer: later(async () => (await import('../desks/reviewer/due.tsx')).ReviewerDue),
  office: later(async () => (await import('../desks/office/due.tsx')).OfficeDue),
  committee: later(async () => (await import('../desks/publicity/due.tsx')).CommitteeDue),
  supervisor: later(async () => (await import('../desks/oversight/due.tsx')).SupervisorDue),
} as const satisfies Record<Role, unknown>;

const order: readonly Role[] = ['office', 'committee', 'supervisor', 'recommender', 'reviewer', 'applicant'];

/** What must I do now, until when, what is happening to my things: one section for each role that I hold. */
export function HomePage() {
  const tell = useTell();
  const actor = useActor();
  const { data: me } = useMe();
  const roles = order.filter((role) => holds(actor, role));
  // Whoever has no role yet may register a unit.
  const shown = roles.length === 0 ? (['applicant'] as const) : roles;
  return (
    <Page title={tell(shell.homeTitle)} {...(me && { number: me.name })}>
      <div className="stack">
        {shown.map((role) => (
          <Part key={role} of={dueOf[role]} give={{}} rows={3} />
        ))}
      </div>
    </Page>
  );
}

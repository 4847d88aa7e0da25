import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import { CaseCard } from './case-card.tsx';
import { NoUnit } from './no-unit.tsx';

/** Every case of the units that I speak for. */
export function ApplicationsPage() {
  const tell = useTell();
  const own = useRead('/me/applications', {});
  const units = useRead('/me/organizations', {});
  const mayBegin = units.data?.items.some(({ status }) => status === 'confirmed') ?? false;
  return (
    <Page
      title={tell(applicant.title)}
      actions={
        mayBegin && (
          <LinkButton primary to="/applications/begin">
            {tell(applicant.begin)}
          </LinkButton>
        )
      }
    >
      <Show of={own}>
        {({ items }) =>
          items.length > 0 ? (
            <div className="stack">
              {items.map((application) => (
                <CaseCard key={application.applicationId} application={application} heading="h2" />
              ))}
            </div>
          ) : (
            <Show of={units}>
              {({ items: all }) =>
                mayBegin ? <Empty title={applicant.noneTitle} help={applicant.noneHelp} /> : <NoUnit units={all} />
              }
            </Show>
          )
        }
      </Show>
    </Page>
  );
}

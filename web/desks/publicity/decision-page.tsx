import { getRouteApi } from '@tanstack/react-router';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import { useCycleCrumb } from './cycle-crumb.ts';
import { DecisionCase } from './decision-case.tsx';

const route = getRouteApi('/desk/decisions/$decisionId');

/** One decision by its own address: what is sent to whoever signs. */
export function DecisionPage() {
  const tell = useTell();
  const { decisionId } = route.useParams();
  const { act } = route.useSearch();
  const navigate = route.useNavigate();
  const read = useRead('/decisions/{decisionId}', { decisionId, limit: 1 });
  const { cycleId = '', documentNumber } = read.data?.decision ?? {};
  const cycle = useRead('/cycles/{cycleId}', { cycleId }, { when: cycleId !== '' });
  const crumbs = useCycleCrumb(cycleId);
  return (
    <Page title={tell(decisions.title)} {...(documentNumber && { number: documentNumber })} crumbs={crumbs}>
      <Show of={read.data ? cycle : { ...cycle, error: read.error ?? cycle.error, refetch: read.refetch }}>
        {(of) => (
          <DecisionCase
            decisionId={decisionId}
            cycle={of}
            signNow={act === 'sign'}
            signed={() => void navigate({ search: {}, replace: true })}
          />
        )}
      </Show>
    </Page>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show, Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { publicity } from '#web/messages/publicity.ts';
import { useCycleCrumb } from './cycle-crumb.ts';
import { PublicityCase } from './publicity-case.tsx';

const route = getRouteApi('/desk/publicities/$publicityId');

/** One publicity by its own address, the earlier ones of a cycle too. */
export function PublicityPage() {
  const tell = useTell();
  const { publicityId } = route.useParams();
  const read = useRead('/publicities/{publicityId}', { publicityId });
  const cycleId = read.data?.cycleId ?? '';
  const cycle = useRead('/cycles/{cycleId}', { cycleId }, { when: cycleId !== '' });
  const crumbs = useCycleCrumb(cycleId);
  const number = read.data?.number ?? 1;
  if (read.error && !read.data) return <Trouble error={read.error} retry={() => read.refetch()} />;
  return (
    <Page
      title={tell(number > 1 ? publicity.supplementary(number) : publicity.first)}
      crumbs={[...crumbs, { label: tell(publicity.title), to: `/cycles/${cycleId}/publicity` }]}
    >
      <Show of={cycle}>{(of) => <PublicityCase publicityId={publicityId} cycle={of} />}</Show>
    </Page>
  );
}

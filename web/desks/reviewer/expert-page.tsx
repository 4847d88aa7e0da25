import { useMe } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useAreaName, useCategoryName } from '#web/api/names.ts';
import { isProblem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { expert } from '#web/messages/reviewer-expert.ts';
import { DeclarationForm } from './expert/declaration-form.tsx';
import { History } from './expert/history.tsx';
import { Invitations } from './invitations.tsx';
import './reviewer.css';

export type Expert = AnswerOf<'get', '/reviewers/{reviewerId}'>;

/** My own entry in the pool: what the office keeps, what I declare, and what I did. */
export function ExpertPage() {
  const tell = useTell();
  const { data: me } = useMe();
  const reviewerId = me?.personId ?? '';
  const entry = useRead('/reviewers/{reviewerId}', { reviewerId }, { when: me !== undefined });
  return (
    <Page title={tell(expert.title)} {...(me && { number: me.name })}>
      {isProblem(entry.error, 'NotFound') ? (
        <section className="card">
          <Empty title={expert.notInPool} help={expert.notInPoolHelp} />
        </section>
      ) : (
        <Show of={entry}>
          {(reviewer) => (
            <div className="stack">
              <Invitations />
              <Entry reviewer={reviewer} />
              <DeclarationForm reviewer={reviewer} reread={() => void entry.refetch()} />
              <History reviewerId={reviewerId} />
            </div>
          )}
        </Show>
      )}
    </Page>
  );
}

function Entry({ reviewer }: { readonly reviewer: Expert }) {
  const tell = useTell();
  const categoryName = useCategoryName();
  const areaName = useAreaName();
  const { formerOrganizations = [], thirdParty, conflicts, categoryIds, areaIds, expertise } = reviewer;
  const list = (items: readonly string[], none = tell(expert.nothing)): string =>
    items.length === 0 ? none : items.join(' · ');
  const former = formerOrganizations.map(
    ({ name, until }) => `${name} ${tell(until === undefined ? expert.untilUnknown : expert.until(until))}`,
  );
  const apart = conflicts
    .filter(({ source }) => source === 'keep-apart')
    .map(({ organizationName, creditCode, organizationId }) => organizationName ?? creditCode ?? organizationId ?? '');
  const facts = [
    { label: expert.name, value: reviewer.name },
    { label: expert.employer, value: [reviewer.organizationName, reviewer.organizationCode ?? ''].join(' ') },
    { label: expert.former, value: list(former) },
    ...(thirdParty ? [{ label: expert.thirdParty, value: thirdParty.name }] : []),
    ...(reviewer.recommender ? [{ label: expert.recommender, value: reviewer.recommender }] : []),
    ...(reviewer.outside ? [{ label: expert.outside, value: tell(expert.yes) }] : []),
    { label: expert.categories, value: list(categoryIds.map(categoryName), tell(expert.everything)) },
    { label: expert.areas, value: list(areaIds.map(areaName)) },
    { label: expert.expertise, value: list(expertise) },
    { label: expert.maximumLoad, value: tell(expert.cases(reviewer.maximumLoad)) },
    ...(apart.length > 0 ? [{ label: expert.keepApart, value: list(apart) }] : []),
  ];
  return (
    <section className="card reading" aria-label={tell(expert.entry)}>
      <h2>{tell(expert.entry)}</h2>
      <p className="quiet">{tell(expert.entryHelp)}</p>
      <dl className="facts">
        {facts.map(({ label, value }) => (
          <div key={tell(label)} style={{ display: 'contents' }}>
            <dt>{tell(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

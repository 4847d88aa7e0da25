import { Link } from '@tanstack/react-router';
import { holds } from '#domain/people';
import { useActor } from '#web/api/actor.ts';
import { useRead } from '#web/api/queries.ts';
import { PersonName } from '#web/kit/person-name.tsx';
import { Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { publicity } from '#web/messages/publicity.ts';

/** Who handled a case, step by step, out of its chain: for those who read the audit. Who objects is not in it. */
export function ObjectionHandling({ objectionId }: { readonly objectionId: string }) {
  const actor = useActor();
  if (!holds(actor, 'office') && !holds(actor, 'supervisor')) return null;
  return <Steps chainId={`objection/${objectionId}`} />;
}

function Steps({ chainId }: { readonly chainId: string }) {
  const tell = useTell();
  const { language } = useLanguage();
  const chain = useRead('/audit/chain', { chainId });
  return (
    <section className="card" aria-label={tell(publicity.handling)}>
      <div className="row spread">
        <h2>{tell(publicity.handling)}</h2>
        <Link to="/audit/$" params={{ _splat: chainId }}>
          {tell(publicity.toChain)}
        </Link>
      </div>
      <Show of={chain}>
        {({ events }) => (
          <dl className="facts">
            {events.map((event) => (
              <div key={event.sequence} style={{ display: 'contents' }}>
                <dt>{event[language]}</dt>
                <dd className="row">
                  {event.actor.kind === 'person' && <PersonName id={event.actor.id} />} <When at={event.at} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Show>
    </section>
  );
}

import { Button } from 'antd';
import { mayCheck } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { Status } from '#web/kit/status.tsx';
import { useTell } from '#web/messages/language.tsx';
import { lists } from '#web/messages/lists.ts';
import { useResultRows } from './result-rows.ts';
import { TieVote } from './tie-vote.tsx';

type Cycle = AnswerOf<'get', '/cycles/{cycleId}'>;
type Vacancy = AnswerOf<'get', '/cycles/{cycleId}/vacancies'>['items'][number];

/** Places that fell vacant in publicity and who may come in (递补); nothing where there is none. */
export function Vacancies({ cycle }: { readonly cycle: Cycle }) {
  const tell = useTell();
  const { cycleId, status, substitution } = cycle;
  const { data } = useRead(
    '/cycles/{cycleId}/vacancies',
    { cycleId },
    { when: substitution && status === 'publicizing' },
  );
  if (!data || data.items.length === 0) return null;
  return (
    <section className="stack" aria-label={tell(lists.vacancies)} style={{ gap: 12 }}>
      <h2>{tell(lists.vacancies)}</h2>
      {data.items.map((vacancy) => (
        <OneVacancy key={vacancy.applicationId} cycleId={cycleId} vacancy={vacancy} />
      ))}
    </section>
  );
}

function OneVacancy({ cycleId, vacancy }: { readonly cycleId: string; readonly vacancy: Vacancy }) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const { rows } = useResultRows(cycleId);
  const nameOf = (id: string): string => rows.find(({ applicationId: each }) => each === id)?.organizationName ?? id;
  const substitute = useAct('post', '/cycles/{cycleId}/substitutions');
  const { applicationId: vacantId, organizationName, next, tied, substituteId, status } = vacancy;
  const letIn = (substituteId: string, name: string) =>
    ask({
      title: tell(lists.substituteTitle(name)),
      consequence: tell(lists.substituteText),
      verb: tell(lists.substitute),
      seal: true,
      reason: true,
      act: (reason) => substitute.mutateAsync({ cycleId, vacantId, substituteId, reason }),
    });
  return (
    <div className="card">
      <h3 className="row">
        {tell(lists.vacant(organizationName))} <Status state={status} />
        {substituteId && <span className="quiet">{tell(lists.substituted(nameOf(substituteId)))}</span>}
      </h3>
      {!substituteId && next.length === 0 && tied.length === 0 && <p className="quiet">{tell(lists.nobody)}</p>}
      {!substituteId && next.length > 0 && (
        <p className="row" style={{ margin: '8px 0 0' }}>
          {tell(lists.next)}
          {next.map(({ applicationId, organizationName: name }) => (
            <span key={applicationId} className="row">
              {mayCheck(actor) ? (
                <Button onClick={() => letIn(applicationId, name)}>{tell(lists.substituteOf(name))}</Button>
              ) : (
                name
              )}
            </span>
          ))}
        </p>
      )}
      {!substituteId && tied.length > 0 && (
        <>
          <p>{tell(lists.tied)}</p>
          <TieVote cycleId={cycleId} vacantId={vacantId} tied={tied} />
        </>
      )}
    </div>
  );
}

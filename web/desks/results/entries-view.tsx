import { StopOutlined } from '@ant-design/icons';
import { holds } from '#domain/people';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { type Row, stepOf } from './arithmetic.ts';

type Found = AnswerOf<'get', '/applications/{applicationId}/entries'>;

/** What was entered beside the sheets: bonuses and deductions with their grounds, and vetoes with their sources. */
export function Entries({ row }: { readonly row: Row }) {
  const actor = useActor();
  const isAdjusted = ['bonus.asked', 'deduction.points'].some(
    (name) => (stepOf(row.steps, name)?.fraction ?? '0') !== '0',
  );
  const maySee = holds(actor, 'office') || holds(actor, 'supervisor');
  const { data } = useRead(
    '/applications/{applicationId}/entries',
    { applicationId: row.applicationId },
    { when: maySee && (isAdjusted || row.vetoed) },
  );
  return (
    <>
      {row.vetoed && <Vetoes vetoes={data?.vetoes ?? []} />}
      {isAdjusted && data && <Adjustments adjustments={data.adjustments} />}
    </>
  );
}

function Vetoes({ vetoes }: { readonly vetoes: Found['vetoes'] }) {
  const tell = useTell();
  return (
    <>
      <h2 style={{ color: 'var(--seal)' }}>
        <StopOutlined aria-hidden /> {tell(results.vetoes)}
      </h2>
      <ul>
        {vetoes.map(({ vetoId, ground, occurredOn, source, evidence, withdrawn }) => (
          <li key={vetoId}>
            <strong>{tell(results.grounds[ground])}</strong>
            {withdrawn && <span className="quiet">{tell(kit.aside(tell(results.withdrawn)))}</span>} {evidence}
            <div className="quiet">{tell(results.vetoBy(occurredOn, source))}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Adjustments({ adjustments }: { readonly adjustments: Found['adjustments'] }) {
  const tell = useTell();
  return (
    <>
      <h2>{tell(results.entries)}</h2>
      <ul>
        {adjustments.map(({ adjustmentId, kind, points, reason, source, withdrawn }) => (
          <li key={adjustmentId} className="as-written">
            <span className="figures">
              {tell(kind === 'bonus' ? results.bonus : results.deduction)} {kind === 'bonus' ? '+' : '−'}
              {points}
            </span>
            {withdrawn && <span className="quiet">{tell(kit.aside(tell(results.withdrawn)))}</span>} {reason}
            <div className="quiet">{tell(results.enteredBy(source))}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { isConflicted, mayCheck, mayRecommend } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { FileById } from '#web/kit/file-view.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { useTell } from '#web/messages/language.tsx';
import { units } from '#web/messages/units.ts';
import { Advisers } from './advisers.tsx';
import { FormerTitles } from './former-titles.tsx';
import { type Unit, UnitData } from './unit-data.tsx';
import './organization.css';

/** A unit as those see it who confirm it: its data beside the letter. */
export function OrganizationPage() {
  const { organizationId } = useParams({ from: '/desk/organizations/$organizationId' });
  const tell = useTell();
  const unit = useRead('/organizations/{organizationId}', { organizationId });
  return (
    <Page
      title={unit.data?.name ?? tell(units.queueTitle)}
      crumbs={[{ label: tell(units.queueTitle), to: '/organizations' }]}
      status={unit.data && <Status state={unit.data.status} />}
      actions={unit.data && <Decide unit={unit.data} />}
    >
      <Show of={unit}>{(found) => <Compared unit={found} />}</Show>
    </Page>
  );
}

function Compared({ unit }: { readonly unit: Unit }) {
  const tell = useTell();
  const actor = useActor();
  const isFree = !isConflicted(actor, { organizationId: unit.organizationId, organizationName: unit.name });
  const mayEnter = mayCheck(actor) && isFree;
  return (
    <div className="organization">
      <div className="stack">
        {unit.status === 'pending' && unit.letterId && <p className="quiet">{tell(units.compare)}</p>}
        {unit.status === 'refused' && (
          <p>{tell(unit.reason ? units.refusedReason(unit.reason) : units.refusedNoReason)}</p>
        )}
        <section className="card" aria-labelledby="unit-data">
          <h2 id="unit-data">{tell(units.data)}</h2>
          <UnitData unit={unit} />
        </section>
        <FormerTitles unit={unit} mayEnter={mayEnter} />
        <Advisers unit={unit} mayAdd={mayEnter} mayRemove={mayEnter} />
      </div>
      <section aria-labelledby="unit-letter">
        <h2 id="unit-letter" style={{ marginBottom: 8 }}>
          {tell(units.letter)}
        </h2>
        {unit.letterId ? (
          <FileById fileId={unit.letterId} />
        ) : (
          <div className="card">
            <Empty title={units.letterMissing} help={units.letterMissingHelp} />
          </div>
        )}
      </section>
    </div>
  );
}

function Decide({ unit }: { readonly unit: Unit }) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const decide = useAct('post', '/organizations/{organizationId}/confirm');
  const { organizationId, name } = unit;
  const isConflictedHere = isConflicted(actor, { organizationId, organizationName: name });
  if (unit.status !== 'pending' || !mayRecommend(actor, unit) || isConflictedHere) return null;
  const confirm = () =>
    ask({
      title: tell(units.confirmTitle),
      consequence: tell(units.confirmText(name)),
      verb: tell(units.confirm),
      act: () => decide.mutateAsync({ organizationId, verdict: 'confirm' }),
    });
  const refuse = () =>
    ask({
      title: tell(units.refuseTitle),
      consequence: tell(units.refuseText(name)),
      verb: tell(units.refuse),
      seal: true,
      reason: tell(units.refuseReason),
      act: (reason) => decide.mutateAsync({ organizationId, verdict: 'refuse', reason }),
    });
  return (
    <>
      <Button onClick={refuse}>{tell(units.refuse)}</Button>
      <Button type="primary" disabled={!unit.letterId} onClick={confirm}>
        {tell(units.confirm)}
      </Button>
    </>
  );
}

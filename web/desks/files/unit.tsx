import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { speaksFor } from '#domain/people';
import { useActor } from '#web/api/actor.ts';
import { useRead } from '#web/api/queries.ts';
import { FileById } from '#web/kit/file-view.tsx';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { useTell } from '#web/messages/language.tsx';
import { units } from '#web/messages/units.ts';
import { UploadBox } from '#web/uploads/upload-box.tsx';
import { Advisers } from './advisers.tsx';
import { FormerTitles } from './former-titles.tsx';
import type { Unit } from './unit-data.tsx';
import { UnitData } from './unit-data.tsx';
import { nextOf } from './units.tsx';

const APPLY: string = '/applications';

/** A unit as its own people see it: where its registration stands and what comes next. */
export function UnitPage() {
  const { organizationId } = useParams({ from: '/desk/units/$organizationId' });
  const tell = useTell();
  const unit = useRead('/organizations/{organizationId}', { organizationId });
  return (
    <Page
      title={unit.data?.name ?? tell(units.title)}
      width="reading"
      crumbs={[{ label: tell(units.title), to: '/units' }]}
      status={unit.data && <Status state={unit.data.status} />}
    >
      <Show of={unit}>{(found) => <OwnUnit unit={found} />}</Show>
    </Page>
  );
}

function OwnUnit({ unit }: { readonly unit: Unit }) {
  const tell = useTell();
  const actor = useActor();
  return (
    <div className="stack">
      {unit.status === 'refused' ? <Refused unit={unit} /> : <p style={{ fontWeight: 500 }}>{tell(nextOf(unit))}</p>}
      {unit.status === 'confirmed' && (
        <p>
          <Link to={APPLY}>{tell(units.goApply)}</Link>
        </p>
      )}
      <section className="card" aria-labelledby="unit-data">
        <h2 id="unit-data">{tell(units.data)}</h2>
        <UnitData unit={unit} />
      </section>
      <Letter unit={unit} />
      {unit.status === 'confirmed' && (
        <Advisers unit={unit} mayRemove={false} mayAdd={speaksFor(actor, unit.organizationId)} />
      )}
      {unit.status === 'confirmed' && <FormerTitles unit={unit} mayEnter={false} />}
    </div>
  );
}

function Refused({ unit: { organizationId, reason } }: { readonly unit: Unit }) {
  const tell = useTell();
  const navigate = useNavigate();
  return (
    <Alert
      type="warning"
      showIcon
      title={tell(units.refusedTitle)}
      description={
        <>
          <p>{tell(reason ? units.refusedReason(reason) : units.refusedNoReason)}</p>
          <Button
            type="primary"
            onClick={() => void navigate({ to: '/units/register', search: { from: organizationId } })}
          >
            {tell(units.again)}
          </Button>
        </>
      }
    />
  );
}

/** The letter as it was uploaded; while the unit waits it can be replaced. */
function Letter({ unit: { organizationId, letterId, status } }: { readonly unit: Unit }) {
  const tell = useTell();
  const client = useQueryClient();
  return (
    <section className="card stack" aria-labelledby="unit-letter">
      <h2 id="unit-letter">{tell(units.letter)}</h2>
      {letterId && <FileById fileId={letterId} />}
      {status === 'pending' && (
        <>
          <p className="quiet" style={{ margin: 0 }}>
            {tell(letterId ? units.letterAgain : units.letterHelp)}
          </p>
          <UploadBox
            place={{ purpose: 'letter', subjectId: organizationId }}
            label={tell(units.letterPlace)}
            arrived={() => void client.invalidateQueries()}
          />
        </>
      )}
    </section>
  );
}

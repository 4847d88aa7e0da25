import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { AnswerOf } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { units } from '#web/messages/units.ts';

type Unit = AnswerOf<'get', '/organizations/{organizationId}'>;

/** What the unit has to do, or to wait for. */
export function nextOf({ status, letterId, recommender }: Unit): Said {
  if (status === 'confirmed') return units.nextApply;
  if (status === 'refused') return units.nextAgain;
  return letterId ? units.nextWait(recommender) : units.nextLetter;
}

/** The units that I registered or speak for. */
export function UnitsPage() {
  const tell = useTell();
  const navigate = useNavigate();
  const mine = useRead('/me/organizations', {});
  const register = (
    <Button type="primary" onClick={() => void navigate({ to: '/units/register' })}>
      {tell(units.register)}
    </Button>
  );
  const hasAny = (mine.data?.items.length ?? 0) > 0;
  return (
    <Page title={tell(units.title)} width="reading" actions={hasAny && register}>
      <Show of={mine}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={units.none} help={units.noneHelp}>
              {register}
            </Empty>
          ) : (
            <div className="stack">
              {items.map((unit) => (
                <UnitCard key={unit.organizationId} unit={unit} />
              ))}
            </div>
          )
        }
      </Show>
    </Page>
  );
}

function UnitCard({ unit }: { readonly unit: Unit }) {
  const tell = useTell();
  const { category: categoryName, area: areaName } = useNames();
  return (
    <article className="card">
      <div className="row spread">
        <h2>
          <Link to="/units/$organizationId" params={{ organizationId: unit.organizationId }}>
            {unit.name}
          </Link>
        </h2>
        <Status state={unit.status} />
      </div>
      <p className="quiet">
        {categoryName(unit.categoryId)} · {areaName(unit.areaId)}
      </p>
      <p style={{ margin: 0 }}>{tell(nextOf(unit))}</p>
    </article>
  );
}

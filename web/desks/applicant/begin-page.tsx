import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Radio } from 'antd';
import { useState } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show, Trouble } from '#web/kit/states.tsx';
import { shanghaiEnd, shanghaiMinute, useNow } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { NoUnit } from './no-unit.tsx';

type Cycle = AnswerOf<'get', '/cycles'>['items'][number];
type Unit = AnswerOf<'get', '/me/organizations'>['items'][number];

const isOpen = ({ status, windows }: Cycle, now: number): boolean =>
  status === 'accepting' && Date.parse(windows.opensAt) <= now && now <= Date.parse(windows.closesAt);

/** Whoever was given an extension comes by a link to the cycle, after its window; the server decides. */
const isOffered = (cycle: Cycle, asked: string | undefined, now: number): boolean =>
  isOpen(cycle, now) || (cycle.cycleId === asked && (cycle.status === 'accepting' || cycle.status === 'assessing'));

/** Chooses the cycle and the unit; category and recommending department follow from the unit. */
export function BeginPage() {
  const tell = useTell();
  const cycles = useRead('/cycles', {});
  const units = useRead('/me/organizations', {});
  return (
    <Page
      title={tell(applicant.beginTitle)}
      crumbs={[{ label: tell(applicant.title), to: '/applications' }]}
      width="reading"
    >
      <Show of={units}>
        {({ items: own }) =>
          own.some(({ status }) => status === 'confirmed') ? (
            <Show of={cycles}>{({ items }) => <Choice cycles={items} units={own} />}</Show>
          ) : (
            <NoUnit units={own} />
          )
        }
      </Show>
    </Page>
  );
}

function NothingOpen({ cycles, now }: { readonly cycles: readonly Cycle[]; readonly now: number }) {
  const next = cycles
    .filter(({ status, windows }) => ['announced', 'accepting'].includes(status) && Date.parse(windows.opensAt) > now)
    .sort((a, b) => a.windows.opensAt.localeCompare(b.windows.opensAt))[0];
  const help = next
    ? applicant.nothingOpenNext(next.title, shanghaiMinute(next.windows.opensAt))
    : applicant.nothingOpenHelp;
  return <Empty title={applicant.nothingOpen} help={help} />;
}

function Choice({ cycles, units }: { readonly cycles: readonly Cycle[]; readonly units: readonly Unit[] }) {
  const now = useNow();
  const { cycle: asked } = useSearch({ from: '/desk/applications/begin' });
  const open = cycles.filter((cycle) => isOffered(cycle, asked, now));
  const [first] = open;
  const [cycleId, setCycleId] = useState(asked ?? first?.cycleId);
  const cycle = open.find((each) => each.cycleId === cycleId) ?? first;
  if (!cycle) return <NothingOpen cycles={cycles} now={now} />;
  return (
    <Form layout="vertical" component="div" className="card">
      <CycleChoice cycles={open} chosen={cycle.cycleId} choose={setCycleId} />
      <UnitChoice key={cycle.cycleId} cycle={cycle} units={units} />
    </Form>
  );
}

type CycleChoiceProps = {
  readonly cycles: readonly Cycle[];
  readonly chosen: string;
  readonly choose: (cycleId: string) => void;
};

function CycleChoice({ cycles, chosen, choose }: CycleChoiceProps) {
  const tell = useTell();
  return (
    <Form.Item label={tell(applicant.chooseCycle)} required>
      <Radio.Group
        aria-label={tell(applicant.chooseCycle)}
        value={chosen}
        onChange={({ target }) => choose(String(target.value))}
        className="stack"
        options={cycles.map(({ cycleId, title, windows }) => ({
          value: cycleId,
          label: (
            <>
              {title}{' '}
              <span className="quiet figures">
                {tell(applicant.windowIs(shanghaiMinute(windows.opensAt), shanghaiEnd(windows.closesAt)))}
              </span>
            </>
          ),
        }))}
      />
    </Form.Item>
  );
}

/** Why a unit cannot apply in a cycle, as far as the screen knows; undefined where it can. */
function obstacle(unit: Unit, cycle: Cycle, taken: ReadonlySet<string>): Said | undefined {
  if (unit.status === 'pending') return applicant.unitPending;
  if (unit.status === 'refused') return applicant.unitRefused;
  if (taken.has(unit.organizationId)) return applicant.unitHas;
  const isHeld = cycle.categories.some(({ categoryId }) => categoryId === unit.categoryId);
  return isHeld ? undefined : applicant.unitNotHeld;
}

function UnitChoice({ cycle, units }: { readonly cycle: Cycle; readonly units: readonly Unit[] }) {
  const tell = useTell();
  const navigate = useNavigate();
  const own = useRead('/me/applications', {});
  const categories = useRead('/categories', {});
  const taken = new Set(
    own.data?.items.filter(({ cycleId }) => cycleId === cycle.cycleId).map(({ organizationId }) => organizationId),
  );
  const choices = units.map((unit) => ({ unit, why: obstacle(unit, cycle, taken) }));
  const free = choices.filter(({ why }) => why === undefined);
  const [organizationId, setOrganizationId] = useState<string>();
  const chosen = free.find(({ unit }) => unit.organizationId === organizationId) ?? free[0];
  const begin = useAct('post', '/cycles/{cycleId}/applications', {
    done: ({ applicationId }) => navigate({ to: '/applications/$applicationId/form', params: { applicationId } }),
  });
  const nameOf = (categoryId: string): string =>
    categories.data?.categories.find((each) => each.categoryId === categoryId)?.name ?? categoryId;
  return (
    <>
      <Form.Item label={tell(applicant.chooseUnit)} required>
        <Radio.Group
          aria-label={tell(applicant.chooseUnit)}
          value={chosen?.unit.organizationId}
          onChange={({ target }) => setOrganizationId(String(target.value))}
          className="stack"
          options={choices.map(({ unit, why }) => ({
            value: unit.organizationId,
            disabled: why !== undefined,
            label: (
              <>
                {unit.name}{' '}
                <span className="quiet">
                  {why ? tell(why) : tell(applicant.follows(nameOf(unit.categoryId), unit.recommender))}
                </span>
              </>
            ),
          }))}
        />
      </Form.Item>
      {begin.error && <Trouble error={begin.error} />}
      {chosen ? (
        <Button
          type="primary"
          loading={begin.isPending}
          onClick={() => begin.mutate({ cycleId: cycle.cycleId, organizationId: chosen.unit.organizationId })}
        >
          {tell(applicant.begin)}
        </Button>
      ) : (
        <p className="quiet">{tell(applicant.noUnitFits)}</p>
      )}
    </>
  );
}

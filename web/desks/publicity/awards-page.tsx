import { PrinterOutlined } from '@ant-design/icons';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { mayApprove } from '#domain/policies';
import { wordOf } from '#domain/state-words';
import { useActor } from '#web/api/actor.ts';
import { useAll } from '#web/api/all.ts';
import { useAreaName, useCategoryName } from '#web/api/names.ts';
import { type ItemOf, useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { shanghaiDay } from '#web/kit/time.tsx';
import { awards } from '#web/messages/awards.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { lists } from '#web/messages/lists.ts';
import { useCycleCrumb } from './cycle-crumb.ts';
import { NumberList } from './number-list.tsx';
import { isFree, ReReview } from './re-review.tsx';
import { useResultRows } from './result-rows.ts';

const route = getRouteApi('/desk/cycles/$cycleId/awards');

export type Award = ItemOf<'/awards'>;

/** The titles that a cycle gave, with their certificate numbers, and their re-review. */
export function AwardsPage() {
  const tell = useTell();
  const { cycleId } = route.useParams();
  const crumbs = useCycleCrumb(cycleId);
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  const read = useAll('/awards', { cycleId });
  const hasAny = (read.data?.items.length ?? 0) > 0;
  return (
    <Page
      title={tell(awards.awards)}
      crumbs={crumbs}
      actions={
        hasAny && (
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
            {tell(awards.print)}
          </Button>
        )
      }
    >
      <Show of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={awards.none} help={awards.noneHelp}>
              <LinkButton to="/cycles/$cycleId/decision" params={{ cycleId }}>
                {tell(awards.toDecision)}
              </LinkButton>
            </Empty>
          ) : (
            <>
              <Titles cycleId={cycleId} items={items} />
              <NumberList title={cycle.data?.title ?? ''} items={items} />
            </>
          )
        }
      </Show>
    </Page>
  );
}

/** How a title stands, and the day that goes with it. */
function Standing({ award: { status, rectifyBy, statusSince } }: { readonly award: Award }) {
  const tell = useTell();
  return (
    <>
      <Status state={status} />
      {status === 'rectifying' && rectifyBy && (
        <div className="quiet figures">{tell(awards.rectifyDue(shanghaiDay(Date.parse(rectifyBy))))}</div>
      )}
      {status === 'revoked' && <div className="quiet figures">{shanghaiDay(Date.parse(statusSince))}</div>}
    </>
  );
}

function Titles({ cycleId, items }: { readonly cycleId: string; readonly items: readonly Award[] }) {
  const tell = useTell();
  const { language } = useLanguage();
  const actor = useActor();
  const category = useCategoryName();
  const area = useAreaName();
  const { rows: results } = useResultRows(cycleId);
  const [chosen, setChosen] = useState<Award | undefined>();
  const isHead = mayApprove(actor);
  const tiers = useMemo(() => new Map(results.map(({ applicationId, tier }) => [applicationId, tier])), [results]);
  const columns = useMemo<Column<Award>[]>(() => {
    const text = (id: string, head: string, of: (row: Award) => string, width: number): Column<Award> => ({
      ...{ id, head, width },
      cell: of,
      value: of,
    });
    return [
      text('name', tell(lists.name), ({ organizationName }) => organizationName, 240),
      {
        id: 'status',
        head: tell(awards.status),
        cell: (row) => <Standing award={row} />,
        value: ({ status }) => wordOf('state', status, language),
        width: 190,
      },
      ...(isHead
        ? [
            {
              ...{ id: 'act', head: tell(awards.decide), width: 110 },
              cell: (row: Award) =>
                row.status === 'revoked' ? null : (
                  <Button
                    size="small"
                    aria-label={tell((isFree(row) ? awards.revokeOf : awards.decideOf)(row.organizationName))}
                    onClick={() => setChosen(row)}
                  >
                    {tell(isFree(row) ? awards.revokeVerb : awards.decide)}
                  </Button>
                ),
            },
          ]
        : []),
      {
        ...{ id: 'number', head: tell(awards.number), width: 210 },
        cell: ({ certificateNumber }) => (
          <Link to="/certificates/$certificateNumber" params={{ certificateNumber }} className="figures">
            {certificateNumber}
          </Link>
        ),
        value: ({ certificateNumber }) => certificateNumber,
      },
      ...(items.some(({ reason }) => reason)
        ? [text('reason', tell(awards.lastReason), ({ reason = '' }) => reason, 220)]
        : []),
      text('category', tell(lists.category), ({ categoryId }) => category(categoryId), 100),
      text('title', tell(awards.titleOf), ({ title }) => title, 130),
      ...(results.some(({ tier }) => tier)
        ? [text('tier', tell(awards.tier), ({ applicationId }) => tiers.get(applicationId) ?? '', 90)]
        : []),
      text('area', tell(lists.area), ({ areaId }) => area(areaId), 120),
      { ...text('until', tell(awards.validUntil), ({ validUntil }) => validUntil, 120), figures: true },
    ];
  }, [tell, language, category, area, tiers, results, isHead, items]);
  return (
    <div className="stack no-print">
      <p className="row" style={{ margin: 0 }}>
        <strong className="figures">{tell(awards.count(items.length))}</strong>
        {!isHead && <span className="quiet">{tell(awards.headOnly)}</span>}
      </p>
      <DataTable
        name="awards"
        caption={tell(awards.caption)}
        columns={columns}
        rows={items}
        rowKey={({ certificateNumber }) => certificateNumber}
      />
      {chosen && <ReReview award={chosen} close={() => setChosen(undefined)} />}
    </div>
  );
}

import { useMemo } from 'react';
import { wordOf } from '#domain/state-words';
import type { AnswerOf } from '#web/api/client.ts';
import { serverNow } from '#web/api/clock.ts';
import { useNames } from '#web/api/names.ts';
import { Status } from '#web/kit/status.tsx';
import type { Column } from '#web/kit/table.tsx';
import { shanghaiEnd, shanghaiMinute, shanghaiTime } from '#web/kit/time.tsx';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import { daysSince } from './wanted.ts';

export type CaseRow = AnswerOf<'get', '/cycles/{cycleId}/application-rows'>['items'][number];

const Minute = ({ at }: { readonly at: string }) => (
  <time dateTime={at} title={shanghaiTime(at)}>
    {shanghaiMinute(at)}
  </time>
);

/** What a list of cases tells of each. The days are those of the moment in which the page was drawn. */
export function useCaseColumns(): readonly Column<CaseRow>[] {
  const tell = useTell();
  const { language } = useLanguage();
  const names = useNames();
  return useMemo(() => {
    const now = serverNow();
    const byWhom = ({ returnedBy }: CaseRow): string | undefined =>
      returnedBy && tell(returnedBy === 'office' ? cases.byOffice : cases.byRecommender);
    const daysLeft = ({ deadline }: CaseRow): number | undefined =>
      deadline === undefined ? undefined : -daysSince(deadline, now) - 1;
    const text = (of: (row: CaseRow) => string | undefined) => ({ cell: of, value: of });
    const column = (id: string, head: string, width: number, rest: Pick<Column<CaseRow>, 'cell' | 'value'>) => ({
      ...{ id, head, width },
      ...rest,
    });
    return [
      column('unit', tell(cases.unit), 240, {
        cell: (row) => <span title={row.organizationName}>{row.organizationName}</span>,
        value: (row) => row.organizationName,
      }),
      column(
        'category',
        tell(cases.category),
        120,
        text((row) => names.category(row.categoryId)),
      ),
      column(
        'area',
        tell(cases.area),
        130,
        text((row) => names.area(row.areaId)),
      ),
      column(
        'recommender',
        tell(cases.recommender),
        150,
        text((row) => row.recommender),
      ),
      {
        ...column('rank', tell(cases.rank), 104, { cell: (row) => row.rank, value: (row) => row.rank }),
        figures: true,
      },
      column('status', tell(cases.status), 140, {
        cell: (row) => <Status state={row.status} />,
        value: (row) => wordOf('state', row.status, language),
      }),
      {
        ...column('since', tell(cases.since), 160, {
          cell: (row) => <Minute at={row.statusSince} />,
          value: (row) => shanghaiMinute(row.statusSince),
        }),
        figures: true,
      },
      {
        ...column(
          'stands',
          tell(cases.stands),
          110,
          text(() => undefined),
        ),
        cell: (row: CaseRow) => daysSince(row.statusSince, now),
        value: (row: CaseRow) => daysSince(row.statusSince, now),
        figures: true,
      },
      {
        ...column('deadline', tell(cases.deadline), 160, {
          cell: (row) => row.deadline && <time dateTime={row.deadline}>{shanghaiEnd(row.deadline)}</time>,
          value: (row) => row.deadline && shanghaiEnd(row.deadline),
        }),
        figures: true,
      },
      {
        ...column('daysLeft', tell(cases.daysLeft), 110, { cell: daysLeft, value: daysLeft }),
        figures: true,
        hidden: true,
      },
      { ...column('returnedBy', tell(cases.returnedBy), 120, text(byWhom)), hidden: true },
      {
        ...column('submissions', tell(cases.submissions), 110, {
          cell: (row) => row.submissions,
          value: (row) => row.submissions,
        }),
        figures: true,
        hidden: true,
      },
      {
        ...column(
          'certificate',
          tell(cases.certificate),
          170,
          text((row) => row.certificateNumber),
        ),
        hidden: true,
      },
      {
        ...column(
          'number',
          tell(cases.number),
          250,
          text((row) => row.applicationId),
        ),
        hidden: true,
      },
    ];
  }, [tell, language, names]);
}

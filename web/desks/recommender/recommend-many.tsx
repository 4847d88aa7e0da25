import { App, Button } from 'antd';
import { ask } from '#web/api/client.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { desk } from '#web/messages/recommender.ts';
import type { CaseRow } from './case-columns.tsx';
import { inOrder } from './order.ts';
import type { Start } from './queue-page.tsx';
import { type Cell, seatsLeft } from './use-seats.ts';

type RecommendManyProps = {
  readonly rows: readonly CaseRow[];
  readonly cells: readonly Cell[];
  readonly start: Start;
};

/** The seats that are left for those chosen, added up; undefined where any of their categories sets no limit. */
function leftFor(rows: readonly CaseRow[], cells: readonly Cell[]): number | undefined {
  const of = cells.filter(({ categoryId, department }) =>
    rows.some((row) => row.categoryId === categoryId && row.recommender === department),
  );
  const left = of.map(seatsLeft);
  return left.some((each) => each === undefined) ? undefined : left.reduce<number>((all, each) => all + (each ?? 0), 0);
}

/** Recommends those that are ticked, one after the other in the department's order, as far as the seats go. */
export function RecommendMany({ rows, cells, start }: RecommendManyProps) {
  const tell = useTell();
  const consequence = useConsequence();
  const { message } = App.useApp();
  const ready = inOrder(rows.filter(({ status }) => status === 'submitted'));
  const unplaced = ready.filter(({ rank }) => rank === undefined).length;
  const recommend = async (): Promise<void> => {
    if (ready.length === 0) {
      void message.info(tell(desk.noneWaiting));
      return;
    }
    const left = leftFor(ready, cells);
    const agreed = await consequence({
      title: tell(desk.recommendManyTitle),
      consequence: (
        <>
          <p>{tell(desk.recommendManyConsequence(ready.length))}</p>
          {left !== undefined && left < ready.length && <p>{tell(desk.overQuota(left, ready.length))}</p>}
          {ready.length < rows.length && <p>{tell(desk.othersStay(rows.length - ready.length))}</p>}
          {unplaced > 0 && <p>{tell(desk.unplaced(unplaced))}</p>}
          <ol style={{ maxHeight: 200, overflow: 'auto' }}>
            {ready.map(({ applicationId, organizationName }) => (
              <li key={applicationId}>{organizationName}</li>
            ))}
          </ol>
        </>
      ),
      verb: tell(desk.recommendMany(ready.length)),
      seal: true,
      act: async () => undefined,
    });
    if (!agreed) return;
    await start({
      title: tell(desk.recommendManyTitle),
      items: ready,
      inOrder: true,
      nameOf,
      act: ({ applicationId }) =>
        ask('post', '/applications/{applicationId}/recommend', { applicationId, verdict: 'recommend' }),
    });
  };
  return (
    <Button size="small" onClick={recommend}>
      {tell(desk.recommendMany(ready.length))}
    </Button>
  );
}

const nameOf = (of: CaseRow | { readonly unit: string }): string => ('unit' in of ? of.unit : of.organizationName);

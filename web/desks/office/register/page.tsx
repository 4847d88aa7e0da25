import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { type AnswerOf, ask } from '#web/api/client.ts';
import { serverNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { shanghaiDay } from '#web/kit/time.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import { ImportUnits } from './import-units.tsx';
import { Rates } from './rates.tsx';

type Unit = AnswerOf<'get', '/register/{year}/{categoryId}'>['units'][number];
export type RegisterOf = { readonly year: number; readonly categoryId: string };

/** The register of a year and category: its units, the rates counted against it, the import. */
export function RegisterPage() {
  const tell = useTell();
  const mayChange = mayAdminister(useActor());
  const categories = useRead('/categories', {});
  const { year = Number(shanghaiDay(serverNow()).slice(0, 4)), category } = useSearch({ strict: false }) as {
    year?: number;
    category?: string;
  };
  const [isImporting, setImporting] = useState(false);
  return (
    <Page
      title={tell(reference.register)}
      actions={
        mayChange && (
          <Button type="primary" onClick={() => setImporting(true)}>
            {tell(reference.importUnits)}
          </Button>
        )
      }
    >
      <p className="quiet reading">{tell(reference.registerHelp)}</p>
      <Show of={categories}>
        {({ categories: [first, ...rest] }) => {
          if (!first) return null;
          const of = { year, categoryId: category ?? first.categoryId };
          return (
            <div className="stack">
              <Choice of={of} categories={[first, ...rest]} />
              <Rates of={of} />
              <Units of={of} mayChange={mayChange} />
              {isImporting && <ImportUnits of={of} close={() => setImporting(false)} />}
            </div>
          );
        }}
      </Show>
    </Page>
  );
}

type ChoiceProps = {
  readonly of: RegisterOf;
  readonly categories: readonly { readonly categoryId: string; readonly name: string }[];
};

function Choice({ of, categories }: ChoiceProps) {
  const tell = useTell();
  const navigate = useNavigate();
  const go = (change: Partial<RegisterOf>): void => {
    const { year, categoryId } = { ...of, ...change };
    void navigate({ to: '/register', search: { year, category: categoryId } });
  };
  return (
    <Form layout="vertical" component="div" className="row">
      <Form.Item label={tell(reference.year)} htmlFor="register-year" style={{ margin: 0 }}>
        <InputNumber<number>
          id="register-year"
          value={of.year}
          min={2000}
          max={2100}
          precision={0}
          onChange={(year) => year !== null && year >= 2000 && go({ year })}
        />
      </Form.Item>
      <Form.Item label={tell(reference.category)} htmlFor="register-category" style={{ margin: 0, minWidth: 200 }}>
        <Select
          id="register-category"
          value={of.categoryId}
          onChange={(categoryId) => go({ categoryId })}
          options={categories.map(({ categoryId, name }) => ({ value: categoryId, label: name }))}
        />
      </Form.Item>
    </Form>
  );
}

const PAGE = 500;

function useUnits(of: RegisterOf) {
  return useInfiniteQuery({
    queryKey: ['/register/{year}/{categoryId}', of],
    queryFn: ({ pageParam }) => ask('get', '/register/{year}/{categoryId}', { ...of, from: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
}

function Units({ of, mayChange }: { readonly of: RegisterOf; readonly mayChange: boolean }) {
  const tell = useTell();
  const units = useUnits(of);
  const areas = useRead('/areas', {});
  const nameOf = (areaId: string) => areas.data?.areas.find((each) => each.areaId === areaId)?.name ?? areaId;
  const columns: Column<Unit>[] = [
    { id: 'name', head: tell(reference.unitName), cell: ({ name }) => name, value: ({ name }) => name },
    {
      id: 'area',
      head: tell(reference.unitArea),
      cell: ({ areaId }) => nameOf(areaId),
      value: ({ areaId }) => nameOf(areaId),
    },
    {
      id: 'code',
      head: tell(reference.creditCode),
      cell: ({ creditCode }) => creditCode,
      value: ({ creditCode }) => creditCode,
      width: 210,
    },
    {
      id: 'status',
      head: tell(reference.unitStatus),
      cell: ({ status }) => tell(reference.statuses[status]),
      value: ({ status }) => tell(reference.statuses[status]),
      width: 130,
    },
  ];
  return (
    <Show of={units}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.units);
        const total = pages[0]?.total ?? 0;
        if (total === 0) {
          return (
            <Empty title={reference.noUnits} help={mayChange ? reference.noUnitsHelp : reference.noUnitsReadHelp} />
          );
        }
        return (
          <section className="stack">
            <p className="quiet figures" style={{ margin: 0 }}>
              {tell(reference.unitCount(rows.length, total))}
            </p>
            <DataTable
              name="register"
              caption={tell(reference.units)}
              columns={columns}
              rows={rows}
              rowKey={({ name, areaId, creditCode }) => creditCode ?? `${areaId}/${name}`}
            />
            {units.hasNextPage && (
              <div>
                <Button loading={units.isFetchingNextPage} onClick={() => units.fetchNextPage()}>
                  {tell(kit.loadMore)}
                </Button>
              </div>
            )}
          </section>
        );
      }}
    </Show>
  );
}

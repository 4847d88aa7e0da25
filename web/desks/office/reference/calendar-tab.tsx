import { useNavigate, useSearch } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { serverNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { shanghaiDay } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import { ImportYear } from './import-year.tsx';
import { YearCalendar } from './year-calendar.tsx';

/** The years whose holidays are loaded, each as a calendar, and the import of a coming one. */
export function CalendarTab() {
  const tell = useTell();
  const mayChange = mayAdminister(useActor());
  const years = useRead('/calendar/years', {});
  return (
    <div className="stack">
      <p className="quiet reading">{tell(reference.calendarHelp)}</p>
      {mayChange && <ImportYear />}
      <Show of={years}>{({ items }) => <Years items={items} />}</Show>
    </div>
  );
}

type YearsProps = { readonly items: readonly { readonly year: number; readonly source: 'shipped' | 'imported' }[] };

function Years({ items }: YearsProps) {
  const tell = useTell();
  const navigate = useNavigate();
  const thisYear = Number(shanghaiDay(serverNow()).slice(0, 4));
  const { year = thisYear } = useSearch({ strict: false }) as { year?: number };
  const table = useRead('/calendar/years/{year}', { year });
  return (
    <section className="card">
      <Form layout="vertical" component="div">
        <Form.Item label={tell(reference.years)} htmlFor="calendar-year" style={{ maxWidth: 280 }}>
          <Select
            id="calendar-year"
            value={year}
            onChange={(chosen) => navigate({ to: '/reference', search: { tab: 'calendar', year: chosen } })}
            options={[...items]
              .sort((a, b) => b.year - a.year)
              .map((each) => ({ value: each.year, label: `${each.year} · ${tell(reference[each.source])}` }))}
          />
        </Form.Item>
      </Form>
      <Show of={table}>{(data) => <YearCalendar table={data} />}</Show>
    </section>
  );
}

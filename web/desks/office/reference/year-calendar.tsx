import type { HolidayTable } from '#domain/holiday-table';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import { type MonthDay, weeksOf } from './months.ts';
import './reference.css';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** A year month by month: days off and worked rest days carry a word, not only a colour. */
export function YearCalendar({ table }: { readonly table: HolidayTable }) {
  const tell = useTell();
  return (
    <>
      <p className="figures">{tell(reference.holidayCount(table.holidays.length, table.workdays.length))}</p>
      <div className="reference-months">
        {months.map((month) => (
          <Month key={month} month={month} table={table} />
        ))}
      </div>
    </>
  );
}

function Month({ month, table }: { readonly month: number; readonly table: HolidayTable }) {
  const tell = useTell();
  return (
    <div className="reference-month">
      <table className="figures">
        <caption>{tell(reference.month(month))}</caption>
        <thead>
          <tr>
            {reference.weekdays.map((day) => (
              <th key={tell(day)} scope="col">
                {tell(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, table).map((week) => (
            <tr key={week.find(Boolean)?.date}>
              {week.map((day, at) => (
                <Day key={day?.date ?? `${month}-${at}`} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({ day }: { readonly day: MonthDay | undefined }) {
  const tell = useTell();
  if (!day) return <td />;
  return (
    <td className={day.kind}>
      {day.day}
      {day.kind === 'off' && <span className="mark">{tell(reference.offMark)}</span>}
      {day.kind === 'worked' && <span className="mark">{tell(reference.workedMark)}</span>}
    </td>
  );
}

import type { Calendar } from '#domain/calendar';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import type { PlanState } from './state.ts';
import { remarksOn } from './timeline.ts';

type DayRemarksProps = {
  readonly day: string;
  readonly year: PlanState['year'];
  readonly calendar: Calendar;
};

/** What is worth a second look at a day, behind it. */
export function DayRemarks({ day, year, calendar }: DayRemarksProps) {
  const tell = useTell();
  return remarksOn(day, year, calendar).map((remark) => (
    <span key={remark} style={{ color: 'var(--warn)' }}>
      {tell(kit.aside(tell(remark === 'rest-day' ? wizard.restDay : wizard.otherYear(year ?? 0))))}
    </span>
  ));
}

import { shanghaiDay, useNow } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { naturalDaysLeft, workingDaysLeft } from './working-days.ts';

type DaysLeftProps = { readonly firstDay: string; readonly lastDay: string };

/** How many working days of the window are left, today included; all of them before its first day. */
export function DaysLeft({ firstDay, lastDay }: DaysLeftProps) {
  const tell = useTell();
  const now = shanghaiDay(useNow());
  const today = now < firstDay ? firstDay : now;
  const working = workingDaysLeft(today, lastDay);
  const text =
    working === undefined ? notices.naturalDaysLeft(naturalDaysLeft(today, lastDay)) : notices.daysLeft(working);
  return <span className="figures">{tell(text)}</span>;
}

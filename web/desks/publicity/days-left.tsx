import { shanghaiDay, useNow } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { naturalDaysLeft, workingDaysLeft } from './working-days.ts';

/** How many working days of the window are left, today included. */
export function DaysLeft({ lastDay }: { readonly lastDay: string }) {
  const tell = useTell();
  const today = shanghaiDay(useNow());
  const working = workingDaysLeft(today, lastDay);
  const text =
    working === undefined ? notices.naturalDaysLeft(naturalDaysLeft(today, lastDay)) : notices.daysLeft(working);
  return <span className="figures">{tell(text)}</span>;
}

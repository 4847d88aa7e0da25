const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-03-01 08:00:00`, Asia/Shanghai. */
export const shanghaiTime = (instant: number): string => shanghai.format(instant);

/** The same as a `datetime-local` field takes it, to the minute. */
export const shanghaiInput = (instant: number): string => shanghaiTime(instant).slice(0, 16).replace(' ', 'T');

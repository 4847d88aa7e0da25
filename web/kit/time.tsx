import { useSyncExternalStore } from 'react';
import { serverNow } from '#web/api/clock.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-03-01 08:00:00`, Asia/Shanghai, whatever this machine's zone is. */
export const shanghaiTime = (instant: string | number): string =>
  shanghai.format(typeof instant === 'string' ? Date.parse(instant) : instant);

/** To the minute: `2026-03-01 08:00`. */
export const shanghaiMinute = (instant: string | number): string => shanghaiTime(instant).slice(0, 16);
/** A deadline, to the minute: what ends with a day ends at its 24:00, not at 00:00 of the next. */
export const shanghaiEnd = (instant: string): string => {
  const minute = shanghaiMinute(instant);
  return minute.endsWith('00:00') ? `${shanghaiDay(Date.parse(instant) - 1)} 24:00` : minute;
};
export const shanghaiDay = (instant: string | number): string => shanghaiTime(instant).slice(0, 10);

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = 0;

/** One timer for all clocks on the page. */
function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    for (const each of watchers) each();
  }, 1000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Steps by whole seconds, so that a snapshot stays the same within one. */
const currentSecond = (): number => {
  second = Math.floor(serverNow() / 1000) * 1000;
  return second;
};

/** The server's time, each second anew. */
export const useNow = (): number => useSyncExternalStore(watch, currentSecond);

/** An instant, to the minute, with the second on demand. */
export function When({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} className="figures" title={shanghaiTime(at)}>
      {shanghaiMinute(at)}
    </time>
  );
}

/** A deadline; what ends with a day is told as that day's 24:00. */
export function Until({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} className="figures" title={shanghaiTime(at)}>
      {shanghaiEnd(at)}
    </time>
  );
}

const two = (value: number): string => String(value).padStart(2, '0');

function useDuration() {
  const tell = useTell();
  return (milliseconds: number): string => {
    const minutes = Math.floor(milliseconds / 60_000);
    const days = Math.floor(minutes / 1440);
    const clock = `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
    const seconds = `:${two(Math.floor((milliseconds % 60_000) / 1000))}`;
    return days > 0 ? tell(kit.days(days, clock)) : `${clock}${seconds}`;
  };
}

/** How long until a deadline by the server's clock; the words change when it is past. */
export function Countdown({ to }: { readonly to: string }) {
  const left = Date.parse(to) - useNow();
  const duration = useDuration();
  const tell = useTell();
  const text = left >= 0 ? tell(kit.left(duration(left))) : tell(kit.overdue(duration(-left)));
  const tone = left < 0 ? 'var(--seal)' : left < 2 * 86_400_000 ? 'var(--warn)' : 'var(--quiet)';
  return (
    <span className="figures" style={{ color: tone }} role="timer" title={shanghaiEnd(to)}>
      {text}
    </span>
  );
}

/** How long something has stood as it is: `3 天 04:12`. */
export function Since({ at }: { readonly at: string }) {
  const duration = useDuration();
  return (
    <span className="figures" title={shanghaiTime(at)}>
      {duration(Math.max(0, useNow() - Date.parse(at)))}
    </span>
  );
}

export function ServerTime() {
  const tell = useTell();
  return <span className="figures quiet">{tell(kit.serverTime(shanghaiTime(useNow())))}</span>;
}

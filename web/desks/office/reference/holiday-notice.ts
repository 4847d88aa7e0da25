import { addNaturalDays, IsoDate } from '#domain/dates';

type Holidays = { readonly year: number; readonly holidays: readonly string[]; readonly workdays: readonly string[] };

/** `2月15日（农历腊月二十八、周日）至23日（…）`, one day or from one to another; the second may leave out its month. */
const span = /(\d{1,2})月(\d{1,2})日(?:（[^）]*）)?(?:至(?:(\d{1,2})月)?(\d{1,2})日)?/g;

const dayOf = (year: number, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function daysIn(sentence: string, year: number): string[] {
  return [...sentence.matchAll(span)].flatMap(([, month = '', day = '', lastMonth = month, lastDay]) => {
    const first = dayOf(year, month, day);
    const last = lastDay === undefined ? first : dayOf(year, lastMonth, lastDay);
    const days = [first];
    // A day that does not exist is told where the table is checked.
    if (!IsoDate.safeParse(first).success) return days;
    // No holiday is longer than a month: whatever is typed, this ends.
    for (let next = first; next < last && days.length < 31; days.push(next)) next = addNaturalDays(next, 1);
    return days;
  });
}

/** Reads the notice of the State Council's office as it is published, sentence by sentence; nothing where it is none. */
export function readNotice(text: string): Holidays | undefined {
  const plain = text.replaceAll(/\s/g, '');
  const year = Number(/(\d{4})年/.exec(plain)?.[1]);
  const sentences = plain.split(/[。；]/);
  const days = (word: string, not: string): string[] =>
    sentences
      .filter((sentence) => sentence.includes(word) && !sentence.includes(not))
      .flatMap((sentence) => daysIn(sentence, year));
  const [holidays, workdays] = [days('放假', '上班'), days('上班', '放假')];
  return year > 0 && holidays.length > 0 ? { year, holidays, workdays } : undefined;
}

/**
 * A message in both languages, side by side so that neither is forgotten. One that carries figures or names is a pair
 * of functions. The API's own words have the same shape, so both are told the same way.
 */
export type Said<Values extends readonly unknown[] = []> = {
  readonly zh: string | ((...values: Values) => string);
  readonly en: string | ((...values: Values) => string);
};

export type Language = 'zh' | 'en';

/** A message without values, or one whose values are the parameters of both functions. */
export const say = <const Values extends readonly unknown[] = []>(
  zh: Said<Values>['zh'],
  en: Said<Values>['en'],
): Said<Values> => ({ zh, en });

export const told = <Values extends readonly unknown[]>(
  message: Said<Values>,
  language: Language,
  ...values: Values
): string => {
  const text = message[language];
  return typeof text === 'function' ? text(...values) : text;
};

/** `3 files`, `1 file`: English wants its plural. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What a field holds: text mostly, or any JSON. Nothing, null and the empty text are the same: not filled in. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Value[]
  | { readonly [name: string]: Value };

/** A document as its fields by name, so that two people's changes of different fields go together. */
export type Fields = Readonly<Record<string, Value>>;

/** A document as the server has it. */
export type Kept = { readonly version: number; readonly fields: Fields };

const isBlank = (value: Value): boolean => value === undefined || value === null || value === '';

const isGroup = (value: Value): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values say the same, whatever the order of an object's members. */
export function same(left: Value, right: Value): boolean {
  if (left === right || (isBlank(left) && isBlank(right))) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((each, at) => same(each, right[at]));
  }
  if (!isGroup(left) || !isGroup(right)) return false;
  return namesOf(left, right).every((name) => same(left[name], right[name]));
}

/** The names that occur in any of them. */
export const namesOf = (...all: readonly Fields[]): string[] => [...new Set(all.flatMap((each) => Object.keys(each)))];

/** The names of the fields that differ. */
export const differing = (left: Fields, right: Fields): string[] =>
  namesOf(left, right).filter((name) => !same(left[name], right[name]));

/** Only those fields of `fields` that are otherwise than in `base`. */
export const changesFrom = (base: Fields, fields: Fields): Fields =>
  Object.fromEntries(differing(base, fields).map((name) => [name, fields[name]]));

/** `fields`, but `names` as they are in `from`. */
export const withThose = (fields: Fields, names: readonly string[], from: Fields): Fields =>
  names.length === 0 ? fields : { ...fields, ...Object.fromEntries(names.map((name) => [name, from[name]])) };

import { AwardError } from './errors.ts';
import { type StateNoun, wordOf } from './state-words.ts';

/** Where a status may change: verb → from which states to which. Data, and the only place of it. */
export type TransitionTable<Status extends string> = Readonly<
  Record<string, { readonly from: readonly Status[]; readonly to: Status }>
>;

/**
 * The status after a verb.
 * @throws AwardError `WrongState` when the table does not allow the verb in this status.
 */
export function next<Status extends string, Table extends TransitionTable<Status>>(
  table: Table,
  verb: keyof Table,
  status: Status,
  noun: StateNoun = 'state',
): Table[keyof Table]['to'] {
  const rule = table[verb];
  if (!rule?.from.includes(status)) {
    const word = { zh: wordOf(noun, status, 'zh'), en: wordOf(noun, status, 'en') };
    throw new AwardError('WrongState', { values: { state: noun === 'state' ? status : word } });
  }
  return rule.to;
}

import { fieldNames, fieldRow } from '#web/messages/fields.ts';
import { type Said, say } from '#web/messages/say.ts';

/** A column of a spreadsheet is called as its head says. */
const isHead = (name: string): boolean => /\p{Script=Han}/u.test(name);

const named = (name: string): Said | undefined => {
  if (Object.hasOwn(fieldNames, name)) return fieldNames[name as keyof typeof fieldNames]; // just looked up
  return isHead(name) ? say(name, name) : undefined;
};

/** What the field at a path of the API is called to a person; undefined where only the code knows its name. */
export function fieldLabel(path: string): Said | undefined {
  const [, row] = /^rows\.(\d+)(?:\.|$)/.exec(path) ?? [];
  const name = named(path.slice(path.lastIndexOf('.') + 1));
  if (row === undefined) return name;
  const at = fieldRow(row);
  return name ? say(`${at.zh} ${name.zh}`, `${at.en} ${name.en}`) : at;
}

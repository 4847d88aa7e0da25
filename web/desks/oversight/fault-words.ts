import { oversight } from '#web/messages/oversight.ts';
import { steps } from '#web/messages/oversight-steps.ts';
import type { Language, Said } from '#web/messages/say.ts';

type Case = {
  readonly run: Said | undefined;
  readonly id: string;
  /** The page of what the run is about, where it has one. */
  readonly link?: string;
};

const runs: Readonly<Record<string, Said>> = oversight.runs;
const pages: Readonly<Record<string, string>> = { cycle: '/cycles/', application: '/applications/' };

/** A fault's subject is `cycle:abc`: which run, and of what. */
export function caseOf(subjectId: string): Case {
  const colon = subjectId.indexOf(':');
  const [kind, id] = [subjectId.slice(0, colon), subjectId.slice(colon + 1)];
  const page = pages[kind];
  return { run: runs[kind], id, ...(page && { link: `${page}${id}` }) };
}

const named: Readonly<Record<string, Said>> = steps;

/** What a workflow's step does, in the office's words; the steps around a wait for somebody share its name. */
export function stepWords(state: string, language: Language): string {
  const said = named[state] ?? named[state.replace(/^(?:Plan|Await)/, '')];
  const text = said?.[language];
  return typeof text === 'string' ? text : state;
}

import type { Context } from '#services/context';

/** What a workflow calls. Its input is checked by the verb behind it; its output is ids and dates, no more. */
export type Task = (ctx: Context, input: unknown) => Promise<unknown>;

/**
 * The keys of the engine's store. A blank divides their parts: no arn and no name contains one.
 */
export const keys = {
  execution: (arn: string) => `execution ${arn}`,
  /** Marks executions that are not finished. */
  running: (arn: string) => `running ${arn}`,
  tally: (arn: string) => `tally ${arn}`,
  frame: (arn: string, frame: number) => `frame ${arn} ${frame}`,
  /** What belongs to a frame but is too large to be rewritten with it: items and results. */
  part: (arn: string, frame: number, name: string) => `part ${arn} ${frame} ${name}`,
  event: (arn: string, id: number) => `event ${arn} ${String(id).padStart(6, '0')}`,
  /** Newest first under their machine or map run. */
  listed: (owner: string, order: number) => `listed ${owner} ${String(999_999_999_999 - order).padStart(12, '0')}`,
  mapRun: (arn: string) => `map-run ${arn}`,
  definition: (hash: string) => `definition ${hash}`,
  order: 'meta order',
  tokenSecret: 'meta token-secret',
} as const;

/** Everything below a prefix, which ends before its blank. */
export const below = (prefix: string) => ({ gte: `${prefix} `, lt: `${prefix}!` });

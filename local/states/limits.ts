import { StateError } from './errors.ts';

/** The quotas of AWS Step Functions, so that nothing passes here that fails there. */
export const limits = {
  payloadBytes: 262_144,
  historyEvents: 25_000,
  executionMs: 365 * 86_400_000,
  inlineMapConcurrency: 40,
  /** AWS runs up to 10,000 children of a distributed Map; more than this gains nothing on one machine. */
  distributedMapConcurrency: 1_000,
  variableBytes: 262_144,
  variablesBytes: 10_485_760,
  /** Longest TimeoutSeconds, HeartbeatSeconds and Wait. */
  seconds: 99_999_999,
  executionName: 80,
  token: 2_048,
  error: 256,
  cause: 32_768,
} as const;

export const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The value as JSON carries it, refused beyond 256 KB. `what` names it in the cause. */
export function withinPayload(value: unknown, what: string): unknown {
  const text = JSON.stringify(value);
  if (bytesOf(text) > limits.payloadBytes) {
    throw new StateError(
      'States.DataLimitExceeded',
      `The ${what} exceeds the maximum number of bytes, ${limits.payloadBytes}`,
    );
  }
  return JSON.parse(text);
}

/** Refuses variables beyond AWS's limits: 256 KB each and in one Assign, 10 MB altogether. */
export function checkVariables(assigned: Record<string, unknown>, all: Record<string, unknown>): void {
  const tooLarge = (what: string): never => {
    throw new StateError('States.DataLimitExceeded', `${what} exceeds the size limit of variables`);
  };
  if (bytesOf(JSON.stringify(assigned)) > limits.variableBytes)
    tooLarge(`Assign of ${Object.keys(assigned).join(', ')}`);
  if (bytesOf(JSON.stringify(all)) > limits.variablesBytes) tooLarge('The total of all variables');
}

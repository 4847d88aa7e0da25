/** What API Gateway (HTTP API) and Lambda enforce, so that nothing passes here that fails there. */
export const limits = {
  /** HTTP API quota: payload size. */
  requestBytes: 10 * 1024 * 1024,
  /** HTTP API quota: request line and header values together. */
  headerBytes: 10_240,
  /** HTTP API quota: integration timeout. */
  timeoutMs: 30_000,
  /** Lambda quota: a synchronous invocation's payload, each way. */
  invocationBytes: 6 * 1024 * 1024,
} as const;

/**
 * What a page of the console may load. Nothing comes from elsewhere: Ant Design writes its styles into the page, and
 * files are fetched from the bucket, tokens from whoever signs people in.
 */
export const contentPolicy = (elsewhere: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob: data: ${elsewhere.join(' ')}`,
    `connect-src 'self' ${elsewhere.join(' ')}`,
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

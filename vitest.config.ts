import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A page's code is loaded when it is first opened; on a busy machine that takes longer than the default second.
    expect: { poll: { timeout: 15_000 } },
  },
});

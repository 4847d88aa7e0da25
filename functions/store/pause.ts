/** Waits before another try: longer each time, at most a second, with full jitter so that rivals spread out. */
export const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** attempt)));

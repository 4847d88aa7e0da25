import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from '#web/api/client.ts';
import { Unreachable } from '#web/api/problem.ts';

/** A connection that takes what is sent and never answers, until it is given up. */
const silence = (_: string, { signal }: RequestInit): Promise<Response> =>
  new Promise((_answer, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

describe('a call of the API', () => {
  const fetched = vi.fn(silence);
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', fetched);
    vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined });
  });
  afterEach(() => {
    fetched.mockReset().mockImplementation(silence);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const notices = (signal?: AbortSignal) => ask('get', '/public/notices', {}, { ...(signal && { signal }) });
  const outcomeOf = (call: Promise<unknown>) =>
    call.then(
      () => 'answered',
      (error: unknown) => error,
    );

  it('is given up as unreachable when nobody answers it in half a minute, and its connection is let go', async () => {
    let outcome: unknown;
    void outcomeOf(notices()).then((ended) => {
      outcome = ended;
    });
    await vi.advanceTimersByTimeAsync(29_000);
    expect(outcome).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(outcome).toBeInstanceOf(Unreachable);
    expect(fetched.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  });

  it('is given up too when the answer begins and never ends', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response(new ReadableStream())));
    const outcome = outcomeOf(notices());
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await outcome).toBeInstanceOf(Unreachable);
  });

  it('ends as its caller wishes, which is no fault of the connection', async () => {
    const caller = new AbortController();
    const outcome = outcomeOf(notices(caller.signal));
    await vi.advanceTimersByTimeAsync(1_000);
    caller.abort();
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    expect(await outcomeOf(notices(caller.signal))).toMatchObject({ name: 'AbortError' });
  });

  it('leaves no clock running once it was answered', async () => {
    fetched.mockImplementation(() => Promise.resolve(Response.json({ items: [] })));
    expect(await outcomeOf(notices())).toBe('answered');
    expect(vi.getTimerCount()).toBe(0);
  });
});

import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Meter, metered } from '#local/metering';

type Middleware = (next: (args: unknown) => Promise<unknown>) => (args: unknown) => Promise<unknown>;

/** A client whose calls last as long as they are told. */
function clientOf(name: string, meter: Meter) {
  let middleware: Middleware | undefined;
  metered({ middlewareStack: { add: (given: Middleware) => (middleware = given) } }, name, meter);
  const call = middleware?.(async (milliseconds) => pass(Number(milliseconds)));
  const slow = middleware?.((until) => until as Promise<unknown>);
  return { call: (milliseconds: number) => call?.(milliseconds), wait: (until: Promise<unknown>) => slow?.(until) };
}

let time = 0;
const pass = (milliseconds: number): void => {
  time += milliseconds;
};
beforeEach(() => {
  time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => time);
});
afterEach(() => vi.restoreAllMocks());

it('counts calls and time by emulator, and once where several are waited for at a time', async () => {
  const meter: Meter = {};
  const table = clientOf('table', meter);
  const bucket = clientOf('bucket', meter);
  await table.call(30);
  pass(100);
  const first = later();
  const one = table.wait(first.promise);
  const two = bucket.wait(first.promise);
  pass(50);
  first.resolve(undefined);
  await Promise.all([one, two]);
  expect(meter).toEqual({
    table: { calls: 2, milliseconds: 80 },
    bucket: { calls: 1, milliseconds: 50 },
    waiting: { calls: 3, milliseconds: 80 },
  });
});

it('counts a call that fails', async () => {
  const meter: Meter = {};
  const failing = clientOf('table', meter).wait(Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(meter['table']?.calls).toBe(1);
  expect(meter['waiting']?.calls).toBe(1);
});

function later() {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

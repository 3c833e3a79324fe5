import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../src/kernel/result';
import { createBridge } from '../../../src/worker/bridge';
import type { JobHandlers } from '../../../src/worker/protocol';
import { workerFactory } from './support/fake-worker';

const idleMinutes = 2;
const minute = 60_000;

const handlers = {
  discard: () => ok(null),
  fileValues: ({ limit }, { onProgress }) => {
    onProgress(0.5);
    return limit > 0 ? ok([{ value: 'a', count: limit }]) : fail('no-file-in-hand');
  },
  suggestForValues: () => {
    throw new RangeError('a mistake');
  },
  // Hears a cancel.
  inspect: (_, { signal }) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail('cancelled')))),
  propose: (_, { signal }) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail('cancelled')))),
  // Gets on all the time, and never ends by itself.
  readBpmn: (_, { signal, onProgress }) =>
    new Promise((resolve) => {
      const timer = setInterval(() => onProgress(0.5), minute);
      signal.addEventListener('abort', () => {
        clearInterval(timer);
        resolve(fail('cancelled'));
      });
    }),
  // Does not.
  check: () => new Promise(() => undefined),
} satisfies Partial<JobHandlers>;

const inspectInput = { file: new Blob([]), fileName: 'x', options: {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('bridge', () => {
  it('starts the worker with the first job and answers values, failures and progress', async () => {
    const { start, made } = workerFactory(handlers);
    const bridge = createBridge(start);
    expect(made).toHaveLength(0);
    const seen: number[] = [];
    const onProgress = (fraction: number): void => void seen.push(fraction);
    expect(await bridge.run('fileValues', { column: 'c0', limit: 3 }, { onProgress })).toEqual(
      ok([{ value: 'a', count: 3 }]),
    );
    expect(seen).toEqual([0.5]);
    expect(await bridge.run('fileValues', { column: 'c0', limit: 0 })).toEqual(fail('no-file-in-hand'));
    expect(made).toHaveLength(1);
  });

  it('tells a mistake of the program as a failure and stays usable', async () => {
    const { start, made } = workerFactory(handlers);
    const bridge = createBridge(start);
    const crashed = await bridge.run('suggestForValues', { taxonomy: {} as never, values: [] });
    expect(crashed).toEqual(fail('worker-crashed', { message: 'a mistake' }));
    expect(await bridge.run('discard', null)).toEqual(ok(null));
    expect(made).toHaveLength(1);
  });

  it('fails every job of a worker that breaks down, and starts another for the next', async () => {
    const { start, made } = workerFactory(handlers);
    const bridge = createBridge(start);
    const jobs = [bridge.run('check', { plan: {} as never, stored: [] }), bridge.run('discard', null)];
    made[0].breakDown('out of memory');
    for (const job of jobs) expect(await job).toEqual(fail('worker-crashed', { message: 'out of memory' }));
    expect(made[0].isTerminated).toBe(true);
    expect(await bridge.run('discard', null)).toEqual(ok(null));
    expect(made).toHaveLength(2);
  });

  it('cancels a job that listens and keeps the worker', async () => {
    const { start, made } = workerFactory(handlers);
    const bridge = createBridge(start);
    const abort = new AbortController();
    const job = bridge.run('inspect', inspectInput, { signal: abort.signal });
    await vi.advanceTimersByTimeAsync(10);
    abort.abort();
    expect(await job).toEqual(fail('cancelled'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(made[0].isTerminated).toBe(false);
  });

  it('ends a worker that does not listen to a cancel', async () => {
    const { start, made } = workerFactory(handlers);
    const bridge = createBridge(start);
    const abort = new AbortController();
    const job = bridge.run('check', { plan: {} as never, stored: [] }, { signal: abort.signal });
    await vi.advanceTimersByTimeAsync(10);
    abort.abort();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(made[0].isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await job).toEqual(fail('cancelled'));
    expect(made[0].isTerminated).toBe(true);
  });

  it('does not start a job that was cancelled before', async () => {
    const { start, made } = workerFactory(handlers);
    const result = await createBridge(start).run('discard', null, { signal: AbortSignal.abort() });
    expect(result).toEqual(fail('cancelled'));
    expect(made).toHaveLength(0);
  });

  it('ends an idle worker, but neither one that works nor one whose file is held', async () => {
    const { start, made } = workerFactory(handlers);
    const bridge = createBridge(start);
    const release = bridge.hold();
    await bridge.run('discard', null);
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(made[0].isTerminated).toBe(false);

    release();
    release();
    const abort = new AbortController();
    const busy = bridge.run('propose', {} as never, { signal: abort.signal });
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(made[0].isTerminated).toBe(false);

    abort.abort();
    await busy;
    await vi.advanceTimersByTimeAsync(idleMinutes * minute - 1);
    expect(made[0].isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(made[0].isTerminated).toBe(true);
    await bridge.run('discard', null);
    expect(made).toHaveLength(2);
  });

  it('ends the reader of a file of which nothing is heard for two minutes', async () => {
    const { start, made } = workerFactory(handlers);
    const bridge = createBridge(start);
    const reading = bridge.run('inspect', inspectInput);
    await vi.advanceTimersByTimeAsync(2 * minute - 1);
    expect(made[0].isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await reading).toEqual(fail('reader-silent', { minutes: 2 }));
    expect(made[0].isTerminated).toBe(true);
    expect(await bridge.run('discard', null)).toEqual(ok(null));
  });

  it('leaves a reader that gets on, however long it takes', async () => {
    const { start, made } = workerFactory(handlers);
    const abort = new AbortController();
    const reading = createBridge(start).run('readBpmn', { file: new Blob([]) }, { signal: abort.signal });
    await vi.advanceTimersByTimeAsync(30 * minute);
    expect(made[0].isTerminated).toBe(false);
    abort.abort();
    expect(await reading).toEqual(fail('cancelled'));
  });

  it('fails what is under way when it is disposed of', async () => {
    const { start, made } = workerFactory(handlers);
    const bridge = createBridge(start);
    const job = bridge.run('check', { plan: {} as never, stored: [] });
    bridge.dispose();
    expect(await job).toEqual(fail('cancelled'));
    expect(made[0].isTerminated).toBe(true);
  });
});

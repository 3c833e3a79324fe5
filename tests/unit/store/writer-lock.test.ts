import { describe, expect, it, vi } from 'vitest';
import { ifNobodyWrites, withWriterLock } from '../../../src/store/writer-lock';

/** What the browser does for exclusive locks of one name. */
function fakeLocks(): Pick<LockManager, 'request'> {
  let held = false;
  const queue: (() => void)[] = [];
  const request = async (
    _: string,
    options: { ifAvailable?: boolean; signal?: AbortSignal },
    run: (lock: object | null) => Promise<unknown>,
  ): Promise<unknown> => {
    if (held && options.ifAvailable) return run(null);
    options.signal?.throwIfAborted();
    if (held) {
      await new Promise<void>((resolve, reject) => {
        queue.push(resolve);
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error));
      });
    }
    held = true;
    try {
      return await run({});
    } finally {
      held = false;
      queue.shift()?.();
    }
  };
  return { request: request as LockManager['request'] };
}

function task(log: string[], name: string): () => Promise<string> {
  return async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${name} ends`);
    return name;
  };
}

describe('a short write', () => {
  it('is left out while another is writing, and done when nobody is', async () => {
    const locks = fakeLocks();
    const log: string[] = [];
    const long = withWriterLock(task(log, 'long'), { locks });
    expect(await ifNobodyWrites(task(log, 'short'), locks)).toBeNull();
    await long;
    expect(await ifNobodyWrites(task(log, 'short'), locks)).toBe('short');
    expect(log).toEqual(['long begins', 'long ends', 'short begins', 'short ends']);
  });

  it('is left out where nobody can tell who is writing', async () => {
    expect(await ifNobodyWrites(task([], 'short'), undefined)).toBeNull();
  });
});

describe.each([
  ['with locks of the browser', fakeLocks],
  ['without locks', () => undefined],
])('%s', (_, makeLocks) => {
  it('D10 one write waits for the other', async () => {
    const locks = makeLocks();
    const log: string[] = [];
    const done = await Promise.all([
      withWriterLock(task(log, 'a'), { locks }),
      withWriterLock(task(log, 'b'), { locks }),
    ]);
    expect(done).toEqual(['a', 'b']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('a failed write lets the next one run', async () => {
    const locks = makeLocks();
    const failing = withWriterLock(() => Promise.reject(new Error('no')), { locks });
    const next = withWriterLock(task([], 'next'), { locks });
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });

  it('waiting can be given up', async () => {
    const locks = makeLocks();
    const cancel = new AbortController();
    const log: string[] = [];
    const first = withWriterLock(task(log, 'a'), { locks });
    const second = withWriterLock(task(log, 'b'), { locks, signal: cancel.signal, onWaiting: () => cancel.abort() });
    cancel.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect(await first).toBe('a');
    expect(log).toEqual(['a begins', 'a ends']);
  });
});

it('says that it has to wait', async () => {
  const locks = fakeLocks();
  const onWaiting = vi.fn();
  await Promise.all([
    withWriterLock(task([], 'a'), { locks, onWaiting }),
    withWriterLock(task([], 'b'), { locks, onWaiting }),
  ]);
  expect(onWaiting).toHaveBeenCalledOnce();
});

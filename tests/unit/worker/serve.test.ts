import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../src/kernel/result';
import type { FromWorker, JobHandlers, JobHooks } from '../../../src/worker/protocol';
import { serve } from '../../../src/worker/serve';

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe('serve', () => {
  it('runs jobs one after the other in the order of their arrival', async () => {
    const steps: string[] = [];
    const handlers = {
      fileValues: async ({ column }: { column: string }) => {
        steps.push(`begin ${column}`);
        await settled();
        steps.push(`end ${column}`);
        return ok([]);
      },
    } as Partial<JobHandlers> as JobHandlers;
    const posted: FromWorker[] = [];
    const receive = serve(handlers, (message) => void posted.push(message));
    receive({ type: 'run', id: 1, job: 'fileValues', input: { column: 'a' } });
    receive({ type: 'run', id: 2, job: 'fileValues', input: { column: 'b' } });
    while (posted.length < 2) await settled();
    expect(steps).toEqual(['begin a', 'end a', 'begin b', 'end b']);
    expect(posted.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('does not run a job that was cancelled while it waited', async () => {
    let runs = 0;
    let free: (() => void) | undefined;
    const handlers = {
      discard: async () => {
        runs++;
        await new Promise<void>((done) => (free = done));
        return ok(null);
      },
    } as Partial<JobHandlers> as JobHandlers;
    const posted: FromWorker[] = [];
    const receive = serve(handlers, (message) => void posted.push(message));
    receive({ type: 'run', id: 1, job: 'discard', input: null });
    receive({ type: 'run', id: 2, job: 'discard', input: null });
    receive({ type: 'abort', id: 2 });
    await settled();
    free?.();
    while (posted.length < 2) await settled();
    expect(runs).toBe(1);
    expect(posted).toEqual([
      { type: 'done', id: 1, result: ok(null) },
      { type: 'done', id: 2, result: fail('cancelled') },
    ]);
  });

  it('calls a job cancelled that ended or threw after it was cancelled', async () => {
    for (const end of [() => ok(null), () => Promise.reject(new Error('stopped half way'))]) {
      let free: (() => void) | undefined;
      const handlers = {
        discard: async () => {
          await new Promise<void>((done) => (free = done));
          return end();
        },
      } as Partial<JobHandlers> as JobHandlers;
      const posted: FromWorker[] = [];
      const receive = serve(handlers, (message) => void posted.push(message));
      receive({ type: 'run', id: 7, job: 'discard', input: null });
      await settled();
      receive({ type: 'abort', id: 7 });
      free?.();
      while (posted.length < 1) await settled();
      expect(posted).toEqual([{ type: 'done', id: 7, result: fail('cancelled') }]);
    }
  });

  it('tells progress at once, and then no oftener than anyone reads', async () => {
    const now = vi.spyOn(performance, 'now');
    const handlers = {
      discard: (_: null, { onProgress }: JobHooks) => {
        for (const [at, fraction] of [
          [1_000, 0.1],
          [1_010, 0.2],
          [1_079, 0.3],
          [1_081, 0.4],
          [1_100, 0.5],
        ]) {
          now.mockReturnValue(at);
          onProgress(fraction);
        }
        return ok(null);
      },
    } as Partial<JobHandlers> as JobHandlers;
    const posted: FromWorker[] = [];
    serve(handlers, (message) => void posted.push(message))({ type: 'run', id: 3, job: 'discard', input: null });
    await settled();
    now.mockRestore();
    expect(posted.flatMap((message) => (message.type === 'progress' ? [message.fraction] : []))).toEqual([0.1, 0.4]);
  });

  it('ignores a cancel that comes too late', async () => {
    const handlers = { discard: () => ok(null) } as Partial<JobHandlers> as JobHandlers;
    const posted: FromWorker[] = [];
    const receive = serve(handlers, (message) => void posted.push(message));
    receive({ type: 'run', id: 1, job: 'discard', input: null });
    await settled();
    receive({ type: 'abort', id: 1 });
    await settled();
    expect(posted).toEqual([{ type: 'done', id: 1, result: ok(null) }]);
  });
});

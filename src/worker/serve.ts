import { fail, type Result } from '../kernel/result';
import type { FromWorker, JobHandlers, JobName, ToWorker } from './protocol';

/** Progress is told no oftener: each message wakes both threads, and nobody reads faster. */
const progressMs = 80;

/** The worker's end of the bridge: runs jobs in order of arrival, reports progress, honours cancels. */
export function serve(handlers: JobHandlers, post: (message: FromWorker) => void): (message: ToWorker) => void {
  const running = new Map<number, AbortController>();
  let last: Promise<void> = Promise.resolve();

  const runJob = async (id: number, job: JobName, input: unknown): Promise<void> => {
    const controller = running.get(id);
    if (!controller) return;
    if (controller.signal.aborted) {
      running.delete(id);
      post({ type: 'done', id, result: fail('cancelled') });
      return;
    }
    let toldAt = -Infinity;
    const onProgress = (fraction: number): void => {
      const now = performance.now();
      if (now - toldAt < progressMs) return;
      toldAt = now;
      post({ type: 'progress', id, fraction });
    };
    try {
      const handler = handlers[job] as (
        input: unknown,
        hooks: { signal: AbortSignal; onProgress: (fraction: number) => void },
      ) => Promise<Result<unknown>> | Result<unknown>;
      const result = await handler(input, {
        signal: controller.signal,
        onProgress,
      });
      post({ type: 'done', id, result: controller.signal.aborted ? fail('cancelled') : result });
    } catch (error) {
      if (controller.signal.aborted) post({ type: 'done', id, result: fail('cancelled') });
      else post({ type: 'crash', id, message: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  };

  return (message) => {
    if (message.type === 'abort') {
      running.get(message.id)?.abort();
      return;
    }
    running.set(message.id, new AbortController());
    // One job at a time: two imports or analyses side by side would only share the core and double the memory.
    last = last.then(() => runJob(message.id, message.job, message.input));
  };
}

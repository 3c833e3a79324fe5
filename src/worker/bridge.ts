import { fail, type Failure, type Result } from '../kernel/result';
import type { FromWorker, JobInput, JobName, JobValue, ToWorker } from './protocol';

/** How long the worker may sit idle, with its columns in memory, before it is ended. */
const idleMs = 120_000;

/** How long a job may ignore a cancel before the worker is ended under it. */
const abortGraceMs = 1_500;

/** Jobs that read a stranger's file: what could hold them up for ever is made by others. */
const readers: ReadonlySet<JobName> = new Set<JobName>(['inspect', 'readBpmn']);

/** Silence of the worker is counted in steps, so that a computer that slept is not taken for a worker that did. */
const silenceStepMs = 10_000;
/** After so many silent steps a reader is ended; reading a gigabyte on a slow laptop is heard of every few seconds. */
const silentSteps = 12;

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
}

interface Pending {
  readonly settle: (result: Result<unknown, Failure>) => void;
  readonly onProgress?: (fraction: number) => void;
  readonly isReader: boolean;
}

/** The page's end of the worker: one method, cancellable, never rejecting for what a user can cause. */
export interface Bridge {
  run<N extends JobName>(job: N, input: JobInput<N>, options?: RunOptions): Promise<Result<JobValue<N>>>;
  /** Keeps the worker, and the file it has in hand, until the returned function is called. */
  hold(): () => void;
  dispose(): void;
}

/**
 * Starts the worker on first use and ends it when idle.
 *
 * Fails  cancelled, worker-crashed, reader-silent
 */
export function createBridge(start: () => Worker): Bridge {
  let worker: Worker | null = null;
  let nextId = 1;
  let holds = 0;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  let silence = 0;
  let silenceTimer: ReturnType<typeof setInterval> | undefined;
  const pending = new Map<number, Pending>();

  const stop = (reason: Failure): void => {
    worker?.terminate();
    worker = null;
    for (const job of pending.values()) job.settle({ ok: false, failure: reason });
    pending.clear();
    stopListening();
  };

  const listen = (): void => {
    silence = 0;
    const isReading = [...pending.values()].some(({ isReader }) => isReader);
    if (isReading) silenceTimer ??= setInterval(countSilence, silenceStepMs);
    else stopListening();
  };

  const stopListening = (): void => {
    clearInterval(silenceTimer);
    silenceTimer = undefined;
  };

  const countSilence = (): void => {
    silence++;
    const minutes = (silentSteps * silenceStepMs) / 60_000;
    if (silence >= silentSteps) stop({ code: 'reader-silent', params: { minutes } });
  };

  const restartIdleTimer = (): void => {
    clearTimeout(idleTimer);
    if (pending.size === 0 && holds === 0)
      idleTimer = setTimeout(() => stop({ code: 'cancelled', params: {} }), idleMs);
  };

  const receive = (message: FromWorker): void => {
    const job = pending.get(message.id);
    if (!job) return;
    if (message.type !== 'progress') pending.delete(message.id);
    listen();
    if (message.type === 'progress') {
      job.onProgress?.(message.fraction);
      return;
    }
    job.settle(message.type === 'done' ? message.result : fail('worker-crashed', { message: message.message }));
    restartIdleTimer();
  };

  const ensureWorker = (): Worker => {
    if (worker) return worker;
    worker = start();
    worker.onmessage = (event: MessageEvent<FromWorker>) => receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      stop({ code: 'worker-crashed', params: { message: event.message || 'worker' } });
    };
    return worker;
  };

  return {
    run: (job, input, options = {}) =>
      new Promise((resolve) => {
        if (options.signal?.aborted) {
          resolve(fail('cancelled'));
          return;
        }
        clearTimeout(idleTimer);
        const id = nextId++;
        const port = ensureWorker();
        const post = (message: ToWorker): void => port.postMessage(message);
        const onAbort = (): void => {
          post({ type: 'abort', id });
          setTimeout(() => {
            if (pending.has(id)) stop({ code: 'cancelled', params: {} });
          }, abortGraceMs);
        };
        options.signal?.addEventListener('abort', onAbort, { once: true });
        pending.set(id, {
          settle: (result) => {
            options.signal?.removeEventListener('abort', onAbort);
            resolve(result);
          },
          onProgress: options.onProgress,
          isReader: readers.has(job),
        });
        listen();
        post({ type: 'run', id, job, input });
      }),
    hold: () => {
      let held = true;
      holds++;
      clearTimeout(idleTimer);
      return () => {
        if (!held) return;
        held = false;
        holds--;
        restartIdleTimer();
      };
    },
    dispose: () => {
      clearTimeout(idleTimer);
      stop({ code: 'cancelled', params: {} });
    },
  };
}

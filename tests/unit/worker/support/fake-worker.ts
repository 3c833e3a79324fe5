import type { FromWorker, JobHandlers, ToWorker } from '../../../../src/worker/protocol';
import { serve } from '../../../../src/worker/serve';

/** A worker in the same thread: messages are cloned and arrive later, as they do between threads. */
export class FakeWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  isTerminated = false;
  readonly received: ToWorker[] = [];
  readonly #receive: (message: ToWorker) => void;

  constructor(handlers: Partial<JobHandlers>) {
    this.#receive = serve(handlers as JobHandlers, (message) => {
      queueMicrotask(() => {
        if (!this.isTerminated) this.onmessage?.({ data: structuredClone(message) });
      });
    });
  }

  postMessage(message: ToWorker): void {
    this.received.push(message);
    queueMicrotask(() => {
      if (!this.isTerminated) this.#receive(structuredClone(message));
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }

  /** What happens when a script of the worker cannot be loaded or throws outside a job. */
  breakDown(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined });
  }
}

/** Starts fake workers and remembers them. */
export function workerFactory(handlers: Partial<JobHandlers>): {
  readonly start: () => Worker;
  readonly made: FakeWorker[];
} {
  const made: FakeWorker[] = [];
  const start = (): Worker => {
    const worker = new FakeWorker(handlers);
    made.push(worker);
    return worker as unknown as Worker;
  };
  return { start, made };
}

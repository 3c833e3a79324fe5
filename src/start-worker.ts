/** The worker as a file of its own; the portable build takes `start-worker-inline.ts` instead. */
export function startWorker(): Worker {
  return new Worker(new URL('./worker/entry.ts', import.meta.url), { type: 'module' });
}

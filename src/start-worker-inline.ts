import InlineWorker from './worker/entry?worker&inline';

/** The worker out of the page itself: from a file, browsers load no second one. */
export function startWorker(): Worker {
  return new InlineWorker();
}

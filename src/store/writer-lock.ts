/** One long write at a time over all tabs: an import, a merge, a migration. */

type Locks = Pick<LockManager, 'request'>;

/** Held while one of them writes. */
export const writerLockName = 'service-quality-workbench.writer';
/** Where the browser has no locks (plain http), at least this page waits for itself. */
let lastOfThisPage: Promise<unknown> = Promise.resolve();

export interface WriterLockOptions {
  /** Gives up waiting; what has begun is not interrupted. */
  readonly signal?: AbortSignal;
  /** Called if another tab is writing and this one has to wait. */
  readonly onWaiting?: () => void;
  readonly locks?: Locks | undefined;
}

/** Runs a long write once no other tab is writing. */
export async function withWriterLock<T>(write: () => Promise<T>, options: WriterLockOptions = {}): Promise<T> {
  const { signal, onWaiting } = options;
  const locks = 'locks' in options ? options.locks : (globalThis.navigator as { locks?: Locks } | undefined)?.locks;
  if (!locks) return queueInPage(write, signal);
  const tried = await locks.request(writerLockName, { ifAvailable: true }, async (lock) =>
    lock ? { value: await write() } : null,
  );
  if (tried) return tried.value;
  onWaiting?.();
  return locks.request(writerLockName, signal ? { signal } : {}, write);
}

/** Runs a short write if nobody else is writing, in this tab or another; `null` if somebody may be. */
export async function ifNobodyWrites<T>(
  write: () => Promise<T>,
  locks: Locks | undefined = (globalThis.navigator as { locks?: Locks } | undefined)?.locks,
): Promise<T | null> {
  if (!locks) return null;
  return locks.request(writerLockName, { ifAvailable: true }, async (lock) => (lock ? write() : null));
}

function queueInPage<T>(write: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const mine = lastOfThisPage.then(() => {
    signal?.throwIfAborted();
    return write();
  });
  lastOfThisPage = mine.catch(() => undefined);
  return mine;
}

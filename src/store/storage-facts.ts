export interface StorageFacts {
  /** Bytes that this site uses, as far as the browser tells. */
  readonly usedBytes: number | null;
  /** Whether the browser promises not to clear them by itself; `null` where it does not say. */
  readonly persisted: boolean | null;
}

type Storage = Pick<StorageManager, 'estimate' | 'persisted' | 'persist'>;

function browserStorage(): Storage | undefined {
  // Absent on plain http pages.
  return (globalThis.navigator as { storage?: Storage } | undefined)?.storage;
}

/**
 * What the browser tells about the storage of this site.
 *
 * Its quota is left out on purpose: browsers report a round number that has little to do with the room on the disk.
 */
export async function storageFacts(storage: Storage | undefined = browserStorage()): Promise<StorageFacts> {
  const [estimate, persisted] = await Promise.all([ask(() => storage?.estimate()), ask(() => storage?.persisted())]);
  return { usedBytes: estimate?.usage ?? null, persisted };
}

/**
 * Asks the browser not to clear the data by itself; `null` where it cannot be asked. To be called from a click:
 * Firefox shows a question.
 */
export function requestPersistence(storage: Storage | undefined = browserStorage()): Promise<boolean | null> {
  return ask(() => storage?.persist());
}

async function ask<T>(question: () => Promise<T> | undefined): Promise<T | null> {
  try {
    return (await question()) ?? null;
  } catch {
    return null;
  }
}

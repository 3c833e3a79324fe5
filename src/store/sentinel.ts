/** A small note about the database, kept outside it: what tells a wiped browser from a new one. */

import type { StoreState } from './types';

export type Sentinel = Pick<StoreState, 'installId' | 'generation' | 'counts' | 'savedAt'>;

/** Somewhere to keep the note. A place that the browser refuses reads as empty. */
export interface SentinelPlace {
  readonly name: string;
  read(): Sentinel | null | Promise<Sentinel | null>;
  write(sentinel: Sentinel): void | Promise<void>;
}

const key = 'service-quality-workbench.sentinel';
const fileName = 'sentinel.json';

/** The note of a state. */
export function toSentinel({ installId, generation, counts, savedAt }: StoreState): Sentinel {
  return { installId, generation, counts, savedAt };
}

/** Written at once but reaching the disk only seconds later: a hint, which can be behind but never ahead. */
export function localStoragePlace(storage: () => Pick<Storage, 'getItem' | 'setItem'>): SentinelPlace {
  return {
    name: 'local-storage',
    read() {
      return parse(storage().getItem(key));
    },
    write(sentinel) {
      storage().setItem(key, JSON.stringify(sentinel));
    },
  };
}

/** The browser's private file system, which outlived every damage to IndexedDB that was tried. */
export function privateFilePlace(root: () => Promise<FileSystemDirectoryHandle>): SentinelPlace {
  return {
    name: 'private-file',
    async read() {
      const handle = await (await root()).getFileHandle(fileName);
      return parse(await (await handle.getFile()).text());
    },
    async write(sentinel) {
      const handle = await (await root()).getFileHandle(fileName, { create: true });
      const stream = await handle.createWritable();
      await stream.write(JSON.stringify(sentinel));
      await stream.close();
    },
  };
}

/** The places of a browser page. */
export function browserPlaces(): readonly SentinelPlace[] {
  return [
    localStoragePlace(() => globalThis.localStorage),
    privateFilePlace(() => globalThis.navigator.storage.getDirectory()),
  ];
}

/** What the places hold; one that cannot be read holds nothing. */
export async function readSentinels(places: readonly SentinelPlace[]): Promise<readonly Sentinel[]> {
  const read = await Promise.allSettled(places.map(async (place) => place.read()));
  return read.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
}

/** A writer that puts the latest note into every place, one write at a time, and leaves out what is overtaken. */
export function createSentinelWriter(places: readonly SentinelPlace[]): (sentinel: Sentinel) => Promise<void> {
  let latest: Sentinel | null = null;
  let running: Promise<void> | null = null;
  const drain = async (): Promise<void> => {
    while (latest) {
      const sentinel = latest;
      latest = null;
      // A place that refuses today may be there tomorrow; the records themselves are safe either way.
      await Promise.allSettled(places.map(async (place) => place.write(sentinel)));
    }
    running = null;
  };
  return (sentinel) => {
    latest = sentinel;
    running ??= drain();
    return running;
  };
}

function parse(text: string | null): Sentinel | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { installId, generation, counts, savedAt } = value as Partial<Record<keyof Sentinel, unknown>>;
  const isWhole = typeof installId === 'string' && typeof generation === 'number' && typeof savedAt === 'number';
  return isWhole && typeof counts === 'object' && counts !== null ? { installId, generation, counts, savedAt } : null;
}

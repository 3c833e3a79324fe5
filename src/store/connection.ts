import { liveQuery } from 'dexie';
import { fail, ok } from '../kernel/result';
import type { Failure } from '../kernel/result';
import { nativeVersion } from './database';
import type { Database } from './schema';
import { errorNames, storageFailure } from './storage-failure';
import type { StoreFailureCode, StoreResult } from './types';

/** Why an open connection ended: it could be made again, the data are gone, or the browser refuses. */
export type ClosedReason = 'reopened' | 'lost' | 'failed';
/** Why this page may no longer write: another tab runs a newer build, or deleted everything. */
export type OutdatedReason = 'newer' | 'deleted';

export interface ConnectionHooks {
  readonly onOutdated?: (reason: OutdatedReason) => void;
  readonly onClosed?: (reason: ClosedReason) => void;
}

interface Watcher {
  stop: () => void;
  readonly start: () => () => void;
}

/**
 * An opened database that survives what browsers do to connections.
 *
 * A newer build in another tab ends this one for good, so that it never writes into tables it does not know. A
 * connection that the browser dropped is made again, but only to the same database: an emptied one is reported.
 */
export class Connection {
  readonly #database: Database;
  readonly #installId: string;
  readonly #hooks: ConnectionHooks;
  readonly #watchers = new Set<Watcher>();
  #ended: Failure<StoreFailureCode> | null = null;
  #reopening: Promise<void> | null = null;

  constructor(database: Database, installId: string, hooks: ConnectionHooks) {
    this.#database = database;
    this.#installId = installId;
    this.#hooks = hooks;
    const { dexie } = database;
    dexie.on('versionchange', (event) => {
      const deleted = event.newVersion === null;
      this.#end(deleted ? 'storage-lost' : 'storage-newer');
      hooks.onOutdated?.(deleted ? 'deleted' : 'newer');
      // Without `false` Dexie's own handler runs too and opens the database again, to write into the new tables.
      return false;
    });
    dexie.on('close', () => {
      // Dexie tells before it has closed; opening again has to wait for that.
      setTimeout(() => void this.#recover(), 0);
    });
  }

  /** Runs a task; once more if the connection was dropped under it, for then nothing of it was written. */
  async run<T>(task: (database: Database) => Promise<T>): Promise<StoreResult<T>> {
    for (let attempt = 1; ; attempt++) {
      try {
        if (!this.#ended && !this.#database.dexie.isOpen()) await this.#reopen();
        if (this.#ended) return { ok: false, failure: this.#ended };
        return ok(await task(this.#database));
      } catch (error) {
        if (attempt > 1 || !isInterruption(error))
          return this.#ended ? { ok: false, failure: this.#ended } : storageFailure(error);
      }
    }
  }

  /** Calls back with the answer of a query, now and whenever any tab changes what it read. */
  watch<T>(query: (database: Database) => Promise<T>, callback: (answer: T) => void): () => void {
    const start = (): (() => void) => {
      const subscription = liveQuery(() => query(this.#database)).subscribe({
        next: callback,
        error: () => this.#hooks.onClosed?.('failed'),
      });
      return () => subscription.unsubscribe();
    };
    const watcher: Watcher = { start, stop: start() };
    this.#watchers.add(watcher);
    return () => {
      watcher.stop();
      this.#watchers.delete(watcher);
    };
  }

  close(): void {
    this.#end('storage-failed', 'closed');
  }

  #end(code: StoreFailureCode, reason?: string): void {
    this.#ended ??= fail(code, reason === undefined ? {} : { reason }).failure;
    for (const watcher of this.#watchers) watcher.stop();
    this.#watchers.clear();
    this.#database.dexie.close();
  }

  async #recover(): Promise<void> {
    if (this.#ended || this.#database.dexie.isOpen()) return;
    try {
      await this.#reopen();
    } catch {
      if (!this.#ended) this.#hooks.onClosed?.('failed');
    }
  }

  #reopen(): Promise<void> {
    this.#reopening ??= this.#openAgain().finally(() => (this.#reopening = null));
    return this.#reopening;
  }

  async #openAgain(): Promise<void> {
    const { dexie } = this.#database;
    await dexie.open();
    if (dexie.backendDB().version > nativeVersion) {
      this.#end('storage-newer');
      this.#hooks.onOutdated?.('newer');
      return;
    }
    const row = await this.#database.meta.get('state');
    if (row?.state.installId !== this.#installId) {
      this.#end('storage-lost');
      this.#hooks.onClosed?.('lost');
      return;
    }
    for (const watcher of this.#watchers) {
      watcher.stop();
      watcher.stop = watcher.start();
    }
    this.#hooks.onClosed?.('reopened');
  }
}

/** Errors of a dropped connection; a full disk also aborts, but names itself inside. */
function isInterruption(error: unknown): boolean {
  const names = errorNames(error);
  return (
    names.length > 0 && names.every((name) => ['DatabaseClosedError', 'InvalidStateError', 'AbortError'].includes(name))
  );
}

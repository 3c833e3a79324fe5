/** What is kept: records, dataset manifests, blocks. */

import type { Failure, Result } from '../kernel/result';
import type { ColumnType, Table } from '../table/column';
import type { ImportPlan, Issue, MaskFinding } from '../ingest/types';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Hybrid logical clock stamp, ordered by plain string comparison:
 * milliseconds (11 base-36 digits), counter (4), replica id.
 */
export type Stamp = string;

export interface Register {
  readonly value: Json;
  readonly stamp: Stamp;
}

export type RecordKind =
  | 'analysis'
  | 'artefact'
  | 'coding'
  | 'crosswalk'
  | 'dataset'
  | 'event'
  | 'evidence'
  | 'indicator'
  | 'item'
  | 'link'
  | 'mapping'
  | 'meeting'
  | 'monitoring'
  | 'outletQuarter'
  | 'project'
  | 'report'
  | 'scoring'
  | 'setting'
  | 'standardAnswer'
  | 'survey'
  | 'surveyAnswer'
  | 'taxonomy'
  | 'training';

/** A small document that a person writes: one last-writer-wins register per field. `deleted` is a field like any other. */
export interface StoredRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly fields: Readonly<Record<string, Register>>;
  /** Values that lost a merge, the latest first; kept so that nobody's entry vanishes unseen. */
  readonly lost?: Readonly<Record<string, readonly Register[]>>;
}

/** One field set to one value; `undefined` is not a value, `null` empties the field. */
export interface Change {
  readonly kind: RecordKind;
  readonly id: string;
  readonly field: string;
  readonly value: Json;
}

/** What the history shows of one act. */
export interface ActLabel {
  /** A key below `history` in the catalogues. */
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One field before and after an act; an absent field reads as `null`. */
export interface ActChange {
  readonly kind: RecordKind;
  readonly id: string;
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

/** What one `commit` did. */
export interface Act {
  /** Position in the history of this browser, from 1; 0 if nothing was to be changed. */
  readonly seq: number;
  /** When, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly label: ActLabel;
  readonly undoable: boolean;
  readonly undone: boolean;
  /** Fields that changed. Of a record that the act created only `deleted` (`true` → `false`): undoing takes it away whole. */
  readonly changes: readonly ActChange[];
}

/** What undo or redo did. */
export interface Reversal {
  readonly act: Act;
  /** Fields that were changed again since and therefore stay as they are. */
  readonly skipped: readonly Omit<ActChange, 'before' | 'after'>[];
}

/**
 * What the store knows about itself. It is written in the same transaction as every act, so it never disagrees with
 * the records unless something was lost; a copy outside the database tells a wiped browser from a new one.
 */
export interface StoreState {
  /** Made once per database: a database without its own is another database. */
  readonly installId: string;
  readonly replica: string;
  readonly clock: Stamp | null;
  /** Counts acts, undos and redos. */
  readonly generation: number;
  /** Records ever written, deleted ones included. */
  readonly counts: Readonly<Partial<Record<RecordKind, number>>>;
  /** Of the last act; 0 before the first. */
  readonly savedAt: number;
  /** Losses the person has been told about and has confirmed: installations and `dataset:<id>`. */
  readonly acknowledged: readonly string[];
  /** The lowest writer version that may write here. */
  readonly minWriter: number;
  /** What the people of this computer call it in the files they hand over, such as the name of their branch. */
  readonly deviceName?: string;
  /** Up to which stamp this copy holds everything that a replica wrote. */
  readonly seen?: Seen;
  /** Ids of the workbench files that this copy wrote, the latest first. */
  readonly exports?: readonly string[];
  /** The latest backup file: when, and how many acts had been done by then. */
  readonly lastCopy?: { readonly at: number; readonly generation: number };
  /** A check whether data outlive the closing of the browser, begun or done. */
  readonly restartCheck?: RestartCheck;
  /** Replicas of which two copies are known to write; their owners take new names when they hear of it. */
  readonly cloned?: readonly string[];
}

export interface RestartCheck {
  /** Also in the address that the person keeps: it tells a lost check from one that was never begun. */
  readonly token: string;
  readonly begunAt: number;
  /** `null` until the browser was closed and opened again. */
  readonly passedAt: number | null;
}

/** The greatest stamp known of each replica. */
export type Seen = Readonly<Record<string, Stamp>>;

/** What is known of another copy of the workbench, from the files it sent. */
export interface Peer {
  readonly replica: string;
  readonly name: string;
  /** When its latest file was written, by its own clock. */
  readonly sentAt: number;
  readonly receivedAt: number;
  /** Ids of its files that were merged here, the latest first. */
  readonly exports: readonly string[];
  /** Ids of files that it wrote before those. */
  readonly ancestors: readonly string[];
  readonly seen: Seen;
}

export interface BlockRef {
  readonly column: string;
  readonly chunk: number;
  /** SHA-256 of the block's bytes, hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
}

export interface StoredColumn {
  readonly id: string;
  readonly name: string;
  readonly type: ColumnType;
}

/** The value of the field `manifest` of a `dataset` record: written last, in one strict transaction, so a dataset is there or not. */
export interface DatasetManifest {
  /** Set anew whenever rows are erased; see `blocksIdOf`. Absent while the dataset is as it was imported. */
  readonly edition?: string;
  /** First numbers of the rows that this edition leaves out, in order; see `erased-rows`. */
  readonly without?: readonly number[];
  readonly rows: number;
  readonly chunkRows: number;
  readonly columns: readonly StoredColumn[];
  readonly blocks: readonly BlockRef[];
  readonly source: {
    readonly fileName: string;
    readonly fileDigest: string;
    readonly bytes: number;
    readonly importedAt: number;
    readonly plan: ImportPlan | null;
    readonly issues: readonly Issue[];
    readonly masked: readonly MaskFinding[];
    /** The shipped sample: invented data. */
    readonly invented: boolean;
  };
}

export type StoreFailureCode =
  | 'storage-full'
  | 'storage-blocked'
  | 'storage-newer'
  | 'storage-failed'
  | 'upgrade-failed'
  | 'upgrade-full'
  | 'storage-unavailable'
  | 'storage-lost'
  | 'profile-locked'
  | 'record-changed'
  | 'block-missing'
  | 'block-damaged'
  | 'dataset-unknown';

export type StoreResult<T> = Result<T, Failure<StoreFailureCode>>;

/** The blocks of datasets; the only part of the store that the worker may touch. */
export interface BlockStore {
  /**
   * Writes the columns of a table in blocks and returns their references. Nothing refers to them until the
   * manifest is committed; blocks without a manifest are removed at the next start.
   */
  write(
    datasetId: string,
    table: Table,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (fraction: number) => void },
  ): Promise<StoreResult<{ chunkRows: number; columns: readonly StoredColumn[]; blocks: readonly BlockRef[] }>>;
  /** Reads columns back, each block checked against its digest. */
  read(
    datasetId: string,
    manifest: Pick<DatasetManifest, 'rows' | 'chunkRows' | 'columns' | 'blocks'>,
    columnIds: readonly string[],
  ): Promise<StoreResult<Table>>;
  remove(datasetId: string): Promise<StoreResult<void>>;
}

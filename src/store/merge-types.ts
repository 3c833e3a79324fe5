/** What merging workbench files is told with. */

import type { Failure, Phrase } from '../kernel/result';
import type { BundleManifest } from './bundle/format';
import type { Change, DatasetManifest, Peer, RecordKind, Register, Seen, StoredRecord } from './types';

/** A workbench file that has been read and checked. */
export interface IncomingFile {
  readonly fileName: string;
  readonly manifest: BundleManifest;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly records: readonly StoredRecord[];
}

export type MergeNoticeCode =
  | 'clock-ahead'
  | 'identity-shared'
  | 'identity-renewed'
  | 'kinds-unknown'
  | 'same-source'
  | 'codes-unknown'
  | 'erasures';

/** What one file brings. */
export interface MergeLine {
  readonly fileName: string;
  /** The name its sender gave the computer; empty if none. */
  readonly from: string;
  readonly replica: string;
  readonly createdAt: number;
  readonly digest: string;
  readonly taxonomy: string;
  readonly added: number;
  readonly updated: number;
  readonly same: number;
  readonly conflicts: number;
  readonly notices: readonly Phrase<MergeNoticeCode>[];
  /** Why nothing of it was taken; `null` if it was. */
  readonly failure: Failure | null;
}

/** Two people changed one field without knowing of each other; the later value stands, the other is kept beside it. */
export interface MergeConflict {
  readonly kind: RecordKind;
  readonly id: string;
  readonly field: string;
  readonly kept: Register;
  readonly other: Register;
}

export interface MergePlan {
  /** Of the records it was made from: an act in between makes it stale. */
  readonly generation: number;
  readonly lines: readonly MergeLine[];
  readonly conflicts: readonly MergeConflict[];
  /** Records as they will be. */
  readonly after: readonly StoredRecord[];
  /** The same records as they are; `null` = not there. In the order of `after`. */
  readonly before: readonly (StoredRecord | null)[];
  readonly seen: Seen;
  readonly files: readonly IncomingFile[];
  /** Replicas that two computers write under. */
  readonly cloned: readonly string[];
}

/** Manifests of datasets that leave out what all copies erased, by dataset. */
export type Editions = ReadonlyMap<string, DatasetManifest>;

/** What is written with a merge, in its transaction. */
export interface MergeExtras {
  readonly editions?: Editions;
  /** Edits of this copy on top of what was merged; no act of their own. */
  readonly changes?: readonly Change[];
}

/** A merge that was done. */
export interface MergeRow {
  readonly seq: number;
  readonly at: number;
  readonly lines: readonly MergeLine[];
  readonly conflicts: readonly MergeConflict[];
  readonly undone: boolean;
  /** Records that it erased or erased rows of; no way leads back to those. */
  readonly erased?: number;
  /** Greater than every local stamp from before the merge. */
  readonly stamp: string;
}

/** Part of the way back from a merge. */
export interface MergeUndoRow {
  readonly merge: number;
  readonly part: number;
  readonly records: readonly { readonly kind: RecordKind; readonly id: string; readonly before: StoredRecord | null }[];
  /** What was known of the senders; absent in merges from before it was kept. */
  readonly peers?: readonly { readonly replica: string; readonly before: Peer | null }[];
}

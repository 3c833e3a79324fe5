/** What the page may ask of the worker. Inputs and outputs are plain data; `File` objects pass by reference. */

import type { Failure, Result } from '../kernel/result';
import type { BpmnMap } from '../domain/process-map/bpmn/read-bpmn';
import type { ProcessMap } from '../domain/process-map/map';
import type { ConfirmedText } from '../domain/coding/suggest';
import type { Taxonomy } from '../domain/taxonomy';
import type { ImportPlan, InspectOptions, Inspection, Issue, MaskFinding, RecallNote } from '../ingest/types';
import type { BlockRef, StoredColumn } from '../store/types';
import type { Cipher } from '../store/vault/cipher';
import type { Table } from '../table/column';
import type { Filter } from '../table/filter';
import type { MapLayout } from './layout-map';

/** A stored dataset and the coding that lies over it. */
export interface DatasetRef {
  readonly id: string;
  /** As of its manifest. */
  readonly edition?: string;
  readonly without?: readonly number[];
  readonly rows: number;
  readonly chunkRows: number;
  readonly columns: readonly StoredColumn[];
  readonly blocks: readonly BlockRef[];
  readonly coding: CodingRef | null;
}

/** Which link each row has: by the value of one column, and row by row where a person decided. */
export interface CodingRef {
  readonly column: string | null;
  readonly byValue: Readonly<Record<string, string>>;
  readonly byRow: Readonly<Record<string, string>>;
  /** Contributing links of a row, at most two, beside its primary one. */
  readonly contributing: Readonly<Record<string, readonly string[]>>;
}

/** A dataset whose coding others learn from, and the column of the texts that were coded. */
export interface CodedDataset {
  readonly dataset: DatasetRef;
  readonly textColumn: string;
}

export interface InspectReply {
  readonly inspection: Inspection;
  readonly plan: ImportPlan;
  /** Stable key of the file's columns, under which its mapping is remembered. */
  readonly shape: string;
  readonly bytes: number;
}

/** Rows of the new file that a stored dataset already holds. */
export interface Overlap {
  readonly datasetId: string;
  readonly rows: number;
}

/** The file that a stored dataset came from. */
export interface StoredFile {
  readonly datasetId: string;
  readonly bytes: number;
  /** SHA-256. */
  readonly digest: string;
  /** Null for a text file, and where it was not kept. */
  readonly sheet: string | null;
}

/** Rows of the new file that are stored already, for a person to see before they are left out. */
export interface RepeatedRows {
  /** How many of them hold masked text: these may have differed before masking. */
  readonly masked: number;
  /** The first of them, those with masked text before the others: the row of the file, and the cells as stored. */
  readonly shown: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface CheckReply {
  readonly rows: number;
  readonly columns: readonly StoredColumn[];
  readonly issues: readonly Issue[];
  readonly masked: readonly MaskFinding[];
  readonly overlaps: readonly Overlap[];
  readonly repeated: RepeatedRows;
  /** Datasets that came from this very file, and from the same sheet of it. */
  readonly sameFile: readonly string[];
  /**
   * Rows that no stored dataset holds; none where the file itself is stored already by another plan, whose rows cannot
   * be compared.
   */
  readonly newRows: number;
  /** The first rows as they will be stored, as text. */
  readonly preview: readonly (readonly string[])[];
}

export interface StoreReply {
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly rows: number;
  readonly chunkRows: number;
  readonly columns: readonly StoredColumn[];
  readonly blocks: readonly BlockRef[];
}

export interface CustomerRows {
  readonly datasetId: string;
  /** Row numbers from 0, in order. */
  readonly rows: readonly number[];
  /** How many rows have a key under another secret. */
  readonly foreign: number;
}

export interface RowsReply {
  readonly total: number;
  /** Cells of a yes/no column are `1` and `0`. */
  readonly columns: readonly StoredColumn[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

export interface SuggestionReply {
  readonly code: string;
  readonly score: number;
  readonly matched: readonly string[];
}

export interface CodingQueueReply {
  readonly uncoded: number;
  readonly items: readonly {
    readonly row: number;
    readonly text: string;
    readonly suggestions: readonly SuggestionReply[];
  }[];
}

/** Of a dataset, what the pages that offer columns need to know. */
export interface SliceTarget {
  readonly slice: string;
  /** Null for a tool that needs no data and has none. */
  readonly first: DatasetRef | null;
  readonly second: DatasetRef | null;
  readonly taxonomy: Taxonomy;
}

export interface Proposal {
  readonly spec: unknown;
  /** Null where what is wished needs more than was read, such as a second dataset: `analyse` tells. */
  readonly outcome: Result<unknown> | null;
}

export interface Jobs {
  inspect(input: {
    readonly file: Blob;
    readonly fileName: string;
    readonly options: InspectOptions;
  }): Result<InspectReply>;
  /** A remembered plan as it fits the file in hand. */
  recall(input: {
    readonly remembered: ImportPlan;
  }): Result<{ readonly plan: ImportPlan; readonly notes: readonly RecallNote[] }>;
  check(input: {
    readonly plan: ImportPlan;
    readonly stored: readonly DatasetRef[];
    readonly files?: readonly StoredFile[];
    /** Makes the keys of customers; required by a plan that names their column. */
    readonly secret?: string | null;
  }): Result<CheckReply>;
  /** Values of a checked column as they will be stored, most frequent first. */
  fileValues(input: { readonly column: string; readonly limit: number }): Result<readonly ValueCount[]>;
  /** The checked rows themselves, with the row of the file that each came from. */
  fileTable(input: null): Result<{ readonly table: Table; readonly sourceRows: Uint32Array }>;
  /** Writes the checked rows. Nothing refers to the blocks until the page commits the manifest. */
  store(input: {
    readonly datasetId: string;
    readonly rows: 'all' | 'new';
    readonly stored: readonly DatasetRef[];
  }): Result<StoreReply>;
  /** Forgets the file in hand. */
  discard(input: null): Result<null>;
  /** Writes the invented events and volumes; the language chooses the words in the cells, never the numbers. */
  storeSample(input: {
    readonly eventsId: string;
    readonly volumesId: string;
    readonly language: 'zh' | 'en';
  }): Result<readonly SampleReply[]>;
  /**
   * Which rows of each dataset are of the customer of one of these keys, and how many have a key under a secret that none
   * of these was made under; datasets without either are left out.
   */
  findCustomer(input: {
    readonly datasets: readonly DatasetRef[];
    readonly keys: readonly string[];
  }): Result<readonly CustomerRows[]>;
  /**
   * Writes the dataset without these rows (numbers from 0, in order) as another edition. Nothing refers to it until the
   * page does.
   */
  leaveOutRows(input: {
    readonly dataset: DatasetRef;
    readonly rows: readonly number[];
    readonly edition: string;
  }): Result<Omit<StoreReply, 'digest'>>;
  /** A spec that runs on this dataset without questions, with what is `wished` of it, and what it gives. */
  propose(input: SliceTarget & { readonly wish: Readonly<Record<string, unknown>> }): Result<Proposal>;
  analyse(input: SliceTarget & { readonly spec: unknown }): Result<unknown>;
  rows(input: {
    readonly dataset: DatasetRef;
    readonly filters: readonly Filter[];
    readonly offset: number;
    readonly limit: number;
    readonly sort: { readonly column: string; readonly descending: boolean } | null;
    readonly taxonomy: Taxonomy;
  }): Result<RowsReply>;
  values(input: {
    readonly dataset: DatasetRef;
    readonly column: string;
    readonly limit: number;
    readonly taxonomy: Taxonomy;
  }): Result<readonly ValueCount[]>;
  /** For each distinct value of a source column: three links it may mean. */
  suggestForValues(input: {
    readonly taxonomy: Taxonomy;
    readonly values: readonly string[];
    /** What such values were mapped to before. */
    readonly confirmed?: readonly ConfirmedText[];
  }): Result<readonly (readonly SuggestionReply[])[]>;
  /** The next rows without a link, with three suggestions each, learnt from what was confirmed here and elsewhere. */
  codingQueue(input: {
    readonly dataset: DatasetRef;
    readonly textColumn: string;
    readonly taxonomy: Taxonomy;
    readonly skip: readonly number[];
    readonly limit: number;
    readonly elsewhere?: readonly CodedDataset[];
    readonly confirmed?: readonly ConfirmedText[];
  }): Result<CodingQueueReply>;
  /** Places for the lanes and steps of a process map. */
  layoutMap(input: { readonly map: ProcessMap }): Result<MapLayout>;
  /** A BPMN file as a map; `source` is its text, into which later changes are written. */
  readBpmn(input: { readonly file: Blob }): Result<BpmnMap & { readonly source: string }>;
  writeBpmn(input: { readonly map: ProcessMap; readonly source: string | null }): Result<string>;
}

export interface SampleReply extends Omit<StoreReply, 'digest'> {
  readonly datasetId: string;
  /** Column id of each column of the sample, by its stable name. */
  readonly ids: Readonly<Record<string, string>>;
}

export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Parameters<Jobs[N]>[0];
/** What a job answers inside its Result. */
export type JobValue<N extends JobName> = Extract<ReturnType<Jobs[N]>, { ok: true }>['value'];

export interface JobHooks {
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

export type JobHandlers = {
  readonly [N in JobName]: (input: JobInput<N>, hooks: JobHooks) => Promise<Result<JobValue<N>>> | Result<JobValue<N>>;
};

export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly job: JobName; readonly input: unknown }
  | { readonly type: 'abort'; readonly id: number };

/** The first message to a worker of an unlocked profile. */
export interface UnlockWorker {
  readonly type: 'unlock';
  readonly cipher: Cipher;
}

export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly fraction: number }
  | { readonly type: 'done'; readonly id: number; readonly result: Result<unknown, Failure> }
  /** A programming error inside the worker. */
  | { readonly type: 'crash'; readonly id: number; readonly message: string };

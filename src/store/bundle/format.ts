/**
 * The workbench file (`*.dmaic`): a zip of
 *
 *     manifest.json     who wrote what and when, and the digest of every other part
 *     records.jsonl     one record per line, ordered by kind and id
 *     blocks/<dataset>  the blocks of a dataset, one after the other in the order of its manifest
 *
 * Its comment ends in the SHA-256 of all bytes before it, so that a file that was cut or changed anywhere is refused
 * before anything in it is read. With a passphrase the whole zip is sealed (`seal.ts`).
 */

import * as v from 'valibot';
import { holdsErasure } from '../erased-rows';
import type { Seen, Stamp, StoredRecord } from '../types';

export const bundleFormat = 'service-quality-workbench';
/**
 * Raised when an older build would read the file wrongly. A file is written under the lowest version that says all of it.
 *
 * | version | what it brought                       |
 * |---------|---------------------------------------|
 * | 1       |                                       |
 * | 2       | erasure: tombstones, editions of rows |
 */
export const bundleVersion = 2;

/** The version of a file of these records. */
export function versionOf(records: readonly StoredRecord[]): number {
  return holdsErasure(records) ? 2 : 1;
}

export const bundleExtension = '.dmaic';

export const manifestPath = 'manifest.json';
export const recordsPath = 'records.jsonl';

/** The part that holds the blocks of a dataset. */
export function blocksPath(datasetId: string): string {
  return `blocks/${datasetId}`;
}

/** Stands for the id of a snapshot: it never leaves the browser, so it says nothing about who else wrote. */
export const snapshotExportId = 'snapshot';

/** What a file may cost; real ones stay far below. */
export const bundleLimits = {
  fileBytes: 400 * 1024 * 1024,
  records: 1_000_000,
  /** Length of a record's id and of a field's name. */
  nameLength: 400,
  fieldsPerRecord: 200_000,
  depth: 64,
  /** Earlier files of the same copy that a manifest lists. */
  earlier: 200,
} as const;

/** Who gets the file: this computer after a loss, or somebody else. */
export type BundlePurpose = 'backup' | 'hand-over';

export interface BundleScope {
  readonly purpose: BundlePurpose;
  /** `null` = all kinds. */
  readonly kinds: readonly string[] | null;
  /** Only records changed since, in milliseconds since 1970 UTC; `null` = all. */
  readonly since: number | null;
  /** Whether data rows are in it. */
  readonly rows: boolean;
  /** Whether fields that look personal were held back. */
  readonly screened: boolean;
}

export interface BundlePart {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

export interface BundleManifest {
  readonly format: typeof bundleFormat;
  readonly version: number;
  readonly app: { readonly version: string; readonly build: string };
  readonly createdAt: number;
  /** Id of this very file. */
  readonly exportId: string;
  /** Ids of the files that the same copy wrote before, the latest first. */
  readonly earlier: readonly string[];
  readonly from: { readonly replica: string; readonly installId: string; readonly name: string };
  readonly clock: Stamp | null;
  readonly seen: Seen;
  /** Replicas that the writer knows to be used by two computers. */
  readonly cloned: readonly string[];
  readonly scope: BundleScope;
  /** What was held back; `damaged` = names of the datasets among it of which blocks could not be read. */
  readonly withheld: { readonly fields: number; readonly datasets: number; readonly damaged?: readonly string[] };
  readonly counts: Readonly<Record<string, number>>;
  /** The version of the taxonomy in use. */
  readonly taxonomy: string;
  readonly parts: readonly BundlePart[];
  /** Of a snapshot: how many acts its database had seen, so that a loss after it can be counted. */
  readonly generation?: number;
}

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const short = v.pipe(v.string(), v.maxLength(bundleLimits.nameLength));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const stamp = v.pipe(v.string(), v.regex(/^[0-9a-z]{15}[0-9A-Za-z-]{1,64}$/));

/** A stamp as foreign data may carry it. */
export function isStamp(value: unknown): value is Stamp {
  return typeof value === 'string' && /^[0-9a-z]{15}[0-9A-Za-z-]{1,64}$/.test(value);
}

/** The shape of a manifest; what a newer build added is let through. */
export const manifestSchema = v.looseObject({
  format: v.literal(bundleFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  app: v.object({ version: short, build: short }),
  createdAt: v.pipe(v.number(), v.finite()),
  exportId: short,
  earlier: v.pipe(v.array(short), v.maxLength(bundleLimits.earlier)),
  from: v.object({ replica: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,64}$/)), installId: short, name: short }),
  clock: v.nullable(stamp),
  seen: v.record(short, stamp),
  cloned: v.array(short),
  scope: v.object({
    purpose: v.picklist(['backup', 'hand-over']),
    kinds: v.nullable(v.array(short)),
    since: v.nullable(v.number()),
    rows: v.boolean(),
    screened: v.boolean(),
  }),
  withheld: v.object({ fields: count, datasets: count, damaged: v.optional(v.array(short)) }),
  counts: v.record(short, count),
  taxonomy: short,
  parts: v.array(v.object({ path: short, bytes: count, digest })),
  generation: v.optional(count),
});

import { sha256Hex } from '../../kernel/digest';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { convert } from '../../ingest/convert';
import { defaultPlan } from '../../ingest/default-plan';
import { inspectFile, type OpenedFile } from '../../ingest/inspect-file';
import { KeyIndex } from '../../ingest/key-index';
import { plannedColumns } from '../../ingest/plan-unpivot';
import { rowKeys } from '../../ingest/row-keys';
import { shapeKey } from '../../ingest/shape';
import type { Conversion, ImportPlan } from '../../ingest/types';
import { prepareTable, type PreparedTable, type WritableBlockStore } from '../../store/blocks';
import { findColumn } from '../../table/find-column';
import { sliceRows } from '../../table/slice-rows';
import { takeRows } from '../../table/take-rows';
import { mostFrequent } from '../most-frequent';
import type { Column, Table } from '../../table/column';
import type { DatasetRef, JobHandlers, Overlap } from '../protocol';

const previewRows = 12;

/** Chunks encoded while the person looks at the rows: all of most files, little beside the table of a large one. */
const chunksAhead = 2;

interface FileInHand {
  readonly opened: OpenedFile;
  conversion: Conversion | null;
  keys: Float64Array | null;
  /** The whole conversion on its way into the store; taken by the first attempt. */
  prepared: PreparedTable | null;
}

type ImportJobs = Pick<JobHandlers, 'inspect' | 'check' | 'fileValues' | 'fileTable' | 'store' | 'discard'>;

/**
 * Reading a file, checking it against what is stored, writing it. The file in hand lives here between the steps.
 *
 * @param keep takes the columns of what was just written, which is what is looked at next
 */
export function createImportJobs(
  openBlocks: () => Promise<WritableBlockStore>,
  keep: (datasetId: string, columns: readonly Column[]) => Promise<void> = () => Promise.resolve(),
): ImportJobs {
  let inHand: FileInHand | null = null;

  return {
    inspect: async ({ file, fileName, options }, hooks) => {
      inHand = null;
      const bytes = await readFile(file);
      if (!bytes.ok) return bytes;
      // The browser digests beside the reading, on a thread of its own.
      const digest = sha256Hex(bytes.value);
      const opened = await inspectFile(bytes.value, fileName, options, hooks);
      if (!opened.ok) return opened;
      inHand = { opened: opened.value, conversion: null, keys: null, prepared: null };
      const { inspection } = opened.value;
      return ok({
        inspection,
        plan: defaultPlan(inspection, options),
        shape: shapeKey(inspection),
        digest: await digest,
        bytes: bytes.value.length,
      });
    },

    check: async ({ plan, stored }, hooks) => {
      if (!inHand) return fail('no-file-in-hand');
      // The keys of stored rows are read while the new ones are made.
      const reading = readStoredKeys(await openBlocks(), includedNames(plan), stored);
      const converted = await convert(inHand.opened, plan, hooks);
      if (!converted.ok) return converted;
      const { table, issues, masked } = converted.value;
      inHand.conversion = converted.value;
      inHand.keys = rowKeys(table);
      inHand.prepared = null;
      const known = findOverlaps(inHand.keys, await reading);
      if (!known.ok) return known;
      if (known.value.overlaps.length === 0) prepareLater(inHand, converted.value);
      return ok({
        rows: table.rows,
        columns: table.columns.map(({ id, name, type }) => ({ id, name, type })),
        issues,
        masked,
        overlaps: known.value.overlaps,
        newRows: known.value.newRows.length,
        preview: sliceRows(table, null, { offset: 0, limit: previewRows }).cells,
      });
    },

    fileValues: ({ column, limit }) => {
      const table = inHand?.conversion?.table;
      const found = table && findColumn(table, column);
      return found ? ok(mostFrequent(found, table.rows, limit)) : fail('no-file-in-hand');
    },

    fileTable: () => {
      const conversion = inHand?.conversion;
      return conversion ? ok({ table: conversion.table, sourceRows: conversion.sourceRows }) : fail('no-file-in-hand');
    },

    store: async ({ datasetId, rows, stored }, { signal, onProgress }) => {
      if (!inHand?.conversion || !inHand.keys) return fail('no-file-in-hand');
      const blocks = await openBlocks();
      const whole: Batch = { ...inHand.conversion, keys: inHand.keys };
      let batch = whole;
      if (rows === 'new') {
        const known = findOverlaps(whole.keys, await readStoredKeys(blocks, namesOf(whole.table.columns), stored));
        if (!known.ok) return known;
        batch = takeBatch(whole, known.value.newRows);
      }
      const prepared = batch === whole ? inHand.prepared : null;
      inHand.prepared = null;
      const { table } = batch;
      const written = await blocks.write(datasetId, prepared ?? prepareTable(table, batch), { signal, onProgress });
      if (!written.ok) return written;
      inHand = null;
      await keep(datasetId, table.columns);
      return ok({ rows: table.rows, ...written.value });
    },

    discard: () => {
      inHand = null;
      return ok(null);
    },
  };
}

/** Rows with what is kept beside them. */
interface Batch {
  readonly table: Table;
  readonly sourceRows: Uint32Array;
  readonly keys: Float64Array;
}

function takeBatch(batch: Batch, rows: Uint32Array): Batch {
  return {
    table: takeRows(batch.table, rows),
    sourceRows: rows.map((row) => batch.sourceRows[row]),
    keys: Float64Array.from(rows, (row) => batch.keys[row]),
  };
}

/** Encodes what was checked once the answer is on its way, unless another check came between. */
function prepareLater(inHand: FileInHand, conversion: Conversion): void {
  setTimeout(() => {
    const { keys } = inHand;
    if (inHand.conversion !== conversion || !keys || inHand.prepared) return;
    inHand.prepared = prepareTable(conversion.table, { keys, sourceRows: conversion.sourceRows }, chunksAhead);
  });
}

async function readFile(file: Blob): Promise<Result<Uint8Array, Failure>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return fail('file-unreadable');
  }
}

interface StoredKeys {
  readonly datasetId: string;
  readonly keys: Float64Array;
}

/** The row keys of the stored datasets that have just these columns: a row of other columns has another key. */
async function readStoredKeys(
  blocks: WritableBlockStore,
  names: string,
  stored: readonly DatasetRef[],
): Promise<Result<readonly StoredKeys[], Failure>> {
  const alike = stored.filter((dataset) => namesOf(dataset.columns) === names);
  // Side by side: one after the other, each would wait for the converting to pause.
  const reads = await Promise.all(alike.map((dataset) => blocks.readRowKeys(dataset.id, dataset)));
  const found: StoredKeys[] = [];
  for (const [i, read] of reads.entries()) {
    if (!read.ok) return read;
    if (read.value !== null) found.push({ datasetId: alike[i].id, keys: read.value });
  }
  return ok(found);
}

/** Column names in one text, whatever their order. */
function namesOf(columns: readonly { readonly name: string }[]): string {
  return JSON.stringify(columns.map(({ name }) => name).sort());
}

function includedNames(plan: ImportPlan): string {
  return namesOf(plannedColumns(plan));
}

/** Which rows are stored already, in which dataset, and which are new. */
function findOverlaps(
  keys: Float64Array,
  stored: Result<readonly StoredKeys[], Failure>,
): Result<{ overlaps: readonly Overlap[]; newRows: Uint32Array }, Failure> {
  if (!stored.ok) return stored;
  const known = new Uint8Array(keys.length);
  const overlaps: Overlap[] = [];
  if (stored.value.length > 0) {
    const index = new KeyIndex(keys);
    for (const { datasetId, keys: storedKeys } of stored.value) {
      const rows = index.mark(storedKeys, known);
      if (rows > 0) overlaps.push({ datasetId, rows });
    }
  }
  const newRows = new Uint32Array(keys.length);
  let next = 0;
  for (let row = 0; row < keys.length; row++) if (known[row] === 0) newRows[next++] = row;
  return ok({ overlaps, newRows: newRows.subarray(0, next) });
}

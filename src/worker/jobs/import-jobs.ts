import { sha256Hex } from '../../kernel/digest';
import { customerKeyer } from '../../kernel/customer-key';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { convert } from '../../ingest/convert';
import { defaultPlan } from '../../ingest/default-plan';
import { checkFileSize } from '../../ingest/detect-format';
import { inspectFile, type OpenedFile } from '../../ingest/inspect-file';
import { maskName } from '../../ingest/mask/mask-name';
import { recallPlan } from '../../ingest/recall-plan';
import { shapeKey } from '../../ingest/shape';
import { maskedRows } from '../../ingest/masked-rows';
import type { Conversion, ImportPlan } from '../../ingest/types';
import { prepareTable, type PreparedTable, type WritableBlockStore } from '../../store/blocks';
import { findColumn } from '../../table/find-column';
import { sliceRows } from '../../table/slice-rows';
import { takeRows } from '../../table/take-rows';
import { mostFrequent } from '../most-frequent';
import { StoredRows } from '../stored-rows';
import type { Column } from '../../table/column';
import type { JobHandlers, RepeatedRows, StoredFile } from '../protocol';

const previewRows = 12;
const repeatedShown = 50;

/** Chunks encoded while the person looks at the rows: all of most files, little beside the table of a large one. */
const chunksAhead = 2;

interface FileInHand {
  opened: OpenedFile;
  /** What follows from the file alone. */
  readonly plan: ImportPlan;
  readonly bytes: number;
  /** SHA-256 of the file, made when first asked for: it begins by copying the file, which would hold up the reading. */
  readonly digest: () => Promise<string>;
  checked: Checked | null;
}

/** The rows as they will be stored. */
interface Checked {
  readonly conversion: Conversion;
  readonly storedRows: StoredRows;
  /** The file is stored already by another plan: which of its rows are new cannot be told. */
  isStored: boolean;
  preparing?: ReturnType<typeof setTimeout>;
  /** All rows on their way into the store; taken by the first attempt. */
  prepared: PreparedTable | null;
}

type ImportJobs = Pick<JobHandlers, 'inspect' | 'recall' | 'check' | 'fileValues' | 'fileTable' | 'store' | 'discard'>;

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
      const opened = await inspectFile(bytes.value, fileName, options, hooks);
      if (!opened.ok) return opened;
      const { inspection } = opened.value;
      const plan = defaultPlan(inspection, options);
      const { length } = bytes.value;
      const digest = once(() => sha256Hex(bytes.value));
      inHand = { opened: opened.value, plan, bytes: length, digest, checked: null };
      return ok({ inspection, plan, shape: shapeKey(inspection), bytes: length });
    },

    recall: ({ remembered }) => {
      if (!inHand) return fail('no-file-in-hand');
      const { plan, notes, opened } = recallPlan(inHand.opened, inHand.plan, remembered);
      inHand.opened = opened;
      return ok({ plan, notes });
    },

    check: async ({ plan, stored, files = [], secret = null }, hooks) => {
      if (!inHand) return fail('no-file-in-hand');
      const file = inHand;
      const converted = await convert(file.opened, plan, {
        ...hooks,
        keyOf: secret === null ? null : customerKeyer(secret),
      });
      if (!converted.ok) return converted;
      const { table, issues, masked } = converted.value;
      clearTimeout(file.checked?.preparing);
      const checked: Checked = {
        conversion: converted.value,
        storedRows: new StoredRows(table),
        isStored: false,
        prepared: null,
      };
      file.checked = checked;
      const known = await checked.storedRows.findIn(await openBlocks(), stored);
      if (!known.ok) return known;
      const { overlaps, knownRows, newRows } = known.value;
      const sameFile = await findSameFile(file, files);
      checked.isStored = sameFile.some((id) => !overlaps.some(({ datasetId }) => datasetId === id));
      if (overlaps.length === 0 && sameFile.length === 0) prepareLater(checked);
      return ok({
        rows: table.rows,
        columns: table.columns.map(({ id, name, type }) => ({ id, name, type })),
        issues,
        masked,
        overlaps,
        repeated: showRepeated(file.opened, plan, checked, knownRows),
        sameFile,
        newRows: checked.isStored ? 0 : newRows.length,
        preview: sliceRows(table, null, { offset: 0, limit: previewRows }).cells,
      });
    },

    fileValues: ({ column, limit }) => {
      const table = inHand?.checked?.conversion.table;
      const found = table && findColumn(table, column);
      return found ? ok(mostFrequent(found, table.rows, limit)) : fail('no-file-in-hand');
    },

    fileTable: () => {
      const conversion = inHand?.checked?.conversion;
      return conversion ? ok({ table: conversion.table, sourceRows: conversion.sourceRows }) : fail('no-file-in-hand');
    },

    store: async ({ datasetId, rows, stored }, { signal, onProgress }) => {
      const checked = inHand?.checked;
      if (!inHand || !checked) return fail('no-file-in-hand');
      const blocks = await openBlocks();
      let ready = checked.prepared;
      clearTimeout(checked.preparing);
      checked.prepared = null;
      if (rows === 'new') {
        if (checked.isStored) return fail('no-data-rows');
        const known = await checked.storedRows.findIn(blocks, stored);
        if (!known.ok) return known;
        ready = prepareSome(checked, known.value.newRows);
      }
      ready ??= prepareAll(checked);
      const { digest } = inHand;
      const written = await blocks.write(datasetId, ready, { signal, onProgress });
      if (!written.ok) return written;
      // Holds this thread up; the disk is asked for blocks before, and finds them meanwhile.
      setTimeout(() => void digest().catch(() => undefined));
      const { table } = ready;
      const sound = await readBack(blocks, datasetId, { rows: table.rows, ...written.value });
      if (!sound.ok) return sound;
      const fileDigest = await digest();
      inHand = null;
      await keep(datasetId, table.columns);
      return ok({ digest: fileDigest, rows: table.rows, ...written.value });
    },

    discard: () => {
      inHand = null;
      return ok(null);
    },
  };
}

/** On the way into the store: all rows that were checked. */
function prepareAll({ conversion }: Checked, ahead = 0): PreparedTable {
  return prepareTable(conversion.table, conversion.sourceRows, ahead);
}

/** On the way into the store: some of the rows that were checked. */
function prepareSome({ conversion }: Checked, rows: Uint32Array): PreparedTable {
  return prepareTable(
    takeRows(conversion.table, rows),
    rows.map((row) => conversion.sourceRows[row]),
  );
}

/** Encodes what was checked once the answer is on its way. */
function prepareLater(checked: Checked): void {
  checked.preparing = setTimeout(() => {
    checked.prepared = prepareAll(checked, chunksAhead);
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Reads a few of the blocks that were just written: a disk that loses what it is given is told now, not in a year. */
async function readBack(
  blocks: WritableBlockStore,
  datasetId: string,
  written: Parameters<WritableBlockStore['verifySample']>[1],
): Promise<Result<null, Failure>> {
  const found = await blocks.verifySample(datasetId, written);
  if (!found.ok) return found;
  const damage = found.value.at(0);
  if (!damage) return ok(null);
  await blocks.remove(datasetId);
  return fail('not-read-back', { column: damage.name });
}

async function readFile(file: Blob): Promise<Result<Uint8Array, Failure>> {
  const size = checkFileSize(file.size);
  if (!size.ok) return size;
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return fail('file-unreadable');
  }
}

/** Whether what was stored is the name of this sheet, which is masked unless masking was off. */
function isSheet(stored: string, sheet: string | null): boolean {
  return sheet !== null && (stored === sheet || stored === maskName(sheet));
}

/** The datasets that came from the file in hand. Only where one has as many bytes is the file digested. */
async function findSameFile(file: FileInHand, files: readonly StoredFile[]): Promise<readonly string[]> {
  const { sheet } = file.opened.inspection;
  const alike = files.filter(
    (stored) => stored.bytes === file.bytes && (stored.sheet === null || isSheet(stored.sheet, sheet)),
  );
  if (alike.length === 0) return [];
  const digest = await file.digest();
  return alike.filter((stored) => stored.digest === digest).map(({ datasetId }) => datasetId);
}

/** The rows that are stored already, those first that may be equal only because of what was masked. */
function showRepeated(opened: OpenedFile, plan: ImportPlan, { conversion }: Checked, rows: Uint32Array): RepeatedRows {
  if (rows.length === 0) return { masked: 0, shown: [] };
  const masked = maskedRows(opened, plan, conversion, rows);
  const isMasked = new Set(masked);
  const first = [...masked, ...rows.filter((row) => !isMasked.has(row))].slice(0, repeatedShown);
  const { cells } = sliceRows(conversion.table, Uint32Array.from(first), { offset: 0, limit: repeatedShown });
  return {
    masked: masked.length,
    shown: first.map((row, i) => ({ row: conversion.sourceRows[row], cells: cells[i] })),
  };
}

/**
 * The columns of datasets as checksummed blocks.
 *
 * This module needs neither Dexie nor the rest of the store, so a worker can use it alone; the page must have opened
 * the store once before, because only the store may create the database.
 */

import { fail, ok } from '../kernel/result';
import { sha256Hex } from '../kernel/digest';
import type { Column, NumericColumn, Table } from '../table/column';
import { joinParts, splitColumn } from './block-parts';
import { decodePart, encodePart } from './block-format';
import type { ColumnPart } from './block-format';
import { createBlockConnection } from './block-connection';
import type { BlockConnection, BlockConnectionOptions, BlockRow } from './block-connection';
import { errorNames, storageFailure } from './storage-failure';
import type { BlockRef, BlockStore, DatasetManifest, StoredColumn, StoreResult } from './types';

export type { BlockConnectionOptions } from './block-connection';

/** Rows per block; a multiple of 8, so that a block's missing bits begin at a whole byte. */
export const chunkRows = 131_072;

type Layout = Pick<DatasetManifest, 'rows' | 'chunkRows' | 'columns' | 'blocks'>;

/**
 * Block column that is no column of the table. A table's own ids never begin with `#`. Datasets of earlier versions have
 * `#rowKeys` as well, which follow from the columns and are not read.
 */
const sourceRowsId = '#sourceRows';

/**
 * Under which id the blocks of a dataset are kept. Blocks never change; a dataset that rows were erased from has an
 * edition, whose blocks stand beside the old ones until its manifest is written.
 */
export function blocksIdOf(datasetId: string, { edition }: Pick<DatasetManifest, 'edition'>): string {
  return edition === undefined ? datasetId : `${datasetId}~${edition}`;
}

export interface Damage {
  readonly column: string;
  readonly name: string;
  readonly chunk: number;
  readonly code: 'block-missing' | 'block-damaged';
}

export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
}

export interface WritableBlockStore extends BlockStore {
  /** As of `BlockStore`, for a table whose first chunks may have been encoded ahead. */
  write(datasetId: string, table: Table | PreparedTable, options?: WriteOptions): ReturnType<BlockStore['write']>;
  /** `null` if the dataset was stored without them. */
  readSourceRows(datasetId: string, manifest: Layout): Promise<StoreResult<Uint32Array | null>>;
  /** Every block that is absent or does not match its digest. */
  verify(
    datasetId: string,
    manifest: Layout,
    options?: { readonly signal?: AbortSignal },
  ): Promise<StoreResult<readonly Damage[]>>;
  /**
   * Reads a few blocks again, spread over the dataset, as a check of what was just written; the whole check is
   * `verify`.
   */
  verifySample(datasetId: string, manifest: Layout, blocks?: number): Promise<StoreResult<readonly Damage[]>>;
  /** Blocks that are absent, without reading those that are there. */
  findMissing(datasetId: string, manifest: Layout): Promise<StoreResult<readonly Damage[]>>;
  /** All blocks of a dataset, one after the other in the order of its manifest, as a workbench file carries them. */
  pack(datasetId: string, manifest: Layout): Promise<StoreResult<Uint8Array<ArrayBuffer>>>;
  /** Writes blocks that `pack` gave, each checked against its digest. */
  unpack(datasetId: string, manifest: Layout, bytes: Uint8Array): Promise<StoreResult<null>>;
  /** The ids of the datasets that have blocks. */
  datasets(): Promise<StoreResult<readonly string[]>>;
  /**
   * Removes blocks of datasets that nobody knows, such as those of an import that was killed, and returns their ids.
   * An import of another tab that wrote within the last ten minutes is left alone, unless it is known that nobody is
   * importing.
   */
  collectOrphans(
    knownDatasetIds: readonly string[],
    options?: { readonly nobodyWrites?: boolean },
  ): Promise<StoreResult<readonly string[]>>;
  close(): void;
}

/**
 * The blocks of the database; the connection is made when first needed and again whenever the browser closed it.
 *
 * An aborted signal makes `write` and `verify` throw its reason; `write` first removes what it had written.
 */
export function openBlockStore(options: BlockConnectionOptions = {}): Promise<WritableBlockStore> {
  return Promise.resolve(blockStoreOn(createBlockConnection(options)));
}

function blockStoreOn(connection: BlockConnection): WritableBlockStore {
  const attempt = async <T>(run: () => Promise<StoreResult<T>>, signal?: AbortSignal): Promise<StoreResult<T>> => {
    try {
      return await run();
    } catch (error) {
      signal?.throwIfAborted();
      return storageFailure(error);
    }
  };
  return {
    async write(datasetId, table, writeOptions = {}) {
      const { signal } = writeOptions;
      const prepared = 'blocksOf' in table ? table : prepareTable(table);
      try {
        const blocks = await writeColumns(connection, datasetId, prepared, writeOptions);
        const columns = prepared.table.columns.map(({ id, name, type }) => ({ id, name, type }));
        return ok({ chunkRows, columns, blocks });
      } catch (error) {
        // What is left behind is removed at the next start; a second error here must not hide the first.
        await connection.remove(datasetId).catch(() => undefined);
        signal?.throwIfAborted();
        return storageFailure(error);
      }
    },
    read: (datasetId, manifest, columnIds) => attempt(() => readTable(connection, datasetId, manifest, columnIds)),
    remove: (datasetId) => attempt(async () => ok(await connection.remove(datasetId))),
    readSourceRows: (datasetId, manifest) => attempt(() => readSourceRows(connection, datasetId, manifest)),
    verify: (datasetId, manifest, { signal } = {}) =>
      attempt(() => verifyBlocks(connection, datasetId, manifest, signal), signal),
    verifySample: (datasetId, manifest, blocks = sampledBlocks) =>
      attempt(() => verifySample(connection, datasetId, manifest, blocks)),
    findMissing: (datasetId, manifest) => attempt(() => findMissingBlocks(connection, datasetId, manifest)),
    pack: (datasetId, manifest) => attempt(() => packBlocks(connection, datasetId, manifest)),
    unpack: (datasetId, manifest, bytes) => attempt(() => unpackBlocks(connection, datasetId, manifest, bytes)),
    datasets: () => attempt(async () => ok(await connection.datasets())),
    collectOrphans: (known, { nobodyWrites = false } = {}) =>
      attempt(async () => ok(await connection.removeOrphans(new Set(known), nobodyWrites))),
    close: () => connection.close(),
  };
}

/** The bytes of one block and, soon, their digest. */
interface EncodedBlock {
  readonly column: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: Promise<string>;
}

/** A table on its way into the store. */
export interface PreparedTable {
  readonly table: Table;
  /** The blocks of a chunk, those of the table's columns first; asked for in order of the chunks, and once. */
  readonly blocksOf: (chunk: number) => readonly EncodedBlock[];
}

/**
 * Readies a table to be written, once, with the row number in its file of each row.
 *
 * `ahead` chunks are encoded at once, for the time in which a person still looks at the rows; the others when they are
 * written, because all of them would take the memory of the table again. The browser digests on threads of its own.
 */
export function prepareTable(table: Table, sourceRows?: Uint32Array, ahead = 0): PreparedTable {
  checkTable(table);
  const columns = sourceRows ? [...table.columns, sourceRowsColumn(sourceRows)] : table.columns;
  const parts = columns.map((column) => splitColumn(column, table.rows, chunkRows));
  const encode = (chunk: number): readonly EncodedBlock[] =>
    columns.map(({ id: column }, i) => {
      const bytes = encodePart(parts[i](chunk));
      return { column, bytes, digest: sha256Hex(bytes) };
    });
  const encoded = Array.from({ length: Math.min(ahead, chunkCount(table.rows, chunkRows)) }, (_, i) => encode(i));
  return { table, blocksOf: (chunk) => encoded.at(chunk) ?? encode(chunk) };
}

function checkTable(table: Table): void {
  for (const { id } of table.columns) {
    if (id.startsWith('#')) throw new RangeError(`column ids must not begin with #: ${id}`);
  }
}

function sourceRowsColumn(rows: Uint32Array): NumericColumn {
  const missing = new Uint8Array((rows.length + 7) >>> 3);
  return {
    id: sourceRowsId,
    name: sourceRowsId,
    type: 'number',
    layout: 'numeric',
    values: new Float64Array(rows),
    missing,
  };
}

/**
 * Chunk by chunk, each in a transaction of its own: only whole chunks are ever found after a crash.
 *
 * The browser digests and stores on threads of its own: the digests of a chunk run side by side, and the next chunk
 * is encoded while the last one is being written. No more than three chunks, and those prepared, are held at a time.
 */
async function writeColumns(
  connection: BlockConnection,
  datasetId: string,
  { table, blocksOf }: PreparedTable,
  { signal, onProgress }: WriteOptions,
): Promise<readonly BlockRef[]> {
  const chunks = chunkCount(table.rows, chunkRows);
  const refs: BlockRef[] = [];
  const writing: Promise<void>[] = [];
  try {
    for (let chunk = 0; chunk < chunks; chunk++) {
      signal?.throwIfAborted();
      const encoded = blocksOf(chunk);
      const digests = await Promise.all(encoded.map(({ digest }) => digest));
      encoded.forEach(({ column, bytes }, i) => {
        refs.push({ column, chunk, digest: digests[i], bytes: bytes.byteLength });
      });
      const rows = encoded.map(({ column, bytes }): BlockRow => ({
        dataset: datasetId,
        column,
        chunk,
        bytes: bytes.buffer,
      }));
      const put = connection.put(datasetId, rows);
      // A failure is told by an `await` further on; until then it must not count as unheard.
      put.catch(() => undefined);
      writing.push(put);
      await writing.at(-2);
      onProgress?.((chunk + 1) / chunks);
    }
    await Promise.all(writing);
    signal?.throwIfAborted();
  } finally {
    // A block that arrives after the others were removed would stay for good.
    await Promise.allSettled(writing);
  }
  return refs;
}

async function readTable(
  connection: BlockConnection,
  datasetId: string,
  layout: Layout,
  columnIds: readonly string[],
): Promise<StoreResult<Table>> {
  const columns: Column[] = [];
  for (const id of columnIds) {
    const stored = layout.columns.find((column) => column.id === id);
    if (!stored) throw new RangeError(`the dataset has no such column: ${id}`);
    const column = await readColumn(connection, datasetId, layout, stored);
    if (!column.ok) return column;
    columns.push(column.value);
  }
  return ok({ rows: layout.rows, columns });
}

async function readSourceRows(
  connection: BlockConnection,
  datasetId: string,
  layout: Layout,
): Promise<StoreResult<Uint32Array | null>> {
  if (!layout.blocks.some(({ column }) => column === sourceRowsId)) return ok(null);
  const stored = { id: sourceRowsId, name: sourceRowsId, type: 'number' } as const;
  const column = await readColumn(connection, datasetId, layout, stored);
  if (!column.ok) return column;
  if (column.value.layout !== 'numeric') throw new RangeError('row numbers are numbers');
  return ok(new Uint32Array(column.value.values));
}

async function readColumn(
  connection: BlockConnection,
  datasetId: string,
  layout: Layout,
  column: StoredColumn,
): Promise<StoreResult<Column>> {
  const refs = refsOf(layout, column.id);
  const rows = await readRows(connection, datasetId, column.id);
  if (!rows) return blockFailure('block-damaged', layout, column, 0);
  const parts: ColumnPart[] = [];
  for (let chunk = 0; chunk < chunkCount(layout.rows, layout.chunkRows); chunk++) {
    const ref = refs.get(chunk);
    const bytes = rows.get(chunk);
    if (!ref || !bytes) return blockFailure('block-missing', layout, column, chunk);
    const part = (await isIntact(ref, bytes)) ? decodePart(bytes) : null;
    if (!part) return blockFailure('block-damaged', layout, column, chunk);
    parts.push(part);
  }
  const joined = joinParts(column, parts, layout.rows);
  return joined ? ok(joined) : blockFailure('block-damaged', layout, column, 0);
}

/** The column's blocks by chunk; `null` if the browser has lost the file that held one of them. */
async function readRows(
  connection: BlockConnection,
  datasetId: string,
  column: string,
): Promise<ReadonlyMap<number, Uint8Array<ArrayBuffer>> | null> {
  try {
    const rows = await connection.get(datasetId, column);
    return new Map(rows.map(({ chunk, bytes }) => [chunk, new Uint8Array(bytes)]));
  } catch (error) {
    if (isLostFile(error)) return null;
    throw error;
  }
}

function isLostFile(error: unknown): boolean {
  return errorNames(error).some((name) => ['NotReadableError', 'DataError', 'UnknownError'].includes(name));
}

async function isIntact(ref: BlockRef, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return bytes.byteLength === ref.bytes && (await sha256Hex(bytes)) === ref.digest;
}

async function verifyBlocks(
  connection: BlockConnection,
  datasetId: string,
  layout: Layout,
  signal: AbortSignal | undefined,
): Promise<StoreResult<readonly Damage[]>> {
  const damages: Damage[] = [];
  for (const column of storedColumns(layout)) {
    const rows = await readRows(connection, datasetId, column);
    for (const [chunk, ref] of refsOf(layout, column)) {
      signal?.throwIfAborted();
      const bytes = rows?.get(chunk);
      const name = nameOf(layout, column);
      if (rows && !bytes) damages.push({ column, name, chunk, code: 'block-missing' });
      else if (!bytes || !(await isIntact(ref, bytes))) damages.push({ column, name, chunk, code: 'block-damaged' });
    }
  }
  return ok(damages);
}

/** Enough to notice a disk that loses what it is given, few enough not to be noticed. */
const sampledBlocks = 4;

async function verifySample(
  connection: BlockConnection,
  datasetId: string,
  layout: Layout,
  count: number,
): Promise<StoreResult<readonly Damage[]>> {
  const step = Math.max(1, layout.blocks.length / count);
  const sample: BlockRef[] = [];
  for (let at = 0; at < layout.blocks.length; at += step) sample.push(layout.blocks[Math.floor(at)]);
  const found = await Promise.all(
    sample.map(async (ref): Promise<Damage | null> => {
      const { column, chunk } = ref;
      const bytes = await readOne(connection, datasetId, ref);
      if (bytes && (await isIntact(ref, bytes))) return null;
      return { column, name: nameOf(layout, column), chunk, code: bytes ? 'block-damaged' : 'block-missing' };
    }),
  );
  return ok(found.filter((damage) => damage !== null));
}

async function readOne(
  connection: BlockConnection,
  datasetId: string,
  { column, chunk }: BlockRef,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const row = await connection.getOne(datasetId, column, chunk);
    return row && new Uint8Array(row.bytes);
  } catch (error) {
    if (isLostFile(error)) return null;
    throw error;
  }
}

async function findMissingBlocks(
  connection: BlockConnection,
  datasetId: string,
  layout: Layout,
): Promise<StoreResult<readonly Damage[]>> {
  const present = new Set((await connection.keys(datasetId)).map(([, column, chunk]) => `${column} ${chunk}`));
  const missing = layout.blocks.filter(({ column, chunk }) => !present.has(`${column} ${chunk}`));
  return ok(
    missing.map(({ column, chunk }) => ({ column, name: nameOf(layout, column), chunk, code: 'block-missing' })),
  );
}

async function packBlocks(
  connection: BlockConnection,
  datasetId: string,
  layout: Layout,
): Promise<StoreResult<Uint8Array<ArrayBuffer>>> {
  const whole = new Uint8Array(layout.blocks.reduce((sum, { bytes }) => sum + bytes, 0));
  const offsets = new Map<BlockRef, number>();
  let end = 0;
  for (const ref of layout.blocks) {
    offsets.set(ref, end);
    end += ref.bytes;
  }
  for (const column of storedColumns(layout)) {
    const rows = await readRows(connection, datasetId, column);
    const stored = { id: column, name: nameOf(layout, column), type: 'number' } as const;
    for (const [chunk, ref] of refsOf(layout, column)) {
      const bytes = rows?.get(chunk);
      if (!bytes) return blockFailure('block-missing', layout, stored, chunk);
      if (!(await isIntact(ref, bytes))) return blockFailure('block-damaged', layout, stored, chunk);
      whole.set(bytes, offsets.get(ref));
    }
  }
  return ok(whole);
}

/** Blocks per transaction: enough to be fast, few enough to hold in memory twice. */
const unpackedAtOnce = 32;

async function unpackBlocks(
  connection: BlockConnection,
  datasetId: string,
  layout: Layout,
  bytes: Uint8Array,
): Promise<StoreResult<null>> {
  let at = 0;
  let rows: BlockRow[] = [];
  for (const [index, ref] of layout.blocks.entries()) {
    const block = bytes.slice(at, at + ref.bytes);
    at += ref.bytes;
    if (!(await isIntact(ref, block))) {
      const column = { id: ref.column, name: nameOf(layout, ref.column), type: 'number' } as const;
      return blockFailure('block-damaged', layout, column, ref.chunk);
    }
    rows.push({ dataset: datasetId, column: ref.column, chunk: ref.chunk, bytes: block.buffer });
    if (rows.length === unpackedAtOnce || index === layout.blocks.length - 1) {
      await connection.put(datasetId, rows);
      rows = [];
    }
  }
  return ok(null);
}

function refsOf(layout: Layout, column: string): ReadonlyMap<number, BlockRef> {
  return new Map(layout.blocks.filter((block) => block.column === column).map((block) => [block.chunk, block]));
}

function storedColumns(layout: Layout): ReadonlySet<string> {
  return new Set(layout.blocks.map((block) => block.column));
}

function nameOf(layout: Layout, column: string): string {
  return layout.columns.find(({ id }) => id === column)?.name ?? column;
}

/** At least one, so that a table without rows keeps its columns. */
function chunkCount(rows: number, size: number): number {
  return Math.max(1, Math.ceil(rows / size));
}

function blockFailure(
  code: 'block-missing' | 'block-damaged',
  layout: Layout,
  column: StoredColumn,
  chunk: number,
): ReturnType<typeof fail<'block-missing' | 'block-damaged'>> {
  const firstRow = chunk * layout.chunkRows + 1;
  const lastRow = Math.min(layout.rows, firstRow + layout.chunkRows - 1);
  return fail(code, { column: column.name, firstRow, lastRow });
}

/**
 * Records under the key of the profile.
 *
 * A transaction of the database ends while it waits for the browser's cryptography, so rows are sealed by a calculation
 * that does not wait: AES-256-GCM of @noble/ciphers. Keys and indexed fields stay readable, everything else is one
 * sealed field.
 */

import type { DBCore, DBCoreCursor, DBCoreTable } from 'dexie';
import { ivBytes, random } from '../passphrase';

/** `gcm` of @noble/ciphers. */
export type MakeCipher = (
  key: Uint8Array,
  iv: Uint8Array,
  binding: Uint8Array,
) => {
  encrypt(plain: Uint8Array): Uint8Array;
  decrypt(sealed: Uint8Array): Uint8Array;
};

export interface RowVault {
  readonly key: Uint8Array;
  readonly gcm: MakeCipher;
}

/** How a database seals its rows now; the same object over its whole life. */
export interface Sealing {
  vault: RowVault | null;
  /** Whether what is written now is sealed; reading opens what is sealed either way. */
  seals: boolean;
  /** A row was read that should have been sealed: an older page wrote it. */
  sawPlain: boolean;
}

type Row = Readonly<Record<string, unknown>>;

/** Tables whose rows say nothing of people, or that seal themselves. */
const openTables = ['meta', 'blocks', 'writing'];
const keptValues = 20_000;

/** Whether the rows of a table are sealed. */
export function isSealedTable(name: string): boolean {
  return !openTables.includes(name);
}

/** A layer below Dexie that seals what is written and opens what is read. */
export function withSealing(sealing: Sealing): (core: DBCore) => DBCore {
  return (core) => ({
    ...core,
    table(name) {
      const table = core.table(name);
      return isSealedTable(name) ? sealedTable(table, sealing) : table;
    },
  });
}

function sealedTable(table: DBCoreTable, sealing: Sealing): DBCoreTable {
  const outer = outerFields(table);
  const { autoIncrement = false, extractKey } = table.schema.primaryKey;
  // The number of a new row is not known while it is sealed.
  const placeOf = (row: Row): string =>
    JSON.stringify(autoIncrement ? [table.name] : [table.name, extractKey?.(row) as unknown]);
  // Every change reads whole tables again; what was opened once and has not changed is not opened twice.
  const opened = new Map<string, { readonly tail: string; readonly value: unknown }>();

  const open = (row: unknown): unknown => {
    if (!isSealedRow(row)) {
      if (row !== undefined && sealing.seals) sealing.sawPlain = true;
      return row;
    }
    const place = placeOf(row);
    const id = JSON.stringify(extractKey?.(row) as unknown);
    const tail = tailOf(row.sealed);
    const known = opened.get(id);
    if (known?.tail === tail) return known.value;
    const value = { ...openRow(row.sealed, place, sealing), ...row, sealed: undefined } as Record<string, unknown>;
    delete value['sealed'];
    if (opened.size >= keptValues) opened.clear();
    opened.set(id, { tail, value });
    return value;
  };
  const seal = (row: unknown): unknown => {
    const { vault, seals } = sealing;
    if (!vault || !seals || typeof row !== 'object' || row === null) return row;
    return {
      ...pick(row as Row, outer),
      sealed: sealText(JSON.stringify(omit(row as Row, outer)), placeOf(row as Row), vault),
    };
  };

  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put' ? { ...request, values: request.values.map(seal) } : request,
      ),
    get: async (request) => open(await table.get(request)),
    getMany: async (request) => (await table.getMany(request)).map(open),
    async query(request) {
      const answer = await table.query(request);
      return request.values ? { ...answer, result: answer.result.map(open) } : answer;
    },
    async openCursor(request) {
      const cursor = await table.openCursor(request);
      return cursor && request.values ? openedCursor(cursor, open) : cursor;
    },
  };
}

/** A cursor whose value is opened; the rest is that of the browser. */
function openedCursor(cursor: DBCoreCursor, open: (row: unknown) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: () => cursor.key as unknown },
    primaryKey: { get: () => cursor.primaryKey as unknown },
    value: { get: () => open(cursor.value) },
    continue: { value: (key?: unknown) => cursor.continue(key) },
    continuePrimaryKey: { value: (key: unknown, primary: unknown) => cursor.continuePrimaryKey(key, primary) },
    advance: { value: (count: number) => cursor.advance(count) },
  }) as DBCoreCursor;
}

function outerFields({ schema }: DBCoreTable): ReadonlySet<string> {
  const paths = [schema.primaryKey, ...schema.indexes].map(({ keyPath }) => keyPath);
  return new Set(paths.flat().filter((path): path is string => typeof path === 'string'));
}

function isSealedRow(row: unknown): row is Row & { readonly sealed: Uint8Array } {
  return typeof row === 'object' && row !== null && (row as Row)['sealed'] instanceof Uint8Array;
}

/** Seals a text, bound to its place, without waiting. */
export function sealText(text: string, place: string, { key, gcm }: RowVault): Uint8Array {
  const encoder = new TextEncoder();
  const iv = random(ivBytes);
  const sealed = gcm(key, iv, encoder.encode(place)).encrypt(encoder.encode(text));
  const whole = new Uint8Array(ivBytes + sealed.length);
  whole.set(iv);
  whole.set(sealed, ivBytes);
  return whole;
}

/** What `sealText` was given; throws if the place or the key is another, or anything was changed. */
export function openText(sealed: Uint8Array, place: string, { key, gcm }: RowVault): string {
  const cipher = gcm(key, sealed.subarray(0, ivBytes), new TextEncoder().encode(place));
  return new TextDecoder().decode(cipher.decrypt(sealed.subarray(ivBytes)));
}

function openRow(sealed: Uint8Array, place: string, { vault }: Sealing): Row {
  if (!vault) throw new DOMException('the profile is locked', 'InvalidAccessError');
  let text: string;
  try {
    text = openText(sealed, place, vault);
  } catch {
    throw new DOMException('a sealed row was changed or moved', 'OperationError');
  }
  return JSON.parse(text) as Row;
}

/** Vector and tag: no two sealed rows share them. */
function tailOf(sealed: Uint8Array): string {
  return `${sealed.subarray(0, ivBytes).join()} ${sealed.subarray(-16).join()}`;
}

function pick(row: Row, names: ReadonlySet<string>): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)));
}

function omit(row: Row, names: ReadonlySet<string>): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.has(name)));
}

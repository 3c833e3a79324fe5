/**
 * Kept versions of a document, and how one is brought back.
 *
 * A version is a register of its own on the document's record: everything its cells held then. So two people's versions
 * merge, and bringing one back is a list of changed cells, undoable like any other act.
 */

import { isFilled, rowsOf } from './columns';
import { deleteRow, readContent, restoreRow, type RegisterChange } from './content';
import type { ArtefactStatus, CellValue, Content, ContentPlace } from './contract';
import { artefactStatuses } from './contract';

/** Begins the name of every register of a version. */
export const versionPrefix = 'version:';

type Registers = Readonly<Record<string, { readonly value: unknown }>>;
type Cells = Readonly<Record<string, CellValue>>;

export interface DocumentVersion {
  readonly id: string;
  /** From 1, in the order in which they were kept. */
  readonly number: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly by: string;
  readonly status: ArtefactStatus;
  readonly content: Content;
  /** Registers of cells as they were. */
  readonly cells: Cells;
}

const isCell = (name: string): boolean => /^f\.[^.]+$|^r\.[^.]+\.[^.]+\.[^.]+$/.test(name);

function cellsOf(registers: Registers): Cells {
  return Object.fromEntries(
    Object.entries(registers)
      .filter(([name, { value }]) => isCell(name) && value !== null)
      .map(([name, { value }]) => [name, value as CellValue]),
  );
}

/** What the register of a new version holds. */
export function keepVersion(
  registers: Registers,
  { at, by, status }: Pick<DocumentVersion, 'at' | 'by' | 'status'>,
): { readonly at: number; readonly by: string; readonly status: string; readonly cells: Cells } {
  return { at, by, status, cells: cellsOf(registers) };
}

/** The versions of a document, the oldest first. A register of another shape is left out: a newer build may have made it. */
export function readVersions(registers: Registers): readonly DocumentVersion[] {
  return Object.entries(registers)
    .flatMap(([name, { value }]) => {
      if (!name.startsWith(versionPrefix) || typeof value !== 'object' || value === null) return [];
      const { at, by, status, cells } = value as Readonly<Record<string, unknown>>;
      if (typeof at !== 'number' || typeof cells !== 'object' || cells === null) return [];
      return [
        {
          id: name.slice(versionPrefix.length),
          at,
          by: typeof by === 'string' ? by : '',
          status: artefactStatuses.find((known) => known === status) ?? ('draft' as const),
          cells: cells as Cells,
        },
      ];
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((version, index) => ({ ...version, number: index + 1, content: readContent(asRegisters(version.cells)) }));
}

function asRegisters(cells: Cells): Registers {
  return Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, { value }]));
}

/** The changes that bring a version back; rows written since are taken away, and undoing brings them back in turn. */
export function restoreVersion(registers: Registers, { cells }: DocumentVersion): readonly RegisterChange[] {
  const now = cellsOf(registers);
  const rowOf = (name: string): string => name.split('.').slice(0, 3).join('.');
  const kept = new Set(Object.keys(cells).map(rowOf));
  const changes = new Map<string, RegisterChange>();
  const put = (change: RegisterChange): void => {
    if (JSON.stringify(now[change.field] ?? null) !== JSON.stringify(change.value)) changes.set(change.field, change);
  };
  for (const name of Object.keys(now)) {
    const [kind, list, row, column] = name.split('.');
    if (kind === 'r' && !kept.has(rowOf(name))) put(deleteRow(list, row));
    else if (!Object.hasOwn(cells, name))
      put(column === 'deleted' ? restoreRow(list, row) : { field: name, value: null });
  }
  for (const [field, value] of Object.entries(cells)) put({ field, value });
  return [...changes.values()].filter(
    ({ field, value }) => !(field.endsWith('.deleted') && value === false && !(now[field] ?? false)),
  );
}

/** One cell that differs; null = empty, or the row was not there. */
export interface CellDifference {
  readonly at: ContentPlace;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** What changed from one content to another, cell by cell, in the order in which one reads. */
export function compareContents(before: Content, after: Content): readonly CellDifference[] {
  const differing = (a: Cells, b: Cells, at: (column: string) => ContentPlace): readonly CellDifference[] =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .map((key) => ({ at: at(key), before: a[key] ?? null, after: b[key] ?? null }))
      .filter((one) => isFilled(one.before) || isFilled(one.after))
      .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
  const lists = [...new Set([...Object.keys(before.lists), ...Object.keys(after.lists)])];
  return [
    ...differing(before.fields, after.fields, (field) => ({ field })),
    ...lists.flatMap((list) => {
      const [old, now] = [rowsOf(before, list), rowsOf(after, list)];
      const ids = [...new Set([...old, ...now].map(({ id }) => id))];
      const cellsIn = (rows: typeof old, id: string): Cells => rows.find((row) => row.id === id)?.cells ?? {};
      return ids.flatMap((row) => differing(cellsIn(old, row), cellsIn(now, row), (column) => ({ list, row, column })));
    }),
  ];
}

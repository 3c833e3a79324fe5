import type { CellReading, DistinctValue } from './types';

/** How much of a column a reading explains, in cells. */
export interface Evidence {
  /** Cells that are not missing. */
  readonly cells: number;
  readonly read: number;
  /** Cells with the right shape that still cannot be read: no such day, order of day and month unknown. */
  readonly shaped: number;
}

/** How many of `cells` may not fit the type: one in twenty, and one in a small table of eight rows or more. */
export function tolerated(cells: number): number {
  return Math.max(cells * 0.05, cells >= 8 ? 1 : 0);
}

/** Whether the cells that fit, read or only shaped, are enough to call the column by this type. */
export function fits(evidence: Evidence): boolean {
  return evidence.read > 0 && evidence.cells - evidence.read - evidence.shaped <= tolerated(evidence.cells);
}

/** Up to `size` values, evenly spread over the column. */
export function sample(values: readonly DistinctValue[], size: number): readonly DistinctValue[] {
  if (values.length <= size) return values;
  const step = values.length / size;
  return Array.from({ length: size }, (_, i) => values[Math.floor(i * step)]);
}

/** Cells that the values stand for together. */
export function countCells(values: readonly DistinctValue[]): number {
  let cells = 0;
  for (const value of values) cells += value.count;
  return cells;
}

/**
 * Reads the values until so many have failed that the type cannot fit; what follows is then not looked at.
 *
 * `isShaped` tells which refusals still speak for the type.
 */
export function weigh(
  values: readonly DistinctValue[],
  read: (value: DistinctValue) => CellReading,
  isShaped: (code: string) => boolean = () => false,
): Evidence {
  const cells = countCells(values);
  const limit = tolerated(cells);
  let readCells = 0;
  let shaped = 0;
  let failed = 0;
  for (const value of values) {
    const reading = read(value);
    if (reading.kind === 'unreadable') {
      if (isShaped(reading.code)) shaped += value.count;
      else failed += value.count;
    } else {
      readCells += value.count;
    }
    if (failed > limit) break;
  }
  return { cells, read: readCells, shaped };
}

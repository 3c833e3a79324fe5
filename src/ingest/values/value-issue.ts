import type { Issue } from '../types';

/** Codes that tell how a cell was read, rather than that it could not be read well. */
const notes = new Set(['excelSerial', 'zoneIgnored', 'ratingWord']);

export interface ValueIssuePlace {
  /** Row and column in the file of the first such cell, from 1. */
  readonly row: number;
  readonly column: number;
  /** The header of the column. */
  readonly name: string;
  /** The first such cell as written. */
  readonly text: string;
  /** How many cells of the column it stands for. */
  readonly count: number;
}

/** Longest text of a cell that an issue quotes. */
const quoted = 40;

/** The issue of a code that `createReader` gave, for one column: its first cell stands for all of them. */
export function toValueIssue(code: string, place: ValueIssuePlace): Issue {
  const value = place.text.length > quoted ? `${place.text.slice(0, quoted)}…` : place.text;
  return {
    severity: notes.has(code) ? 'info' : 'warning',
    code,
    params: { column: place.name, value, n: place.count },
    row: place.row,
    column: place.column,
    count: place.count,
  };
}

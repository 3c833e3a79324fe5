import type { CellReading } from './types';

/** Readings that carry no value of their own; shared, because a file may need millions of them. */
export const missing: CellReading = { kind: 'missing' };

/** Neither a word nor a digit of the scale of satisfaction. */
export const notOnScale: CellReading = { kind: 'unreadable', code: 'ratingExpected' };

/** Cells that are something else than their column. */
export const notANumber: CellReading = { kind: 'unreadable', code: 'numberExpected' };
export const notADate: CellReading = { kind: 'unreadable', code: 'dateExpected' };
/** Has the shape of a date, but there is no such day. */
export const noSuchDay: CellReading = { kind: 'unreadable', code: 'dateImpossible' };
/** Day or month first cannot be told, and nobody has said. */
export const orderUnknown: CellReading = { kind: 'unreadable', code: 'dateOrderUnknown' };
export const notAMonth: CellReading = { kind: 'unreadable', code: 'monthExpected' };
export const notATime: CellReading = { kind: 'unreadable', code: 'timeExpected' };
export const noSuchTime: CellReading = { kind: 'unreadable', code: 'timeImpossible' };
export const notADuration: CellReading = { kind: 'unreadable', code: 'durationExpected' };
export const clockStyleUnknown: CellReading = { kind: 'unreadable', code: 'clockStyleUnknown' };
export const durationUnitUnknown: CellReading = { kind: 'unreadable', code: 'durationUnitUnknown' };
export const notYesOrNo: CellReading = { kind: 'unreadable', code: 'yesNoExpected' };

/** A value, with the code of what the reader of the file should know about it. */
export function readAs(value: number, warning?: string): CellReading {
  return warning === undefined ? { kind: 'number', value } : { kind: 'number', value, warning };
}

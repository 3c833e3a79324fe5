import { msPerDay } from '../../kernel/dates';
import { unguardCell } from '../../kernel/formula-guard';
import type { ColumnType, DictionaryType } from '../../table/column';
import { CellHint } from '../raw-table';
import type { ReadingOptions } from '../types';
import { trimCell, unwrapProtected } from './clean-cell';
import { isTimeSpanHeader } from './header-clues';
import { isBlank, isMissingWord } from './missing-words';
import { parseDate, parseDateTime } from './parse-date';
import { parseDuration } from './parse-duration';
import { parseMonth } from './parse-month';
import { parseNumber } from './parse-number';
import { parseTime } from './parse-time';
import { plainMoment, plainNumber, type PlainReader } from './plain-forms';
import { parseRating } from './rating-words';
import { createYesNoReader } from './parse-yes-no';
import { missing, notADate, notADuration, notAMonth, notANumber, notATime, readAs } from './readings';
import type { CellReading } from './types';

/** Reads one cell; `hint` is what a workbook says about it, `CellHint.text` for text files. */
export type CellReader = (text: string, hint: CellHint) => CellReading;

/**
 * The reader of a column's cells.
 *
 * Blank cells, error values and formulas without a stored value are missing in every type. Words such as `N/A` are
 * missing in columns of numbers, dates and yes/no; in columns of words they are values. Nothing is invented: a cell
 * that does not read as the type is `unreadable`, and a code under `issue` says why.
 *
 * `name`, if given, lets negative values of a column that is named as a span of time be reported.
 *
 * Fails  codes of the parsers; see `readings.ts`
 */
export function createReader(type: ColumnType, reading: ReadingOptions, name = ''): CellReader {
  switch (type) {
    case 'category':
    case 'identifier':
    case 'text':
      return words(createWordReader(type));
    case 'boolean': {
      const read = createYesNoReader(reading.yesWords);
      return withoutMissing((text) => read(text), false);
    }
    default:
      return withoutMissing(measureReader(type, reading, name), true);
  }
}

/**
 * A reader that knows only the plain forms of a type, or null if the type has none: the value, or NaN for cells that
 * the full reader must look at. It creates nothing, which matters where a file has millions of different values.
 */
export function createPlainReader(type: ColumnType, reading: ReadingOptions, name = ''): PlainReader | null {
  if (type === 'datetime') return plainMoment;
  if (type === 'date') return (bytes, start, end) => Math.floor(plainMoment(bytes, start, end) / msPerDay);
  if (type !== 'number' || reading.decimal === ',' || reading.rating) return null;
  if (!isTimeSpanHeader(name)) return plainNumber;
  // A negative span of time has a remark, which only the full reader makes.
  return (bytes, start, end) => (bytes[start] === 45 ? NaN : plainNumber(bytes, start, end));
}

/**
 * What is kept of a cell that is a word: identifiers without their protection, categories without blanks around, all
 * without the guard that our own export puts before what a spreadsheet could run.
 */
export function createWordReader(type: DictionaryType): (text: string) => string {
  switch (type) {
    case 'category':
      return (text) => unguarded(trimCell(text), trimCell);
    case 'identifier':
      return (text) => unwrapProtected(trimCell(text));
    case 'text':
      return unguardCell;
  }
}

/** The guard hides blanks from the first trimming. */
function unguarded(text: string, trim: (text: string) => string): string {
  const bare = unguardCell(text);
  return bare === text ? text : trim(bare);
}

type MeasureType = 'number' | 'date' | 'datetime' | 'month' | 'time' | 'duration';

function measureReader(type: MeasureType, reading: ReadingOptions, name: string): CellReader {
  switch (type) {
    case 'number':
      if (reading.rating) return (text, hint) => (isWritten(hint) ? parseRating(text) : notANumber);
      return numberReader(reading.decimal ?? '.', isTimeSpanHeader(name));
    case 'date':
      return (text, hint) => (isCalendar(hint) ? parseDate(text, reading.dateOrder) : notADate);
    case 'datetime':
      return (text, hint) => (isCalendar(hint) ? parseDateTime(text, reading.dateOrder) : notADate);
    case 'month':
      return (text, hint) => (isCalendar(hint) ? parseMonth(text, reading.dateOrder) : notAMonth);
    case 'time':
      return (text, hint) => (hint === CellHint.text || hint === CellHint.time ? parseTime(text) : timeOf(text, hint));
    case 'duration':
      return (text, hint) => durationOf(text, hint, reading);
  }
}

function words(prepare: (text: string) => string): CellReader {
  return (text, hint) => (hasWord(text, hint) ? { kind: 'text', value: prepare(text) } : missing);
}

/** Whether a cell of words has a value. */
export function hasWord(text: string, hint: CellHint): boolean {
  return hint !== CellHint.error && hint !== CellHint.formulaWithoutValue && !isBlank(text);
}

function withoutMissing(read: CellReader, missingWords: boolean): CellReader {
  return (text, hint) => {
    if (text === '' || hint === CellHint.error || hint === CellHint.formulaWithoutValue) return missing;
    const result = read(text, hint);
    // Words for "no value" are looked up only after the reading has failed, which is rare.
    if (result.kind !== 'unreadable') return result;
    return isBlank(text) || (missingWords && isMissingWord(text)) ? missing : result;
  };
}

function isCalendar(hint: CellHint): boolean {
  return hint === CellHint.text || hint === CellHint.date || hint === CellHint.datetime || hint === CellHint.number;
}

function isWritten(hint: CellHint): boolean {
  return hint === CellHint.text || hint === CellHint.number;
}

function numberReader(decimal: '.' | ',', flagNegative: boolean): CellReader {
  return (text, hint) => {
    if (hint === CellHint.number || hint === CellHint.percent) return flagged(parseNumber(text, '.'), flagNegative);
    return hint === CellHint.text ? flagged(parseNumber(text, decimal), flagNegative) : notANumber;
  };
}

function flagged(reading: CellReading, flagNegative: boolean): CellReading {
  return flagNegative && reading.kind === 'number' && reading.value < 0
    ? { ...reading, warning: reading.warning ?? 'negativeDuration' }
    : reading;
}

function timeOf(text: string, hint: CellHint): CellReading {
  if (hint !== CellHint.datetime) return notATime;
  return parseTime(text.slice(11));
}

function durationOf(text: string, hint: CellHint, reading: ReadingOptions): CellReading {
  switch (hint) {
    case CellHint.duration: {
      const seconds = parseNumber(text, '.');
      if (seconds.kind !== 'number') return notADuration;
      return seconds.value < 0 ? readAs(seconds.value, 'negativeDuration') : seconds;
    }
    case CellHint.text:
    case CellHint.time:
    case CellHint.number:
      return parseDuration(text, hint === CellHint.number ? { ...reading, decimal: '.' } : reading);
    default:
      return notADuration;
  }
}

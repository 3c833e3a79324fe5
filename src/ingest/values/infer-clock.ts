import { CellHint } from '../raw-table';
import type { OpenQuestion, ReadingOptions } from '../types';
import { countCells, fits, sample, tolerated, weigh } from './evidence';
import { clockStyleOf, durationUnitOf, isDurationHeader, isTimeOfDayHeader } from './header-clues';
import { createReader } from './create-reader';
import { durationShape, unsigned } from './parse-duration';
import { notATime } from './readings';
import { cleanCell } from './clean-cell';
import type { ColumnInference, DistinctValue } from './types';

const timeColumn: ColumnInference = { type: 'time', reading: {}, questions: [] };

/**
 * Time of day or duration, if nearly all cells read as one; null if not.
 *
 * `00:12:30` is both. The header decides; without a clue, a column whose middle value lies before 04:00 is taken for
 * durations, because people are not served at night.
 */
export function inferClock(name: string, values: readonly DistinctValue[]): ColumnInference | null {
  const duration = inferDuration(name, values);
  if (duration !== null && isDurationHeader(name)) return duration;
  if (!isTimeColumn(name, values)) return duration;
  if (duration === null || isTimeOfDayHeader(name)) return timeColumn;
  return medianHour(values) >= 4 ? timeColumn : duration;
}

function isTimeColumn(name: string, values: readonly DistinctValue[]): boolean {
  const read = createReader('time', {});
  const named = isTimeOfDayHeader(name);
  // 0930 is a number unless the header says time; a bare number never is one.
  const isTime = (value: DistinctValue) =>
    !named && /^\d+$/.test(cleanCell(value.text)) ? notATime : read(value.text, value.hint);
  return fits(weigh(sample(values, 300), isTime)) && fits(weigh(values, isTime));
}

function medianHour(values: readonly DistinctValue[]): number {
  const read = createReader('time', {});
  const hours = new Float64Array(25);
  let cells = 0;
  for (const { text, hint, count } of values) {
    const time = read(text, hint);
    // Midnight to the second is how systems write "did not happen".
    if (time.kind !== 'number' || time.value === 0) continue;
    hours[Math.floor(time.value / 3600)] += count;
    cells += count;
  }
  let seen = 0;
  for (let hour = 0; hour < 24; hour++) {
    seen += hours[hour];
    if (cells > 0 && seen * 2 >= cells) return hour;
  }
  return 0;
}

interface DurationCount {
  /** Durations by their own shape. */
  shaped: number;
  twoParts: number;
  bare: number;
}

function inferDuration(name: string, values: readonly DistinctValue[]): ColumnInference | null {
  if (!areDurations(countDurations(sample(values, 300)))) return null;
  const count = countDurations(values);
  if (!areDurations(count)) return null;
  const questions: OpenQuestion[] = [];
  const clockStyle = clockStyleOf(name);
  const durationUnit = durationUnitOf(name);
  if (count.twoParts > 0 && clockStyle === undefined) questions.push('clockStyle');
  if (count.bare > 0 && durationUnit === undefined) questions.push('durationUnit');
  const reading: ReadingOptions = {
    ...(count.twoParts > 0 && clockStyle !== undefined ? { clockStyle } : {}),
    ...(count.bare > 0 && durationUnit !== undefined ? { durationUnit } : {}),
  };
  return { type: 'duration', reading, questions };
}

/** Bare numbers alone are numbers: 等待时长(分钟) with 12.5 in it needs no reading as a duration. */
function areDurations(count: DurationCount | null): count is DurationCount {
  return count !== null && count.shaped + count.twoParts >= count.bare;
}

function countDurations(values: readonly DistinctValue[]): DurationCount | null {
  const count: DurationCount = { shaped: 0, twoParts: 0, bare: 0 };
  const limit = tolerated(countCells(values));
  let failed = 0;
  for (const { text, hint, count: n } of values) {
    const shape = hint === CellHint.duration ? 'seconds' : couldBeDuration(hint) ? shapeOf(text) : 'none';
    if (shape === 'seconds') count.shaped += n;
    else if (shape === 'twoParts') count.twoParts += n;
    else if (shape === 'bare') count.bare += n;
    else failed += n;
    if (failed > limit) return null;
  }
  return count;
}

function couldBeDuration(hint: CellHint): boolean {
  return hint === CellHint.text || hint === CellHint.time || hint === CellHint.number;
}

function shapeOf(text: string): 'seconds' | 'twoParts' | 'bare' | 'none' {
  return durationShape(unsigned(text).rest).kind;
}

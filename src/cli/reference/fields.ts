import type { Failure, Result } from '../../kernel/result';
import type { Maybe, PointRange } from '../../stats/control/types';
import type { Alternative, OpenInterval } from '../../stats/tests/alternative';
import type { Fields } from './kind';

/** A field as a list of numbers, null where missing. */
export function maybes(value: unknown): readonly Maybe[] {
  if (!Array.isArray(value)) throw new RangeError(`a case needs a list of numbers: ${JSON.stringify(value)}`);
  return value as readonly Maybe[];
}

/** A field as a list of numbers, with the missing ones dropped. */
export function present(value: unknown): number[] {
  return maybes(value).filter((v): v is number => v !== null);
}

/** A field as a list of lists. */
export function lists(value: unknown): readonly (readonly Maybe[])[] {
  if (!Array.isArray(value)) throw new RangeError(`a case needs a list of lists: ${JSON.stringify(value)}`);
  return value as readonly (readonly Maybe[])[];
}

/** A number, or the fallback where the field is absent or null. */
export function numberOr<T>(value: unknown, fallback: T): number | T {
  return typeof value === 'number' ? value : fallback;
}

/** A number that the case must give. */
export function requiredNumber(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number') throw new RangeError(`a case needs the number ${name}: ${JSON.stringify(value)}`);
  return value;
}

/** A text, or undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A field that holds records. */
export function records(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? (value as readonly Fields[]) : [];
}

/** `baseline: [start, end)` as a range, or undefined. */
export function baselineOf(params: Fields): PointRange | undefined {
  const { baseline } = params;
  return Array.isArray(baseline) ? { start: Number(baseline[0]), end: Number(baseline[1]) } : undefined;
}

/** The value of a result; a failure becomes the refusal that a case may expect. */
export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** A field as a list of numbers of which none may be missing. */
export function counts(value: unknown): readonly number[] {
  const given = maybes(value);
  if (given.some((v) => typeof v !== 'number')) throw new RangeError(`a case needs complete numbers: ${String(value)}`);
  return given as readonly number[];
}

/** A field as a table of numbers of which none may be missing. */
export function countTable(value: unknown): readonly (readonly number[])[] {
  return lists(value).map(counts);
}

/** The direction of a test. */
export function alternativeOf(value: unknown): Alternative {
  return value === 'less' || value === 'greater' ? value : 'two-sided';
}

/** An interval as a pair, or null where there is none. */
export function boundsOf(interval: OpenInterval | null): readonly [Maybe, Maybe] | null {
  return interval && [interval.low, interval.high];
}

import type { ReadingOptions } from '../types';
import { cleanCell, longestMeasure } from './clean-cell';
import { parseNumber } from './parse-number';
import { clockStyleUnknown, durationUnitUnknown, notADuration, readAs } from './readings';
import type { CellReading } from './types';

const secondsPer = { s: 1, min: 60, h: 3600, day: 86_400 } as const;

const clock = /^(?:(\d+)\s*(?:天|日|days?,?|d|\.|\s)\s*)?(\d+):(\d{2}):(\d{2}(?:[.,]\d+)?)$/i;
const twoParts = /^(\d+):(\d{2})$/;
const primes = /^(?:(\d+)\s*['′’]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:"|″|”|''|′′)?)?$/i;
const worded =
  /^(?:(\d+(?:\.\d+)?)\s*(?:天|日|days?|d)[\s,零]*)?(?:(半|\d+(?:\.\d+)?)\s*(?:个?小时|个?钟头?|時間|时|hours?|hrs?\.?|h)[\s,零]*)?(?:(\d+(?:\.\d+)?)\s*(?:分钟?|minutes?|mins?\.?|m)[\s,零]*)?(?:(\d+(?:\.\d+)?)\s*(?:秒钟?|seconds?|secs?\.?|s))?$/i;
const iso = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** A cell as a duration: seconds, or why not. `bare` = a number without a unit. */
export type DurationShape =
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'twoParts'; readonly first: number; readonly second: number }
  | { readonly kind: 'bare' | 'none' };

const none: DurationShape = { kind: 'none' };

function toSeconds(parts: readonly (string | undefined)[]): DurationShape {
  if (parts.every((part) => part === undefined)) return none;
  const [days, hours, minutes, seconds] = parts.map((part) =>
    part === undefined ? 0 : part === '半' ? 0.5 : Number(part.replace(',', '.')),
  );
  return { kind: 'seconds', seconds: days * 86_400 + hours * 3600 + minutes * 60 + seconds };
}

/** The shape of a cleaned text without its sign. */
export function durationShape(text: string): DurationShape {
  if (text.length > longestMeasure) return none;
  const two = twoParts.exec(text);
  if (two) return Number(two[2]) > 59 ? none : { kind: 'twoParts', first: Number(two[1]), second: Number(two[2]) };
  const colons = clock.exec(text);
  if (colons) {
    return Number(colons[3]) > 59 || parseFloat(colons[4]) >= 60 ? none : toSeconds(colons.slice(1, 5));
  }
  if (/^[\d.,\s]+$/.test(text)) return { kind: 'bare' };
  const words = worded.exec(text) ?? iso.exec(text);
  if (words) return toSeconds(words.slice(1, 5));
  const marks = primes.exec(text);
  return marks ? toSeconds([undefined, undefined, marks[1], marks[2]]) : none;
}

/** A cell without its minus, cleaned, for `durationShape`. */
export function unsigned(text: string): { readonly negative: boolean; readonly rest: string } {
  const plain = cleanCell(text).replace(/^\u2212/, '-');
  return plain.startsWith('-') ? { negative: true, rest: plain.slice(1).trim() } : { negative: false, rest: plain };
}

/**
 * A cell as seconds: `1:02:03` (any number of hours), `3'20"`, 3分20秒, `1h 5m`, `PT3M20S`, `1 day, 2:03:04`.
 *
 * `3:20` is read by `clockStyle` and a number without a unit by `durationUnit`; without them it is not read at all.
 * A negative duration is kept, with the warning `negativeDuration`.
 *
 * Fails  durationExpected, clockStyleUnknown, durationUnitUnknown
 */
export function parseDuration(text: string, reading: ReadingOptions): CellReading {
  const { negative, rest } = unsigned(text);
  const shape = durationShape(rest);
  const seconds = secondsOf(shape, rest, reading);
  if (typeof seconds !== 'number') return seconds;
  return negative && seconds > 0 ? readAs(-seconds, 'negativeDuration') : readAs(seconds);
}

function secondsOf(shape: DurationShape, text: string, reading: ReadingOptions): number | CellReading {
  switch (shape.kind) {
    case 'seconds':
      return shape.seconds;
    case 'twoParts':
      if (reading.clockStyle === undefined) return clockStyleUnknown;
      return reading.clockStyle === 'm:ss' ? shape.first * 60 + shape.second : shape.first * 3600 + shape.second * 60;
    case 'bare': {
      const number = parseNumber(text, reading.decimal ?? '.');
      if (number.kind !== 'number') return notADuration;
      return reading.durationUnit === undefined ? durationUnitUnknown : inSeconds(number.value, reading.durationUnit);
    }
    case 'none':
      return notADuration;
  }
}

/** Seconds of a number in a unit; a fraction of a day, as a spreadsheet stores it, is rounded to the millisecond. */
export function inSeconds(value: number, unit: keyof typeof secondsPer): number {
  const seconds = value * secondsPer[unit];
  return unit === 's' ? seconds : Math.round(seconds * 1000) / 1000;
}

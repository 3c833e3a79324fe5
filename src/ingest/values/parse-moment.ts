import { msPerDay } from '../../kernel/dates';
import type { DateOrder } from '../types';
import { cleanCell, longestMeasure } from './clean-cell';
import { parseClock } from './parse-clock';
import { parseDay, type DayReading } from './parse-day';
import { hasPlainTime, plainMoment, readPlainText } from './plain-forms';

/** A day with or without a time of day. */
export type Moment =
  | {
      readonly kind: 'moment';
      readonly epochDay: number;
      /** Milliseconds since midnight of that day; null = the text names a day only. 86,400,000 = 24:00. */
      readonly ms: number | null;
      readonly zone: boolean;
      readonly evidence: 'shape' | 'digits' | 'serial';
    }
  | { readonly kind: 'ambiguous' | 'impossible' | 'none' };

const none: Moment = { kind: 'none' };
const impossible: Moment = { kind: 'impossible' };

/** What stands before a time of day, and the time itself: it starts at its hour, or at the word before the hour. */
const timeBehind =
  /(?:\s*T|\s+|(?<=[日号]))((?:(?:上午|下午|凌晨|清晨|早上|早晨|中午|午后|傍晚|晚上|夜间|am|pm)\s*)?\d{1,2}\s*(?:[:时点時]|\.\d{2}\.\d{2}).*|\d{1,2}\s*[ap]m)$/i;
/** The timestamps of DB2: 2024-01-05-09.30.15.123456. */
const dashed = /^(\d{4}-\d{2}-\d{2})-(\d{2}\.\d{2}\.\d{2}(?:\.\d+)?)$/;
const dotted = /^(\d{1,2})\.(\d{2})\.(\d{2})/;
/** `Fri Jan 05 09:30:15 CST 2024`, as Java prints a date. */
const java = /^[a-z]{3} ([a-z]{3} \d{1,2}) (\d{2}:\d{2}:\d{2}) [a-z]{3,5} (\d{4})$/i;
const digits = /^(\d{8})(\d{2})(\d{2})(\d{2})?(?:\d{3})?$/;

/** A cell as a day and, where it has one, a time of day. See `parseDay` for what is never guessed. */
export function parseMoment(text: string, order?: DateOrder): Moment {
  const wall = readPlainText(plainMoment, text);
  if (!Number.isNaN(wall)) return plainly(wall, hasPlainTime(text));
  if (text.length > longestMeasure) return none;
  const plain = cleanCell(text);
  const javaMatch = java.exec(plain);
  if (javaMatch) return join(parseDay(`${javaMatch[1]}, ${javaMatch[3]}`), javaMatch[2], true);
  const dashedMatch = dashed.exec(plain);
  if (dashedMatch) return join(parseDay(dashedMatch[1]), dashedMatch[2]);
  const run = plain.length >= 12 ? digits.exec(plain) : null;
  if (run) return join(parseDay(run[1]), `${run[2]}:${run[3]}:${run[4] ?? '00'}`);
  const behind = plain.length > 9 ? timeBehind.exec(plain) : null;
  if (behind) return join(parseDay(plain.slice(0, behind.index).trimEnd(), order), behind[1]);
  const reading = parseDay(plain, order);
  if (reading.kind !== 'day') return reading;
  return {
    kind: 'moment',
    epochDay: reading.epochDay,
    ms: serialMs(plain, reading),
    zone: false,
    evidence: reading.evidence,
  };
}

function plainly(wall: number, hasTime: boolean): Moment {
  const epochDay = Math.floor(wall / msPerDay);
  return { kind: 'moment', epochDay, ms: hasTime ? wall - epochDay * msPerDay : null, zone: false, evidence: 'shape' };
}

/** The time of day in a serial's fraction, to the second. */
function serialMs(text: string, reading: DayReading): number | null {
  if (reading.kind !== 'day' || reading.evidence !== 'serial' || !text.includes('.')) return null;
  return Math.round((Number(text) % 1) * 86_400) * 1000;
}

function join(day: DayReading, time: string, zone = false): Moment {
  if (day.kind === 'none' || (day.kind === 'day' && day.evidence !== 'shape')) return none;
  const clock = parseClock(time.trim().replace(dotted, '$1:$2:$3'));
  if (clock === null) return none;
  if (day.kind !== 'day') return day;
  if (clock === 'impossible') return impossible;
  return { kind: 'moment', epochDay: day.epochDay, ms: clock.ms, zone: zone || clock.zone, evidence: 'shape' };
}

/** Milliseconds since 1970-01-01 00:00 of a moment on the writer's wall clock; a day alone is its midnight. */
export function wallMs(epochDay: number, ms: number | null): number {
  return epochDay * msPerDay + (ms ?? 0);
}

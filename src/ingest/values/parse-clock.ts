/** A clock reading: milliseconds since midnight, and whether a time zone was written behind it. */
export interface Clock {
  readonly ms: number;
  readonly zone: boolean;
}

const msPerHour = 3_600_000;
const msPerMinute = 60_000;

const period = '上午|下午|凌晨|清晨|早上|早晨|中午|午后|傍晚|晚上|夜间|a\\.?m\\.?|p\\.?m\\.?';
const clock = new RegExp(
  `^(${period})?\\s*(\\d{1,2})(?:\\s*:\\s*(\\d{1,2})(?:\\s*:\\s*(\\d{1,2})(?:[.,:](\\d{1,9}))?)?)?\\s*(${period})?` +
    '\\s*(z|utc|gmt|[+-]\\d{2}:?\\d{2})?$',
  'i',
);

const words: ReadonlyMap<string, number> = new Map([
  ['noon', 12],
  ['midnight', 0],
  ['正午', 12],
  ['午夜', 0],
]);

/** `9时30分`, `9点半` in the form `9:30`. */
function withColons(text: string): string {
  return text
    .replace(/\s*[时点時]\s*半$/, ':30')
    .replace(/\s*[时点時]整?\s*$/, ':00')
    .replace(/\s*[时点時]\s*/, ':')
    .replace(/\s*分\s*$/, '')
    .replace(/\s*分\s*/, ':')
    .replace(/\s*秒\s*$/, '');
}

/**
 * A time of day as written: 24 hours or with AM / PM / 上午 / 下午, with or without seconds.
 *
 * A bare number is a clock only with a word for the part of the day (`1am`). A zone is noted, never applied.
 * null = not a clock; `impossible` = a clock with an hour, minute or second that no clock shows. `24:00` is the end
 * of the day: 86,400,000 ms.
 */
export function parseClock(text: string): Clock | 'impossible' | null {
  const quick = plainClock(text);
  if (quick !== null) return quick;
  const word = words.get(text.toLowerCase());
  if (word !== undefined) return { ms: word * msPerHour, zone: false };
  const match = clock.exec(withColons(text));
  if (!match) return null;
  const [, before, hourText, minuteText, secondText, fraction, after, zone] = match;
  const part = (before ?? after)?.toLowerCase().replaceAll('.', '');
  if (minuteText === undefined && part === undefined) return null;
  const hour = hourOfDay(Number(hourText), part);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  if (hour === null || minute > 59 || second > 59) return 'impossible';
  const total = hour * msPerHour + minute * msPerMinute + second * 1000 + ms;
  return total > 24 * msPerHour ? 'impossible' : { ms: total, zone: zone !== undefined };
}

/** `H:MM:SS` and `HH:MM`, which most files hold. */
function plainClock(text: string): Clock | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  const second = match[3] === undefined ? 0 : Number(match[3]);
  return hour < 24 && minute < 60 && second < 60
    ? { ms: hour * msPerHour + minute * msPerMinute + second * 1000, zone: false }
    : null;
}

const morning = new Set(['am', '上午', '凌晨', '清晨', '早上', '早晨']);
const evening = new Set(['晚上', '夜间', '傍晚']);

/** Hour 0–24, or null where the number and the part of the day contradict each other. */
function hourOfDay(hour: number, part: string | undefined): number | null {
  if (part === undefined) return hour > 24 ? null : hour;
  if (morning.has(part)) return hour > 12 ? null : hour % 12;
  if (hour > 12) return hour > 24 ? null : hour;
  if (part === '中午') return hour >= 1 && hour <= 3 ? hour + 12 : hour;
  if (evening.has(part)) return hour < 5 ? null : hour + 12;
  return (hour % 12) + 12;
}

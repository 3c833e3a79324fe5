import { cleanCell, longestMeasure } from './clean-cell';
import { parseClock } from './parse-clock';
import { noSuchTime, notATime, readAs } from './readings';
import type { CellReading } from './types';

const digits = /^(\d{2})(\d{2})(\d{2})?$/;

/**
 * A cell as seconds since midnight. Four or six digits are read as HHMM or HHMMSS, as core systems write them.
 *
 * Fails  timeExpected, timeImpossible
 */
export function parseTime(text: string): CellReading {
  if (text.length > longestMeasure) return notATime;
  const plain = cleanCell(text);
  const run = digits.exec(plain);
  const clock = parseClock(run ? `${run[1]}:${run[2]}:${run[3] ?? '00'}` : plain);
  if (clock === null) return notATime;
  if (clock === 'impossible' || clock.ms >= 86_400_000) return noSuchTime;
  return readAs(clock.ms / 1000, clock.zone ? 'zoneIgnored' : undefined);
}

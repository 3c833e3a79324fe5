import type { DateOrder } from '../types';
import { parseMoment, wallMs, type Moment } from './parse-moment';
import { noSuchDay, notADate, orderUnknown, readAs } from './readings';
import type { CellReading } from './types';

/**
 * A cell as an epoch day; a time of day behind it is left out.
 *
 * A number alone is read as an Excel serial (warning `excelSerial`): in a column of dates it can mean nothing else.
 *
 * Fails  dateExpected, dateImpossible (no such day, or not in this order), dateOrderUnknown
 */
export function parseDate(text: string, order?: DateOrder): CellReading {
  const moment = parseMoment(text, order);
  return moment.kind === 'moment' ? readAs(moment.epochDay, warningOf(moment)) : refused(moment.kind);
}

/**
 * A cell as milliseconds since 1970-01-01 00:00 on the writer's wall clock; a day alone is its midnight.
 *
 * Fails  as `parseDate`; a zone behind the time is left out with the warning `zoneIgnored`
 */
export function parseDateTime(text: string, order?: DateOrder): CellReading {
  const moment = parseMoment(text, order);
  return moment.kind === 'moment'
    ? readAs(wallMs(moment.epochDay, moment.ms), warningOf(moment))
    : refused(moment.kind);
}

function warningOf(moment: Extract<Moment, { kind: 'moment' }>): string | undefined {
  if (moment.evidence === 'serial') return 'excelSerial';
  return moment.zone ? 'zoneIgnored' : undefined;
}

function refused(kind: 'ambiguous' | 'impossible' | 'none'): CellReading {
  if (kind === 'ambiguous') return orderUnknown;
  return kind === 'impossible' ? noSuchDay : notADate;
}

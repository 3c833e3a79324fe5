import type { Citation } from '../domain/improvement/citation';
import type { DayRange } from './contract';
import { secondsIn, type DisplayScale } from './display';

/** A mean in the shown unit as what documents take over; nothing where there is no value. */
export function citeMean(
  { n, mean }: { readonly n: number; readonly mean: number | null },
  unit: DisplayScale['unit'],
  period: DayRange | null,
): Pick<Citation, 'levels'> {
  if (mean === null) return { levels: [] };
  const before = period?.before ?? null;
  const level = {
    of: '',
    name: null,
    n,
    from: period?.from ?? null,
    to: before === null ? null : before - 1,
  };
  return {
    levels: [
      unit === null
        ? { ...level, quantity: 'number', value: mean }
        : { ...level, quantity: 'time', value: mean * secondsIn[unit] },
    ],
  };
}

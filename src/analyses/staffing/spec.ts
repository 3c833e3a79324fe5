import * as v from 'valibot';
import type { Failure, Result } from '../../kernel/result';
import { meanOf } from '../../stats/special/sums';
import type { AnalysisInput, SpecSchema } from '../contract';
import { measuredValues, openMeasure } from '../measure';
import { readSpec } from '../read-spec';
import { positiveOrNone, within } from '../series-fields';

export interface StaffingSpec {
  /** Calls per hour. */
  readonly arrivals: number;
  /** Mean handling time in seconds: talk, hold and wrap-up. */
  readonly handling: number;
  /** Percent of the calls answered in time. */
  readonly level: number;
  readonly withinSeconds: number;
  /** Percent of the paid time in which nobody takes calls: leave, training, breaks. */
  readonly shrinkage: number;
  /** Percent of their time that agents may be busy at most, or null. */
  readonly mostOccupied: number | null;
}

/** The options form. */
export const staffingSchema: SpecSchema = {
  fields: [
    { key: 'arrivals', input: 'number', min: 0, max: 1_000_000 },
    { key: 'handling', input: 'number', min: 1, max: 86_400 },
    { key: 'level', input: 'number', min: 1, max: 99.9 },
    { key: 'withinSeconds', input: 'number', min: 0, max: 3600 },
    { key: 'shrinkage', input: 'number', min: 0, max: 90 },
    { key: 'mostOccupied', input: 'number', min: 10, max: 99, optional: true, advanced: true },
  ],
};

const stored: v.GenericSchema<unknown, StaffingSpec> = v.object({
  arrivals: within(0, 1_000_000, 100),
  handling: within(1, 86_400, 300),
  level: within(1, 99.9, 80),
  withinSeconds: within(0, 3600, 20),
  shrinkage: within(0, 90, 30),
  mostOccupied: positiveOrNone,
});

/** A staffing spec from unknown data. */
export function parseStaffingSpec(raw: unknown): Result<StaffingSpec, Failure> {
  return readSpec(stored, raw);
}

const handlingWords = /处理时长|通话时长|通话时间|服务时长|aht|handl|talk/i;
const longest = 7200;

/** The customary plan, with the mean of a column of handling times where the data has one. */
export function staffingDefaults({ table }: AnalysisInput): Result<StaffingSpec, Failure> {
  const times = table.columns.find(({ type, name }) => type === 'duration' && handlingWords.test(name));
  const opened = times ? openMeasure(table, times.id) : null;
  const seconds = opened?.ok ? measuredValues(opened.value.column) : [];
  const mean = seconds.length > 0 ? Math.round(meanOf(seconds)) : 0;
  return parseStaffingSpec(mean >= 1 && mean <= longest ? { handling: mean } : {});
}

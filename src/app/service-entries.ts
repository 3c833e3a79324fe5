/** Stored records of indicators and outlet tables as the typed things that pages show. */

import type { IndicatorValue } from '../domain/kpi/indicator';
import type { Quarter } from '../domain/scorecard/quarters';
import type { OutletQuarter } from '../domain/scorecard/scorecard';
import type { StoredRecord } from '../store/types';

/** Ids of the records that hold targets; the code of the indicator follows. */
export const targetPrefix = 'target ';

function value({ fields }: StoredRecord, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name].value : null;
}

/** A monthly value; null for a record that is none. */
export function toIndicator(record: StoredRecord): IndicatorValue | null {
  const [kpi, month, numerator, denominator] = ['kpi', 'month', 'numerator', 'denominator'].map((name) =>
    value(record, name),
  );
  return typeof kpi === 'string' &&
    typeof month === 'number' &&
    typeof numerator === 'number' &&
    typeof denominator === 'number' &&
    denominator > 0
    ? { kpi, month, numerator, denominator }
    : null;
}

/** What indicators are to reach, in their units, by code. */
export function toTargets(records: readonly StoredRecord[]): ReadonlyMap<string, number> {
  const targets = new Map<string, number>();
  for (const record of records) {
    const target = value(record, 'target');
    if (record.id.startsWith(targetPrefix) && typeof target === 'number') {
      targets.set(record.id.slice(targetPrefix.length), target);
    }
  }
  return targets;
}

/** Outlets as they were entered in tables, by quarter. */
export function toTables(records: readonly StoredRecord[]): ReadonlyMap<Quarter, readonly OutletQuarter[]> {
  const quarters = new Map<Quarter, OutletQuarter[]>();
  for (const record of records) {
    const measured = value(record, 'measured');
    if (typeof measured !== 'object' || measured === null) continue;
    const quarter = record.id.slice(0, record.id.indexOf(' '));
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), measured as unknown as OutletQuarter]);
  }
  return quarters;
}

/** Why the data of an outlet's quarter are held to be falsified, by the id of its record: `2026-Q3 outlet`. */
export function toFalsified(records: readonly StoredRecord[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const record of records) {
    const reason = value(record, 'falsified');
    if (typeof reason === 'string' && reason !== '') found.set(record.id, reason);
  }
  return found;
}

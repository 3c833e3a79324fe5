/** How long kinds of data are kept, and what of them is due for deletion. Nothing is deleted by itself. */

import { daysInMonth, fromEpochDay, toEpochDay } from '../../kernel/dates';

export const retentionKinds = ['datasets', 'events', 'evidence', 'answers'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** Months for which a kind is kept, from 1 to `mostMonths`; null = no rule, nothing falls due. */
export type RetentionRules = Readonly<Record<RetentionKind, number | null>>;

export const mostMonths = 600;

export const noRules: RetentionRules = { datasets: null, events: null, evidence: null, answers: null };

/** Something that is kept. */
export interface Kept {
  readonly kind: RetentionKind;
  readonly id: string;
  readonly name: string;
  /** Epoch day from which its time runs; null = it does not run yet, such as while a case is open. */
  readonly from: number | null;
  /** Last epoch day on which it must be kept, whatever the rule says; null = none. */
  readonly keepUntil: number | null;
}

/** Something whose time is over. */
export interface Due extends Kept {
  /** First epoch day on which it need not be kept any more. */
  readonly since: number;
}

/**
 * The last day of a period of months that began on a day: the day of the same number, or the last day of a month that
 * has none.
 *
 * Source  Civil Code of the PRC, art. 201 and 202: the first day does not count, the corresponding day is the last
 */
export function lastDayOfPeriod(from: number, months: number): number {
  if (!Number.isInteger(months) || months < 0) {
    throw new RangeError(`a period requires a whole number of months: ${months}`);
  }
  const { year, month, day } = fromEpochDay(from);
  const index = year * 12 + month - 1 + months;
  const [endYear, endMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return toEpochDay(endYear, endMonth, Math.min(day, daysInMonth(endYear, endMonth)));
}

/** What is due on a day, the longest due first; a time that the law sets outlasts a shorter rule. */
export function dueForDeletion(kept: Iterable<Kept>, rules: RetentionRules, today: number): readonly Due[] {
  const due: Due[] = [];
  for (const one of kept) {
    const months = rules[one.kind];
    if (months === null || one.from === null) continue;
    const since = Math.max(lastDayOfPeriod(one.from, months), one.keepUntil ?? -Infinity) + 1;
    if (since <= today) due.push({ ...one, since });
  }
  return due.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
}

/** The rules that a setting holds; what is no number of months is no rule. */
export function readRules(value: unknown): RetentionRules {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const monthsOf = (kind: RetentionKind): number | null => {
    const months = Object.hasOwn(given, kind) ? given[kind] : null;
    const isValid = typeof months === 'number' && Number.isInteger(months) && months >= 1 && months <= mostMonths;
    return isValid ? months : null;
  };
  return {
    datasets: monthsOf('datasets'),
    events: monthsOf('events'),
    evidence: monthsOf('evidence'),
    answers: monthsOf('answers'),
  };
}

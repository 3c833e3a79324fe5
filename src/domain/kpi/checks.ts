/** What is odd about figures before anybody believes them: warnings, never corrections. */

import type { Phrase } from '../../kernel/result';

/** A figure of a report as it was written down. */
export interface ReportedFigure {
  readonly name: string;
  readonly value: number;
  /** `percent` 0–100; any other word is a unit of its own. */
  readonly unit: string;
  readonly definition?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly period?: string;
}

/** A change as a table prints it. */
export interface ReportedChange {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** As printed, without its sign; said to be percent. */
  readonly printedPercent: number;
  readonly isShare: boolean;
}

const near = 0.06;

/**
 * Whether a printed "percent" is in truth a difference in percentage points, is the relative change, or neither.
 *
 * Formula  points = |after − before|, relative = 100·|after − before|/|before|; equal within the rounding of one decimal
 */
export function readChange({ before, after, printedPercent, isShare }: ReportedChange): {
  readonly kind: 'points' | 'relative' | 'neither';
  readonly points: number;
  readonly relative: number | null;
  /** Of a share: by how much the cases that failed became fewer, in percent. */
  readonly failures: number | null;
} {
  const points = Math.abs(after - before);
  const relative = before === 0 ? null : (100 * points) / Math.abs(before);
  const failures = isShare && before < 100 ? (100 * (after - before)) / (100 - before) : null;
  const isNear = (value: number | null): boolean => value !== null && Math.abs(value - printedPercent) <= near;
  const kind = isNear(relative) ? 'relative' : isNear(points) ? 'points' : 'neither';
  return { kind, points, relative, failures };
}

/**
 * What a team can handle.
 *
 * Formula  contacts per agent and working day = contacts/(agents·days); hours = that × handling time
 */
export function handlingLoad(plan: {
  readonly contacts: number;
  readonly agents: number;
  readonly workingDays: number;
  readonly handlingMinutes: number;
}): { readonly contactsPerDay: number; readonly hoursPerDay: number } | null {
  const { contacts, agents, workingDays, handlingMinutes } = plan;
  if (!(agents > 0 && workingDays > 0)) return null;
  const contactsPerDay = contacts / (agents * workingDays);
  return { contactsPerDay, hoursPerDay: (contactsPerDay * handlingMinutes) / 60 };
}

/** Whole percentages that add up to 100 (largest remainder), for parts of a whole; empty where the sum is not positive. */
export function wholePercents(parts: readonly number[], decimals = 0): readonly number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (!(sum > 0) || parts.some((part) => part < 0)) return [];
  const scale = 10 ** decimals;
  const exact = parts.map((part) => (100 * scale * part) / sum);
  const floors = exact.map(Math.floor);
  let rest = 100 * scale - floors.reduce((total, part) => total + part, 0);
  const byRemainder = exact.map((value, i) => ({ i, left: value - floors[i] })).sort((a, b) => b.left - a.left);
  for (const { i } of byRemainder) {
    if (rest <= 0) break;
    floors[i]++;
    rest--;
  }
  return floors.map((value) => value / scale);
}

/** Hours that an agent cannot be asked to handle contacts for in one working day. */
const longestDay = 7.5;

/**
 * Warnings about reported figures. `code` is a key below `kpi.warning`.
 *
 * Found  percentage points printed as percent; a percentage without its counts; a percentage that its counts contradict
 *        or that lies outside 0–100; one name with two definitions; one value under two names; more than one period
 */
export function checkFigures(figures: readonly ReportedFigure[]): readonly Phrase[] {
  const found: Phrase[] = [];
  for (const { name, value, unit, numerator, denominator } of figures) {
    if (unit !== 'percent') continue;
    if (!(value >= 0 && value <= 100)) found.push({ code: 'outside', params: { name, value } });
    if (numerator === undefined || denominator === undefined) found.push({ code: 'bare', params: { name } });
    else if (!(denominator > 0) || Math.abs((100 * numerator) / denominator - value) > near) {
      found.push({ code: 'contradicted', params: { name, value, numerator, denominator } });
    }
  }
  for (const [i, a] of figures.entries()) {
    for (const b of figures.slice(i + 1)) {
      const isSameName = a.name === b.name;
      if (isSameName && a.definition !== b.definition)
        found.push({ code: 'two-definitions', params: { name: a.name } });
      if (isSameName && a.unit !== b.unit) found.push({ code: 'two-units', params: { name: a.name } });
      if (!isSameName && a.value === b.value && a.unit === b.unit && a.period === b.period) {
        found.push({ code: 'one-value', params: { first: a.name, second: b.name, value: a.value } });
      }
    }
  }
  return found;
}

/** Warnings about printed changes and a planned load. `code` is a key below `kpi.warning`. */
export function checkChange(change: ReportedChange): readonly Phrase[] {
  const { kind, points, relative } = readChange(change);
  if (kind === 'relative' || !change.isShare) {
    return kind === 'neither' ? [{ code: 'change-wrong', params: { name: change.name, relative: relative ?? 0 } }] : [];
  }
  if (kind === 'points') return [{ code: 'points', params: { name: change.name, points, relative: relative ?? 0 } }];
  return [{ code: 'change-wrong', params: { name: change.name, relative: relative ?? 0 } }];
}

/** Whether a load can be; `code` is a key below `kpi.warning`. */
export function checkLoad(plan: Parameters<typeof handlingLoad>[0]): readonly Phrase[] {
  const load = handlingLoad(plan);
  if (!load || load.hoursPerDay <= longestDay) return [];
  const { contactsPerDay, hoursPerDay } = load;
  return [{ code: 'impossible-load', params: { contactsPerDay, hoursPerDay, longestDay } }];
}

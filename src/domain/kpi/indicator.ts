import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { ratioOrNull, type Maybe } from '../../stats/descriptive/measured';
import { controlChart } from '../../stats/control/control-chart';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { ChartData, ControlChart } from '../../stats/control/types';
import { factorOf, type Kpi } from './catalogue';

/** A value of a month as what it was counted from; the quotient is never stored. */
export interface IndicatorValue {
  readonly kpi: string;
  /** Year × 12 + month − 1. */
  readonly month: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** The figure in the unit of its indicator; null where the denominator is 0. */
export function figureOf({ unit }: Kpi, { numerator, denominator }: IndicatorValue): Maybe {
  const ratio = ratioOrNull(numerator, denominator);
  return ratio === null ? null : factorOf(unit) * ratio;
}

/**
 * A value as a person gives it.
 *
 * Fails  kpi-month-missing, kpi-denominator-missing (a bare percentage is no value), kpi-denominator-not-positive,
 *        kpi-numerator-negative, kpi-numerator-exceeds, kpi-numerator-not-whole
 */
export function checkIndicator(
  kpi: Kpi,
  given: { readonly month: Maybe; readonly numerator: Maybe; readonly denominator: Maybe },
): Result<IndicatorValue, Failure> {
  const { month, numerator, denominator } = given;
  if (month === null) return fail('kpi-month-missing');
  if (numerator === null || denominator === null) return fail('kpi-denominator-missing');
  if (!(denominator > 0)) return fail('kpi-denominator-not-positive', { denominator });
  if (numerator < 0 && kpi.kind !== 'net') return fail('kpi-numerator-negative', { numerator });
  if (kpi.kind === 'share' && numerator > denominator) return fail('kpi-numerator-exceeds', { numerator, denominator });
  return ok({ kpi: kpi.code, month, numerator, denominator });
}

/** How many points the limits of over-dispersed counts need before they may widen the ordinary ones. */
const enoughForLaney = 12;

/** A run of months of one indicator, ready to be drawn; gaps stay gaps. */
export interface IndicatorSeries {
  readonly kpi: Kpi;
  readonly months: readonly number[];
  readonly values: readonly (IndicatorValue | null)[];
  readonly data: ChartData;
  readonly chart: ControlChart | null;
}

/** From the first month with a value to the last, every month in between. */
export function seriesOf(kpi: Kpi, values: readonly IndicatorValue[]): IndicatorSeries {
  const byMonth = new Map(values.filter(({ kpi: code }) => code === kpi.code).map((value) => [value.month, value]));
  const known = [...byMonth.keys()].sort((a, b) => a - b);
  const first = known[0] ?? 0;
  const months =
    known.length === 0 ? [] : Array.from({ length: known[known.length - 1] - first + 1 }, (_, i) => first + i);
  const own = months.map((month) => byMonth.get(month) ?? null);
  const data = dataOf(kpi, own);
  const chart = own.length === 0 ? null : controlChart(data, { rules: ruleSets.default });
  return { kpi, months, values: own, data, chart: chart?.ok ? withinBounds(chart.value, boundsOf(kpi)) : null };
}

/** Between which an average or a share of this indicator can lie at all. */
function boundsOf({ code, kind }: Kpi): readonly [low: number, high: number] {
  if (kind === 'net') return [-1, 1];
  if (kind === 'share') return [0, 1];
  // Points of a check sheet, of a hundred.
  return [0, code === 'qaScore' ? 100 : Infinity];
}

/** Limits of individual values know no bounds; one that nothing can reach is drawn where the values end. */
function withinBounds(chart: ControlChart, [low, high]: readonly [number, number]): ControlChart {
  const cut = (limits: readonly Maybe[]): readonly Maybe[] =>
    limits.map((limit) => limit && Math.min(high, Math.max(low, limit)));
  return { ...chart, main: { ...chart.main, lower: cut(chart.main.lower), upper: cut(chart.main.upper) } };
}

/**
 * How an indicator is charted: shares of counted cases as p, rates as u, both with limits after Laney where the months
 * scatter more than counting alone explains; everything else as individual values.
 */
function dataOf(kpi: Kpi, values: readonly (IndicatorValue | null)[]): ChartData {
  const numerators = values.map((value) => value?.numerator ?? null);
  const sizes = values.map((value) => value?.denominator ?? null);
  const isCounted = [...numerators, ...sizes].every((count) => count === null || Number.isInteger(count));
  if (isCounted && kpi.kind === 'share') {
    const laney = { kind: 'laney-p', defectives: numerators, sizes } as const;
    return isOverDispersed(laney) ? laney : { ...laney, kind: 'p' };
  }
  if (isCounted && kpi.kind === 'rate') {
    const laney = { kind: 'laney-u', counts: numerators, sizes } as const;
    return isOverDispersed(laney) ? laney : { ...laney, kind: 'u' };
  }
  return {
    kind: 'individuals',
    values: values.map((value) => value && ratioOrNull(value.numerator, value.denominator)),
  };
}

function isOverDispersed(data: Extract<ChartData, { readonly sizes: unknown }>): boolean {
  const points = data.sizes.filter((size) => size !== null).length;
  const drawn = points < enoughForLaney ? null : controlChart(data, { rules: [] });
  return drawn?.ok === true && (drawn.value.stages[0]?.sigmaZ ?? 1) > 1;
}

/**
 * Values from a table pasted from a spreadsheet: indicator, month, numerator, denominator; cells apart by tabs or commas.
 *
 * Shape  a first line without any digit is a heading; `find` tells the indicator of a word, by code or name
 * Fails  kpi-line-percent (a percentage in place of its counts), kpi-line-unknown, kpi-line-unreadable, kpi-table-empty,
 *        and what `checkIndicator` fails with; params hold the line
 */
export function parseIndicators(
  text: string,
  find: (word: string) => Kpi | undefined,
): Result<readonly IndicatorValue[], Failure> {
  const values: IndicatorValue[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const cells = raw.split(/\t|,|，/).map((cell) => cell.trim());
    const line = index + 1;
    if (cells.every((cell) => cell === '') || (index === 0 && !/\d/.test(raw))) continue;
    const [word, period, ...numbers] = cells;
    const kpi = find(word);
    const shown = raw.trim().slice(0, 40);
    if (!kpi) return fail('kpi-line-unknown', { line, text: word });
    const given = numbers.filter((cell) => cell !== '');
    if (given.some((cell) => /[%％‰‱]$/.test(cell)) || given.length === 1) {
      return fail('kpi-line-percent', { line, text: shown });
    }
    const [numerator, denominator] = given.map(Number);
    const month = readMonth(period ?? '');
    if (month === null || given.length !== 2 || !Number.isFinite(numerator) || !Number.isFinite(denominator)) {
      return fail('kpi-line-unreadable', { line, text: shown });
    }
    const checked = checkIndicator(kpi, { month, numerator, denominator });
    if (!checked.ok) return fail('kpi-line-refused', { line, text: shown, why: reasonOf(checked.failure) });
    values.push(checked.value);
  }
  return values.length === 0 ? fail('kpi-table-empty') : ok(values);
}

function reasonOf({ code, params }: Failure): {
  readonly as: 'term';
  readonly key: string;
  readonly params: Failure['params'];
} {
  return { as: 'term', key: `failure.${code}`, params };
}

/** `2026-03`, `2026/3`, `2026年3月` as year × 12 + month − 1; null for anything else. */
export function readMonth(word: string): Maybe {
  const [, year, month] = /^(\d{4})\D(\d{1,2})\D?$/u.exec(word.trim()) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return null;
  return Number(year) * 12 + Number(month) - 1;
}

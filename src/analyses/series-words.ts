/** Numbers, names and rules of a plotted series as phrases. */

import type { Phrase, PhraseValue } from '../kernel/result';
import type { Maybe, RuleSpec, Signal } from '../stats/control/types';
import type { Filter } from '../table/filter';
import type { DisplayScale } from './display';
import { figure, firstOf, fixed, percent, plain, say, term } from './phrases';
import type { PlotChoice, PlottedSeries } from './plotted-series';
import { pointFilters, type PointSource } from './point-source';
import { countJudged } from './signals';
import type { Placement, StageName } from './stages';

const labelsListed = 8;

/** A plotted number as it is shown, without its unit. */
export function shown({ kind, factor, decimals }: DisplayScale, value: number): PhraseValue {
  if (kind === 'percent') return percent(value, percentDigits(value));
  const number = figure(value * factor);
  if (decimals === undefined || typeof number !== 'object' || number.as !== 'decimal') return number;
  return fixed(value * factor, Math.max(decimals, number.digits ?? 0));
}

function percentDigits(fraction: number): number {
  const size = Math.abs(fraction);
  return size >= 0.01 || size === 0 ? 1 : size >= 0.001 ? 2 : 3;
}

/** A number at a tick of the axis, already scaled: no more digits than it needs. */
export function tick({ kind }: DisplayScale, value: number): PhraseValue {
  if (kind !== 'percent') return { as: 'decimal', value };
  const hundredths = value * 100;
  return percent(value, Math.abs(hundredths - Math.round(hundredths)) < 1e-9 ? 0 : percentDigits(value));
}

/** A plotted number with its unit: 3.2 %, 14.3 per 10,000, 8.5 minutes. */
export function shownWithUnit(scale: DisplayScale, value: number): Phrase {
  const text = shown(scale, value);
  const { kind, factor, unit } = scale;
  if (kind === 'rate' && factor !== 1) return say('analyses.series.word.perUnits', { value: text, per: factor });
  if (unit !== null) {
    return say('analyses.series.word.withUnit', { value: text, unit: term(`analyses.series.unit.${unit}`) });
  }
  return say('analyses.shared.plain', { text });
}

/** A headline figure: the value, and below it the unit alone where it has one. */
export function headlineValue(
  scale: DisplayScale,
  value: number,
): { readonly value: PhraseValue; readonly note?: Phrase } {
  const { kind, factor, unit } = scale;
  const text = shown(scale, value);
  if (kind === 'rate' && factor !== 1) return { value: text, note: say('analyses.series.word.per', { per: factor }) };
  return unit === null ? { value: text } : { value: text, note: plain(term(`analyses.series.unit.${unit}`)) };
}

type Named = Pick<PlottedSeries, 'measureName' | 'sizeName'>;
type Counting = Pick<PlotChoice, 'numerator' | 'countedColumn' | 'countedValues'>;

/** What is counted or shared, with the values that make a row count. */
export function countedPhrase(spec: Counting, measureName: PhraseValue, as: 'share' | 'count'): Phrase {
  if (spec.numerator !== 'values') return say(`analyses.series.axis.${as}`, { measure: measureName });
  const isFlag = spec.countedValues.every((value) => value === '1' || value === '0');
  const words = spec.countedValues.map((value) =>
    isFlag ? term(`analyses.shared.${value === '1' ? 'yes' : 'no'}`) : value,
  );
  return say(`analyses.series.axis.${as}Of`, { column: measureName, values: firstOf(words, 3) });
}

/** What the vertical axis shows. */
export function plotName(spec: PlotChoice, scale: DisplayScale, named: Named): Phrase {
  if (spec.plot === 'share' || spec.plot === 'count') return countedPhrase(spec, named.measureName, spec.plot);
  if (spec.plot === 'rate') return say('analyses.series.axis.rate', { size: named.sizeName ?? '', per: scale.factor });
  return measureAxis(
    named.measureName,
    scale.unit,
    spec.subgroup === 'row' ? null : term(`analyses.series.statistic.${spec.statistic}`),
  );
}

/** A measured column with the figure taken of it and its unit, as far as there are any. */
export function measureAxis(measure: PhraseValue, unit: DisplayScale['unit'], statistic: PhraseValue | null): Phrase {
  const unitWord = unit === null ? null : term(`analyses.series.unit.${unit}`);
  if (statistic !== null && unitWord !== null) {
    return say('analyses.series.axis.statisticInUnit', { measure, statistic, unit: unitWord });
  }
  if (statistic !== null) return say('analyses.series.axis.statistic', { measure, statistic });
  return unitWord === null
    ? say('analyses.shared.plain', { text: measure })
    : say('analyses.series.axis.inUnit', { measure, unit: unitWord });
}

/** The rule of a signal in words. */
export function ruleWords(rules: readonly RuleSpec[], k: number, signal: Pick<Signal, 'rule'>): Phrase {
  const rule = rules.find((one) => one.rule === signal.rule);
  const n = rule ? rule.length + (rule.countMoves ? 1 : 0) : 1;
  return say(`analyses.controlChart.rule.${signal.rule}`, { n, k });
}

/** What a stage is called: as a person named it, or by where it stands. */
export function stageTitle(stages: readonly StageName[], index: number): PhraseValue {
  const { name } = stages[index];
  if (name !== null && name.trim() !== '') return name;
  if (stages.length === 1) return term('analyses.series.word.allPoints');
  return name === null ? term('analyses.series.word.before') : String(index + 1);
}

/** How many points are judged; those left out and the places without a value are named apart, where there are any. */
export function pointCount(values: readonly Maybe[], excluded: Placement['excluded']): PhraseValue {
  const points = countJudged(values, excluded);
  const gaps = values.filter((value) => value === null).length;
  const left = values.length - gaps - points;
  const kind = left > 0 ? (gaps > 0 ? 'leftOutAndGaps' : 'leftOut') : gaps > 0 ? 'gaps' : 'plain';
  return term(`analyses.series.word.points.${kind}`, { points, gaps, left });
}

/** Labels of points as one enumeration. */
export function labelList(labels: readonly string[], indices: readonly number[]): PhraseValue {
  return firstOf(
    indices.map((index) => labels[index]),
    labelsListed,
  );
}

/** Conditions behind a point: the rows counted, or all rows of the point where none was. */
export function drillPlotted(
  outcome: {
    readonly spec: PlotChoice;
    readonly filters: readonly Filter[];
    readonly source: PointSource;
    readonly rowsPerPoint: readonly number[];
    readonly numerators: PlottedSeries['numerators'];
  },
  index: number,
): readonly Filter[] | undefined {
  if (!(outcome.rowsPerPoint[index] > 0)) return undefined;
  const { filters, spec, numerators } = outcome;
  const countsSome = spec.plot !== 'measure' && spec.numerator === 'values';
  const isEmpty = countsSome && (numerators?.[index] ?? 0) === 0;
  return [...(isEmpty ? filters.slice(0, -1) : filters), ...pointFilters(outcome.source, index)];
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { oneWayAnova } from '../../stats/anova/one-way';
import { holm } from '../../stats/correction/holm';
import { summarize } from '../../stats/descriptive/summary';
import { valuesBy } from '../../table/aggregate';
import { columnName } from '../column-name';
import type { AnalysisInput } from '../contract';
import { openMeasure, type Measure } from '../measure';
import { selectScope, type Scope } from '../scope';
import { makeSubgroups } from '../subgroups';
import { valueGroups, type ValueGroup } from '../value-groups';
import type { EffectLevel, FactorEffect, MainEffectsOutcome } from './outcome';
import { mostFactors, mostLevels, type MainEffectsSpec } from './spec';

/** Levels with fewer values are shown, but take no part in ranges and tests. */
export const enoughValues = 5;

/**
 * The mean of a measure at each level of several factors, one factor at a time.
 *
 * Formula   mean ± t(n − 1)·s/√n of each level by itself; range = highest − lowest mean of the levels with at least five
 *           values; Welch's F of those levels (the ordinary F where one does not vary), Holm's correction over factors
 * Fails     choose-measure, column-unknown, measure-not-numbers, measure-no-values, main-effects-choose-factors,
 *           main-effects-too-many-factors, main-effects-factor-is-measure, main-effects-one-level,
 *           main-effects-too-many-levels, and those of `selectScope`
 * Source    Montgomery, Design and Analysis of Experiments, 8th ed., §5.2; Welch 1951; Holm 1979
 */
export function runMainEffects(input: AnalysisInput, spec: MainEffectsSpec): Result<MainEffectsOutcome, Failure> {
  const { table } = input;
  const measure = openMeasure(table, spec.measure);
  if (!measure.ok) return measure;
  const chosen = [...new Set(spec.factors)];
  if (chosen.length === 0) return fail('main-effects-choose-factors');
  if (chosen.length > mostFactors)
    return fail('main-effects-too-many-factors', { factors: chosen.length, most: mostFactors });
  if (chosen.includes(measure.value.column.id))
    return fail('main-effects-factor-is-measure', { column: measure.value.name });
  const scope = selectScope(table, spec);
  if (!scope.ok) return scope;
  const [stored] = valuesBy({ size: 1, of: new Int32Array(table.rows) }, measure.value.column, scope.value.rows);
  const { mean } = summarize(stored);
  if (mean === null) return fail('measure-no-values', { column: measure.value.name });
  const factors: Untested[] = [];
  for (const id of chosen) {
    const factor = openFactor(input, spec, { id, measure: measure.value, scope: scope.value, total: stored.length });
    if (!factor.ok) return factor;
    factors.push(factor.value);
  }
  return ok({
    spec,
    measureName: measure.value.name,
    unit: measure.value.unit,
    grandMean: mean / measure.value.size,
    total: stored.length,
    factors: withCorrection(factors).sort((a, b) => (b.range?.size ?? -1) - (a.range?.size ?? -1)),
    coverage: {
      rows: scope.value.count,
      missing: scope.value.count - stored.length,
      undated: scope.value.undated,
    },
  });
}

type Untested = Omit<FactorEffect, 'test'> & {
  readonly test: Omit<NonNullable<FactorEffect['test']>, 'adjustedP'> | null;
};

function openFactor(
  { table, codes }: AnalysisInput,
  spec: MainEffectsSpec,
  of: { readonly id: string; readonly measure: Measure; readonly scope: Scope; readonly total: number },
): Result<Untested, Failure> {
  const { id, measure, scope, total } = of;
  const subgroups = makeSubgroups(table, scope, {
    subgroup: 'column',
    subgroupColumn: id,
    dateColumn: null,
    period: spec.period,
  });
  if (!subgroups.ok) return subgroups;
  const name = columnName(table, id);
  const { size } = subgroups.value.groups;
  // Before the values are taken apart: a column of numbers of cases would make one list per row.
  if (size > mostLevels * 100)
    return fail('main-effects-too-many-levels', { column: name, levels: size, most: mostLevels });
  const filled = valueGroups(codes, scope, subgroups.value, measure).filter(({ values }) => values.length > 0);
  if (filled.length < 2) return fail('main-effects-one-level', { column: name });
  if (filled.length > mostLevels)
    return fail('main-effects-too-many-levels', { column: name, levels: filled.length, most: mostLevels });
  const levels = filled.flatMap(toLevel);
  const isNominal = subgroups.value.source.kind === 'word';
  const ordered = isNominal ? [...levels].sort((a, b) => b.mean - a.mean) : levels;
  return ok({
    name,
    levels: ordered,
    unplaced: total - levels.reduce((sum, { n }) => sum + n, 0),
    range: rangeOf(ordered),
    test: testOf(filled.filter(({ values }) => values.length >= enoughValues)),
  });
}

function toLevel({ label, values, filters }: ValueGroup): EffectLevel[] {
  const { n, mean, sd, meanInterval } = summarize(values);
  return mean === null ? [] : [{ label, n, mean, sd, interval: meanInterval, filters }];
}

function rangeOf(levels: readonly EffectLevel[]): FactorEffect['range'] {
  const ranked = levels
    .map(({ n, mean }, index) => ({ n, mean, index }))
    .filter(({ n }) => n >= enoughValues)
    .sort((a, b) => b.mean - a.mean);
  const [highest] = ranked;
  const lowest = ranked.at(-1);
  if (ranked.length < 2 || !lowest) return null;
  return { size: highest.mean - lowest.mean, highest: highest.index, lowest: lowest.index };
}

/** Levels by their place: names of a file may be equal in another language, places are not. */
function testOf(groups: readonly ValueGroup[]): Untested['test'] {
  const named = groups.map(({ values }, index) => ({ name: String(index), values }));
  const fitted = oneWayAnova(named, { comparisons: 'none' });
  if (!fitted.ok) return null;
  const { welch, f, dfBetween, dfWithin, pValue, omegaSquared } = fitted.value;
  return welch
    ? { method: 'welch', f: welch.f, df1: welch.df1, df2: welch.df2, pValue: welch.pValue, omegaSquared }
    : { method: 'classic', f, df1: dfBetween, df2: dfWithin, pValue, omegaSquared };
}

function withCorrection(factors: readonly Untested[]): FactorEffect[] {
  const adjusted = holm(factors.map(({ test }) => test?.pValue ?? null));
  return factors.map((factor, index) => ({
    ...factor,
    test: factor.test === null ? null : { ...factor.test, adjustedP: adjusted[index] ?? factor.test.pValue },
  }));
}

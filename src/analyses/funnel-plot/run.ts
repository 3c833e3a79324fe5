import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { funnelPlot, type FunnelPlot } from '../../stats/control/funnel-plot';
import type { Maybe } from '../../stats/control/types';
import { benjaminiHochberg } from '../../stats/correction/benjamini-hochberg';
import { binomial } from '../../stats/distributions/binomial';
import { chiSquare } from '../../stats/distributions/gamma';
import { poisson } from '../../stats/distributions/poisson';
import { columnName, isCoded } from '../column-name';
import type { AnalysisInput, CodeNames } from '../contract';
import { countNumerators, measureSizes, type Counted, type Sized } from '../counts';
import { roundRate, type DisplayScale } from '../display';
import { pointFilters } from '../point-source';
import { selectScope, type Scope } from '../scope';
import { makeSubgroups, type Subgroups } from '../subgroups';
import type { ComparedUnit, FunnelOutcome } from './outcome';
import type { FunnelPlotSpec } from './spec';
import { unitsWithoutRows, withUnits } from './zero-units';

/** Rows → units with count and size → rates, limits and the units outside. */
export function runFunnelPlot(input: AnalysisInput, spec: FunnelPlotSpec): Result<FunnelOutcome, Failure> {
  if (spec.unitColumn === null) return fail('funnel-choose-unit');
  const scope = selectScope(input.table, spec);
  if (!scope.ok) return scope;
  const named = makeSubgroups(input.table, scope.value, {
    subgroup: 'column',
    subgroupColumn: spec.unitColumn,
    dateColumn: spec.dateColumn,
    period: spec.period,
  });
  if (!named.ok) return named;
  const withoutRows = spec.denominator === 'second' ? unitsWithoutRows(input.second, spec.secondKey, named.value) : [];
  const subgroups = withUnits(named.value, spec.zeroUnits ? withoutRows : []);
  const counted = countNumerators(input.table, scope.value, subgroups.groups, spec);
  if (!counted.ok) return counted;
  const sized = measureSizes(input, subgroups, counted.value, spec);
  if (!sized.ok) return sized;
  const pooled = pool(counted.value.values, sized.value.values, subgroups.labels, spec);
  if (!pooled.ok) return pooled;
  return compare(input, spec, {
    scope: scope.value,
    subgroups,
    withoutRows,
    counted: counted.value,
    sized: sized.value,
    pooled: pooled.value,
  });
}

interface Prepared {
  readonly scope: Scope;
  readonly subgroups: Subgroups;
  readonly withoutRows: readonly string[];
  readonly counted: Counted;
  readonly sized: Sized;
  readonly pooled: FunnelOutcome['pooled'];
}

function compare(input: AnalysisInput, spec: FunnelPlotSpec, prepared: Prepared): Result<FunnelOutcome, Failure> {
  const { scope, subgroups, counted, sized, pooled } = prepared;
  const scale = scaleOf(spec, pooled.value);
  const target = targetOf(spec, scale, pooled.value);
  if (!target.ok) return target;
  const data = { kind: spec.kind, counts: counted.values, sizes: sized.values };
  const plot = funnelPlot(data, { target: target.value, method: spec.method });
  if (!plot.ok) return plot;
  const filters = [...scope.filters, ...(counted.filter ? [counted.filter] : [])];
  const units = describeUnits(input.codes, spec, prepared, plot.value, target.value);
  return ok({
    spec,
    units,
    curve: plot.value.curve,
    target: target.value,
    pooled,
    scale,
    unitName: columnName(input.table, spec.unitColumn ?? ''),
    measureName: counted.name,
    sizeName: sized.name,
    dispersion: plot.value.dispersion,
    dispersionP: dispersionP(plot.value.dispersion, units.length),
    filters,
    coverage: {
      rows: scope.count,
      blank: counted.blank,
      unplaced: subgroups.unplaced,
      withoutRows: prepared.withoutRows,
      withoutSize: subgroups.labels
        .filter((_, i) => !((sized.values[i] ?? 0) > 0))
        .map((label) => unitLabel(input.codes, spec, label)),
    },
  });
}

/** All cases over all sizes, of the units that have both. */
function pool(
  counts: readonly Maybe[],
  sizes: readonly Maybe[],
  labels: readonly string[],
  { kind }: FunnelPlotSpec,
): Result<FunnelOutcome['pooled'], Failure> {
  let units = 0;
  let count = 0;
  let size = 0;
  for (const [i, label] of labels.entries()) {
    const [cases, here] = [counts[i], sizes[i]];
    if (here !== null && here < 0) return fail('size-negative', { label, size: here });
    if (cases === null || here === null || here === 0) continue;
    if (kind === 'proportion' && cases > here) {
      return fail('control-defectives-exceed-size', { label, defectives: cases, size: here });
    }
    units++;
    count += cases;
    size += here;
  }
  if (units < 2) return fail('funnel-too-few-units', { units });
  if (count <= 0) return fail('funnel-no-events');
  if (kind === 'proportion' && count === size) return fail('funnel-all-events');
  return ok({ count, size, value: count / size });
}

function scaleOf({ kind, per }: FunnelPlotSpec, pooled: number): DisplayScale {
  return kind === 'proportion'
    ? { kind: 'percent', factor: 1, unit: null }
    : { kind: 'rate', factor: per ?? roundRate([pooled]), unit: null };
}

function targetOf(spec: FunnelPlotSpec, scale: DisplayScale, pooled: number): Result<number, Failure> {
  if (spec.target === 'pooled') return ok(pooled);
  if (spec.targetValue === null) return fail('funnel-choose-target');
  if (spec.kind === 'rate') return ok(spec.targetValue / scale.factor);
  const share = spec.targetValue / 100;
  return share < 1 ? ok(share) : fail('funnel-target-outside', { target: spec.targetValue });
}

function describeUnits(
  codes: CodeNames,
  spec: FunnelPlotSpec,
  { scope, subgroups, counted, sized }: Prepared,
  plot: FunnelPlot,
  target: number,
): ComparedUnit[] {
  const units = plot.units.flatMap(({ value, limits, levelsBeyond, side }, i): ComparedUnit[] => {
    const [count, size] = [counted.values[i], sized.values[i]];
    if (value === null || limits === null || count === null || size === null) return [];
    const narrowed = counted.filter !== null && count > 0 ? [counted.filter] : [];
    const filters = [...scope.filters, ...narrowed, ...pointFilters(subgroups.source, i)];
    const label = unitLabel(codes, spec, subgroups.labels[i]);
    return [
      {
        label,
        count,
        size,
        value,
        limits,
        levelsBeyond,
        side,
        pValue: chanceOf(spec, count, size, target),
        adjustedP: null,
        rows: subgroups.rows[i],
        filters,
      },
    ];
  });
  const adjusted = benjaminiHochberg(units.map(({ pValue }) => pValue));
  return units
    .map((unit, i) => ({ ...unit, adjustedP: adjusted[i] }))
    .sort((a, b) => b.levelsBeyond - a.levelsBeyond || (a.pValue ?? 1) - (b.pValue ?? 1) || b.value - a.value);
}

/** Twice the smaller tail under the target; a count on the target is no evidence at all. */
function chanceOf({ kind }: FunnelPlotSpec, count: number, size: number, target: number): Maybe {
  if (kind === 'proportion' && !(Number.isInteger(size) && target <= 1)) return null;
  const law = kind === 'proportion' ? binomial(size, target) : poisson(target * size);
  return Math.min(1, 2 * Math.min(law.lower(count), law.upper(Math.ceil(count) - 1)));
}

function unitLabel(codes: CodeNames, { unitColumn }: FunnelPlotSpec, label: string): PhraseValue {
  const name = unitColumn !== null && isCoded(unitColumn) ? codes.name(label) : undefined;
  return name ? { as: 'bilingual', zh: name.zh, en: name.en } : label;
}

/** How often chance separates lawful units at least so far. */
function dispersionP(dispersion: Maybe, units: number): Maybe {
  return dispersion === null || units < 2 ? null : chiSquare(units - 1).upper(dispersion * units);
}

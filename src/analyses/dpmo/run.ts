import { uncodedCode } from '../../domain/taxonomy';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { customaryShift } from '../../stats/yield/sigma-level';
import { defectRates, type DefectRates } from '../../stats/yield/dpmo';
import { applyFilters, intersectRows } from '../../table/apply-filters';
import type { Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findColumn, findNumeric } from '../../table/find-column';
import { countBy, countMissing, type Groups } from '../../table/group';
import { dayExtent } from '../../table/period';
import { columnName, isCoded } from '../column-name';
import { codedColumns, type AnalysisInput, type CodeNames } from '../contract';
import { countNumerators, measureSizes, type Counted, type Sized } from '../counts';
import { term } from '../phrases';
import { pointFilters } from '../point-source';
import { selectScope, type Scope } from '../scope';
import { makeSubgroups, type Subgroups } from '../subgroups';
import type { DaySpan, DpmoGroup, DpmoOutcome } from './outcome';
import type { DpmoSpec } from './spec';

/** Counts defects and units and turns them into rates, overall and per group. */
export function runDpmo(input: AnalysisInput, spec: DpmoSpec): Result<DpmoOutcome, Failure> {
  const { table } = input;
  const scope = selectScope(table, spec);
  if (!scope.ok) return scope;
  const subgroups = makeSubgroups(table, scope.value, {
    ...spec,
    subgroup: spec.groupBy,
    subgroupColumn: spec.groupColumn,
  });
  if (!subgroups.ok) return subgroups;
  const counted = countDefects(table, scope.value, subgroups.value.groups, spec);
  if (!counted.ok) return counted;
  const sized = countUnits(input, subgroups.value, counted.value, spec);
  if (!sized.ok) return sized;
  const whole = total(counted.value, sized.value);
  const overall = rate(whole.defects, whole.units, spec);
  if (!overall.ok) return overall;
  const filters = [...scope.value.filters, ...(counted.value.filter ? [counted.value.filter] : [])];
  const groups = makeGroups(input.codes, subgroups.value, counted.value, sized.value, {
    spec,
    filters,
    overall: overall.value,
  });
  if (!groups.ok) return groups;
  return ok({
    spec,
    overall: overall.value,
    groups: groups.value,
    groupName: spec.groupBy === 'column' && spec.groupColumn !== null ? columnName(table, spec.groupColumn) : null,
    timeOrdered: subgroups.value.source.kind === 'period',
    defectName: counted.value.name,
    unitName: sized.value.name,
    scope: scope.value.filters,
    filters,
    coverage: {
      rows: scope.value.count,
      blank: counted.value.blank,
      unplaced: subgroups.value.unplaced,
      withoutUnits:
        spec.groupBy === 'all'
          ? []
          : groups.value.filter(({ rates, rows }) => rates === null && rows > 0).map(({ label }) => label),
      mismatch: spanMismatch(input, scope.value, spec),
    },
  });
}

function countDefects(table: Table, scope: Scope, groups: Groups, spec: DpmoSpec): Result<Counted, Failure> {
  if (spec.defects !== 'coded') return countNumerators(table, scope, groups, { ...spec, numerator: spec.defects });
  const column = findColumn(table, codedColumns.link);
  if (!column) return fail('dpmo-not-coded');
  const filter: Filter = { column: column.id, op: 'notIn', values: [uncodedCode] };
  const coded = applyFilters(table, [{ column: column.id, op: 'present' }, filter]);
  if (!coded.ok) return coded;
  const values = Array.from(countBy(groups, intersectRows(scope.rows, coded.value)));
  // Missing links pass `notIn`, so what a click opens must ask for a code as well; ranges of words cannot, lists can.
  const codes = column.layout === 'dictionary' ? column.dictionary.filter((code) => code !== uncodedCode) : [];
  return ok({
    values,
    name: term('analyses.dpmo.word.coded'),
    blank: countMissing(column, scope.rows),
    filter: { column: column.id, op: 'in', values: codes },
    rows: scope.rows,
  });
}

function countUnits(
  input: AnalysisInput,
  subgroups: Subgroups,
  counted: Counted,
  spec: DpmoSpec,
): Result<Sized, Failure> {
  if (spec.units === 'number') {
    if (spec.unitCount === null) return fail('dpmo-choose-units');
    if (spec.groupBy !== 'all') return fail('dpmo-number-needs-whole');
    return ok({ values: [spec.unitCount], name: term('analyses.dpmo.word.units') });
  }
  // Coded rows among all rows are a share like any other.
  const numerator = spec.defects === 'coded' ? 'values' : spec.defects;
  return measureSizes(input, subgroups, counted, { ...spec, numerator, denominator: spec.units });
}

/** Defects and units of the groups that have units; a group without would add defects that nothing stands against. */
function total(counted: Counted, sized: Sized): { defects: number; units: number } {
  let defects = 0;
  let units = 0;
  sized.values.forEach((size, i) => {
    if (size === null || !(size > 0)) return;
    defects += counted.values[i] ?? 0;
    units += size;
  });
  return { defects, units };
}

function rate(defects: number, units: number, spec: DpmoSpec): Result<DefectRates, Failure> {
  return defectRates(
    { defects, units, opportunitiesPerUnit: spec.opportunities },
    { shift: spec.shift ? customaryShift : 0 },
  );
}

function makeGroups(
  codes: CodeNames,
  subgroups: Subgroups,
  counted: Counted,
  sized: Sized,
  {
    spec,
    filters,
    overall,
  }: { readonly spec: DpmoSpec; readonly filters: readonly Filter[]; readonly overall: DefectRates },
): Result<readonly DpmoGroup[], Failure> {
  if (spec.groupBy === 'all') return ok([]);
  const groups: DpmoGroup[] = [];
  for (const [index, label] of subgroups.labels.entries()) {
    const units = sized.values[index];
    const defects = counted.values[index] ?? 0;
    const rates = units !== null && units > 0 ? rate(defects, units, spec) : null;
    if (rates && !rates.ok) return namedFailure(rates.failure, label);
    groups.push({
      label: labelName(codes, spec, label),
      defects,
      units,
      rows: subgroups.rows[index],
      rates: rates && rates.value,
      filters: [...filters, ...pointFilters(subgroups.source, index)],
      against: rates ? against(rates.value, overall) : 'within',
    });
  }
  if (subgroups.source.kind === 'period') return ok(groups);
  return ok(groups.sort((a, b) => (b.rates?.dpmo ?? -1) - (a.rates?.dpmo ?? -1)));
}

function labelName(codes: CodeNames, spec: DpmoSpec, label: string): PhraseValue {
  if (spec.groupBy !== 'column' || spec.groupColumn === null || !isCoded(spec.groupColumn)) return label;
  const name = codes.name(label);
  return name ? { as: 'bilingual', zh: name.zh, en: name.en } : label;
}

function namedFailure(failure: Failure, label: string): { readonly ok: false; readonly failure: Failure } {
  if (failure.code !== 'defects-exceed-opportunities') return { ok: false, failure };
  return fail('dpmo-group-exceeds', { ...failure.params, label });
}

function against({ interval }: DefectRates, overall: DefectRates): DpmoGroup['against'] {
  if (interval.dpmoLow > overall.dpmo) return 'above';
  return interval.dpmoHigh < overall.dpmo ? 'below' : 'within';
}

const toleratedDays = 31;

/** Defects of one year over the units of two would halve the rate: both spans are compared where both are known. */
function spanMismatch(
  { table, second }: AnalysisInput,
  scope: Scope,
  spec: DpmoSpec,
): DpmoOutcome['coverage']['mismatch'] {
  if (spec.units !== 'second' || spec.groupBy !== 'all' || spec.period || !second) return null;
  const dates = spec.dateColumn === null ? undefined : findNumeric(table, spec.dateColumn);
  const keys = spec.secondKey === null ? undefined : findNumeric(second, spec.secondKey);
  const defects: DaySpan | null = dates ? dayExtent(dates, scope.rows) : null;
  const units: DaySpan | null = keys ? dayExtent(keys, null) : null;
  if (!defects || !units) return null;
  const differ =
    Math.abs(defects.first - units.first) > toleratedDays || Math.abs(defects.last - units.last) > toleratedDays;
  return differ ? { defects, units } : null;
}

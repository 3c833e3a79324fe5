import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { AnalysisInput } from '../contract';
import { columnName } from '../column-name';
import { openMeasure } from '../measure';
import { selectScope } from '../scope';
import { makeSubgroups } from '../subgroups';
import { valueGroups } from '../value-groups';
import { chooseForGroups } from './choose-method';
import { comparePairs } from './compare-pairs';
import { groupFigures } from './group-figures';
import type { CompareMeansOutcome } from './outcome';
import type { CompareMeansSpec } from './spec';
import { testGroups, testSpread, type GroupSample } from './test-groups';

/** More pairs than 190 nobody reads, and Games-Howell takes its time over each. */
const mostGroups = 20;

/** Compares a measure between groups, or two measures of the same rows. */
export function runCompareMeans(input: AnalysisInput, spec: CompareMeansSpec): Result<CompareMeansOutcome, Failure> {
  return spec.layout === 'columns' ? comparePairs(input, spec) : compareGroups(input, spec);
}

function compareGroups({ table, codes }: AnalysisInput, spec: CompareMeansSpec): Result<CompareMeansOutcome, Failure> {
  const measure = openMeasure(table, spec.measure);
  if (!measure.ok) return measure;
  const scope = selectScope(table, spec);
  if (!scope.ok) return scope;
  const subgroups = makeSubgroups(table, scope.value, {
    ...spec,
    subgroup: spec.groupBy,
    subgroupColumn: spec.groupColumn,
  });
  if (!subgroups.ok) return subgroups;
  const all = valueGroups(codes, scope.value, subgroups.value, measure.value);
  const filled = all.filter(({ values }) => values.length >= 2);
  if (filled.length < 2) return fail('compare-too-few-groups', { groups: filled.length });
  if (filled.length > mostGroups) return fail('groups-too-many', { groups: filled.length, most: mostGroups });
  const samples = filled.flatMap((one): GroupSample[] => {
    const group = groupFigures(one);
    return group ? [{ group, values: one.values }] : [];
  });
  const spread = testSpread(samples);
  const choice = chooseForGroups(
    spec,
    samples.map(({ group }) => group),
    spread?.leveneP ?? null,
  );
  const timeOrdered = subgroups.value.source.kind === 'period';
  const ordered = timeOrdered ? samples : highestFirst(samples, choice.family === 'ranks' ? 'median' : 'mean');
  const tested = testGroups(ordered, choice);
  if (!tested.ok) return tested;
  return ok({
    spec,
    design: 'groups',
    measureName: measure.value.name,
    unit: measure.value.unit,
    groupName: spec.groupBy === 'column' && spec.groupColumn !== null ? columnName(table, spec.groupColumn) : null,
    timeOrdered,
    groups: ordered.map(({ group }) => group),
    total: ordered.reduce((sum, { group }) => sum + group.n, 0),
    ...tested.value,
    spread,
    differences: null,
    coverage: {
      rows: scope.value.count,
      missing: all.reduce((sum, { missing }) => sum + missing, 0),
      unplaced: subgroups.value.unplaced,
      undated: scope.value.undated,
      small: all.filter(({ values }) => values.length < 2).map(({ label }) => label),
      incomplete: 0,
    },
  });
}

function highestFirst(samples: readonly GroupSample[], by: 'mean' | 'median'): GroupSample[] {
  return [...samples].sort((a, b) => b.group[by] - a.group[by]);
}

import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { isMeasured, type Maybe } from '../../stats/descriptive/measured';
import { summarize } from '../../stats/descriptive/summary';
import { toScore, weightedIndex } from '../../stats/service/weighted-index';
import { meanOf } from '../../stats/special/sums';
import type { Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { forEachRow } from '../../table/group';
import { readAnswers } from '../answers';
import { columnName } from '../column-name';
import type { AnalysisInput, CodeNames } from '../contract';
import { openMeasure, type Measure } from '../measure';
import { term } from '../phrases';
import { pointFilters } from '../point-source';
import { selectScope, type Scope } from '../scope';
import { makeSubgroups } from '../subgroups';
import { groupLabel } from '../value-groups';
import type { GroupIndex, PartScore, WeightedIndexOutcome } from './outcome';
import type { IndexColumn, WeightedIndexSpec } from './spec';

const mostGroups = 500;

interface Part extends Measure {
  readonly weight: number;
  readonly worst: number;
  readonly best: number;
}

/** One row: its values, their scores, the index and the points that each part adds. */
interface ScoredRow {
  readonly row: number;
  readonly values: readonly Maybe[];
  readonly scores: readonly Maybe[];
  readonly index: number;
  readonly contributions: readonly Maybe[];
}

/** Rows → scores from 0 to 100 → weighted index of each row → means, whole and by group. */
export function runWeightedIndex(input: AnalysisInput, spec: WeightedIndexSpec): Result<WeightedIndexOutcome, Failure> {
  const { table } = input;
  const opened = openParts(table, spec.parts);
  if (!opened.ok) return opened;
  const parts = opened.value;
  const selected = selectScope(table, spec);
  if (!selected.ok) return selected;
  const scope = selected.value;
  const scored = scoreRows(table, scope, parts);
  if (!scored.ok) return scored;
  const { rows, partial } = scored.value;
  if (rows.length === 0) return fail('index-no-values');
  const grouped = makeGroups(input, spec, scope, { parts, rows });
  if (!grouped.ok) return grouped;
  const values = readAnswers(table, parts, scope);
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return ok({
    spec,
    parts: parts.map(({ name, weight, worst, best, column }, place) => ({
      name,
      share: weight / weights,
      worst,
      best,
      missing: values.filter((row) => row[place] === null).length,
      clipped: values.filter((row) => isBeyond(row[place], worst, best)).length,
      filters: [...scope.filters, { column: column.id, op: 'present' as const }],
    })),
    groupName: spec.groupBy === 'column' && spec.groupColumn !== null ? columnName(table, spec.groupColumn) : null,
    whole: summarise(rows, parts, term('analyses.weightedIndex.word.whole'), scope.filters),
    timeOrdered: grouped.value.timeOrdered,
    groups: grouped.value.groups,
    coverage: {
      rows: scope.count,
      blank: scope.count - rows.length,
      partial,
      unplaced: grouped.value.unplaced,
      undated: scope.undated,
      empty: grouped.value.empty,
    },
  });
}

function isBeyond(value: Maybe, worst: number, best: number): boolean {
  return value !== null && (value < Math.min(worst, best) || value > Math.max(worst, best));
}

function openParts(table: Table, chosen: readonly IndexColumn[]): Result<readonly Part[], Failure> {
  const parts: Part[] = [];
  for (const { column, weight, worst, best } of chosen) {
    if (column === null) continue;
    const measure = openMeasure(table, column);
    if (!measure.ok) return measure;
    const { name } = measure.value;
    if (parts.some((other) => other.column.id === column)) return fail('index-column-twice', { column: name });
    if (worst === best) return fail('index-ends-equal', { column: name, value: worst });
    if (weight < 0) return fail('weights-not-positive');
    parts.push({ ...measure.value, weight, worst, best });
  }
  if (parts.length === 0) return fail('index-choose-columns');
  return parts.some(({ weight }) => weight > 0) ? ok(parts) : fail('weights-not-positive');
}

function scoreRows(
  table: Table,
  scope: Scope,
  parts: readonly Part[],
): Result<{ readonly rows: readonly ScoredRow[]; readonly partial: number }, Failure> {
  const numbers: number[] = [];
  forEachRow(scope.rows, table.rows, (row) => numbers.push(row));
  const rows: ScoredRow[] = [];
  let partial = 0;
  for (const [place, values] of readAnswers(table, parts, scope).entries()) {
    const scores = values.map((value, part) => (value === null ? null : toScore(value, parts[part])));
    // A part without weight does not make a row.
    if (!scores.some((score, part) => score !== null && parts[part].weight > 0)) continue;
    const index = weightedIndex(scores.map((score, part) => ({ score, weight: parts[part].weight })));
    if (!index.ok) return index;
    if (index.value.knownShare < 1) partial++;
    rows.push({
      row: numbers[place],
      values,
      scores,
      index: index.value.index,
      contributions: index.value.contributions,
    });
  }
  return ok({ rows, partial });
}

function summarise(
  rows: readonly ScoredRow[],
  parts: readonly Part[],
  label: PhraseValue,
  filters: readonly Filter[],
): GroupIndex {
  const { mean, meanInterval } = summarize(rows.map(({ index }) => index));
  const own = (of: (row: ScoredRow) => Maybe): readonly number[] => rows.map(of).filter(isMeasured);
  return {
    label,
    n: rows.length,
    index: mean ?? 0,
    low: meanInterval?.low ?? null,
    high: meanInterval?.high ?? null,
    parts: parts.map((_, part): PartScore => {
      const values = own(({ values: all }) => all[part]);
      const scores = summarize(own(({ scores: all }) => all[part]));
      return {
        mean: values.length > 0 ? meanOf(values) : null,
        score: scores.mean,
        low: scores.meanInterval?.low ?? null,
        high: scores.meanInterval?.high ?? null,
        contribution: values.length > 0 ? meanOf(rows.map(({ contributions }) => contributions[part] ?? 0)) : null,
      };
    }),
    filters,
  };
}

interface Grouped {
  readonly groups: readonly GroupIndex[];
  readonly timeOrdered: boolean;
  readonly unplaced: number;
  readonly empty: readonly PhraseValue[];
}

function makeGroups(
  { table, codes }: { readonly table: Table; readonly codes: CodeNames },
  spec: WeightedIndexSpec,
  scope: Scope,
  { parts, rows }: { readonly parts: readonly Part[]; readonly rows: readonly ScoredRow[] },
): Result<Grouped, Failure> {
  if (spec.groupBy === 'all') return ok({ groups: [], timeOrdered: false, unplaced: 0, empty: [] });
  const made = makeSubgroups(table, scope, { ...spec, subgroup: spec.groupBy, subgroupColumn: spec.groupColumn });
  if (!made.ok) return made;
  const { groups, source, unplaced, labels } = made.value;
  if (labels.length > mostGroups) return fail('groups-too-many', { groups: labels.length, most: mostGroups });
  const members = labels.map((): ScoredRow[] => []);
  for (const row of rows) if (groups.of[row.row] >= 0) members[groups.of[row.row]].push(row);
  const found: GroupIndex[] = [];
  const empty: PhraseValue[] = [];
  members.forEach((own, group) => {
    const label = groupLabel(codes, source, group);
    if (own.length === 0) empty.push(label);
    else found.push(summarise(own, parts, label, [...scope.filters, ...pointFilters(source, group)]));
  });
  const timeOrdered = source.kind === 'period';
  if (!timeOrdered) found.sort((a, b) => b.index - a.index);
  return ok({ groups: found, timeOrdered, unplaced, empty });
}

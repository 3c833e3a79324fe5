import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { holm } from '../../stats/correction/holm';
import { normalUpper } from '../../stats/distributions/normal';
import { chiSquareTable } from '../../stats/tests/chi-square-table';
import { fisherP } from '../../stats/tests/fisher-exact';
import type { Filter } from '../../table/filter';
import { countCross } from '../../table/group';
import { columnName } from '../column-name';
import type { AnalysisInput } from '../contract';
import { alpha } from '../p-value';
import { term } from '../phrases';
import { pointFilters } from '../point-source';
import { selectScope } from '../scope';
import { makeSubgroups, type Subgroups } from '../subgroups';
import { groupLabel } from '../value-groups';
import type { AssociationOutcome, TableCell, TableMargin } from './outcome';
import type { AssociationSpec } from './spec';

const mostPeriods = 120;

/** Counts two columns against each other and tests whether they are independent. */
export function runAssociation(input: AnalysisInput, spec: AssociationSpec): Result<AssociationOutcome, Failure> {
  const { table } = input;
  if (spec.rowColumn === null) return fail('association-choose-columns');
  if (spec.across === 'column' && spec.columnColumn === null) return fail('association-choose-columns');
  if (spec.across === 'column' && spec.columnColumn === spec.rowColumn) return fail('association-same-column');
  const scope = selectScope(table, spec);
  if (!scope.ok) return scope;
  const down = makeSubgroups(table, scope.value, { ...spec, subgroup: 'column', subgroupColumn: spec.rowColumn });
  if (!down.ok) return down;
  const across = makeSubgroups(table, scope.value, {
    ...spec,
    subgroup: spec.across,
    subgroupColumn: spec.columnColumn,
  });
  if (!across.ok) return across;
  const isTime = across.value.source.kind === 'period';
  if (isTime && across.value.labels.length > mostPeriods)
    return fail('groups-too-many', { groups: across.value.labels.length, most: mostPeriods });
  const counts = countCross(down.value.groups, across.value.groups, scope.value.rows);
  const at = (row: number, column: number): number => counts[row * across.value.groups.size + column];
  const lines = arrange(input, down.value, { most: spec.most, isTime: false }, (row) =>
    across.value.labels.reduce((sum, _, column) => sum + at(row, column), 0),
  );
  const columns = arrange(input, across.value, { most: spec.most, isTime }, (column) =>
    down.value.labels.reduce((sum, _, row) => sum + at(row, column), 0),
  );
  if (lines.length < 2 || columns.length < 2)
    return fail('association-too-small', { rows: lines.length, columns: columns.length });
  const observed = lines.map((line) =>
    columns.map((column) => sumOver(line.members, (row) => sumOver(column.members, (inner) => at(row, inner)))),
  );
  const tested = testTable(observed);
  if (!tested.ok) return tested;
  const total = lines.reduce((sum, { margin }) => sum + margin.total, 0);
  return ok({
    spec,
    rowName: columnName(table, spec.rowColumn),
    columnName: spec.across === 'column' && spec.columnColumn !== null ? columnName(table, spec.columnColumn) : null,
    rows: lines.map(({ margin }) => margin),
    columns: columns.map(({ margin }) => margin),
    ...tested.value,
    total,
    filters: scope.value.filters,
    coverage: { rows: scope.value.count, blank: scope.value.count - total, undated: scope.value.undated },
  });
}

function sumOver(members: readonly number[], value: (index: number) => number): number {
  return members.reduce((sum, index) => sum + value(index), 0);
}

interface Line {
  readonly margin: TableMargin;
  /** Which groups stand behind it. */
  readonly members: readonly number[];
}

/** Groups that hold something, largest first; the smallest ones joined where there are too many. */
function arrange(
  { codes }: AnalysisInput,
  subgroups: Subgroups,
  { most, isTime }: { readonly most: number; readonly isTime: boolean },
  totalOf: (group: number) => number,
): Line[] {
  const totals = subgroups.labels.map((_, group) => totalOf(group));
  const filled = totals.flatMap((total, group) => (total > 0 ? [group] : []));
  if (!isTime) filled.sort((a, b) => totals[b] - totals[a] || a - b);
  const canJoin = subgroups.source.kind === 'word' && filled.length > most;
  const single = canJoin ? filled.slice(0, most - 1) : filled;
  const rest = canJoin ? filled.slice(most - 1) : [];
  const line = (members: readonly number[], label: PhraseValue, filters: readonly Filter[], joined: number): Line => ({
    members,
    margin: { label, total: sumOver(members, (group) => totals[group]), joined, filters },
  });
  return [
    ...single.map((group) =>
      line([group], groupLabel(codes, subgroups.source, group), pointFilters(subgroups.source, group), 0),
    ),
    ...(rest.length > 0
      ? [line(rest, term('analyses.association.word.other'), joinedFilters(subgroups, rest), rest.length)]
      : []),
  ];
}

function joinedFilters({ source }: Subgroups, groups: readonly number[]): readonly Filter[] {
  if (source.kind !== 'word') return [];
  return [{ column: source.column, op: 'in', values: groups.map((group) => source.values[group]) }];
}

function testTable(
  observed: readonly (readonly number[])[],
): Result<Pick<AssociationOutcome, 'cells' | 'test' | 'cramerV'>, Failure> {
  const test = chiSquareTable(observed);
  if (!test.ok) return test;
  const { chiSquared, df, minExpected, shareBelowFive, expected, adjustedResiduals, cramerV } = test.value;
  const isExact = df === 1 && minExpected < 5;
  const pValues = adjustedResiduals.flat().map((residual) => Math.min(1, 2 * normalUpper(Math.abs(residual))));
  const adjusted = holm(pValues);
  const cells = observed.flatMap((line, row) =>
    line.map((count, column): TableCell => {
      const residual = adjustedResiduals[row][column];
      const adjustedP = adjusted[row * line.length + column] ?? 1;
      return {
        row,
        column,
        count,
        expected: expected[row][column],
        residual,
        adjustedP,
        against: adjustedP >= alpha ? 'within' : residual > 0 ? 'above' : 'below',
      };
    }),
  );
  return ok({
    cells,
    cramerV,
    test: {
      used: isExact ? 'fisher' : 'chiSquare',
      chiSquared,
      df,
      pValue: isExact ? fisherP(observed, 'two-sided') : test.value.pValue,
      minExpected,
      shareBelowFive,
    },
  });
}

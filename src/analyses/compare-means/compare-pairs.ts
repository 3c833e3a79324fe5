import { getBit } from '../../kernel/bitmap';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { summarize } from '../../stats/descriptive/summary';
import { signedRank } from '../../stats/nonparametric/signed-rank';
import { pairedBeforeAfter } from '../../stats/tests/before-after';
import { pairedT } from '../../stats/tests/t-tests';
import type { Filter } from '../../table/filter';
import { forEachRow } from '../../table/group';
import type { AnalysisInput } from '../contract';
import { secondsIn } from '../display';
import { openMeasure, type Measure } from '../measure';
import { list } from '../phrases';
import { selectScope, type Scope } from '../scope';
import { chooseForPairs, type MethodChoice } from './choose-method';
import { groupFigures, normalPOf, toInterval } from './group-figures';
import type { CompareMeansOutcome, ComparedGroup } from './outcome';
import { pairedColumns, type CompareMeansSpec } from './spec';
import type { Tested } from './test-groups';

interface Pairs {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly differences: Float64Array;
  readonly incomplete: number;
}

/** Compares two columns of the same rows. */
export function comparePairs({ table }: AnalysisInput, spec: CompareMeansSpec): Result<CompareMeansOutcome, Failure> {
  const columns = pairedColumns(spec);
  if (!columns.ok) return columns;
  const first = openMeasure(table, columns.value[0]);
  if (!first.ok) return first;
  const second = openMeasure(table, columns.value[1]);
  if (!second.ok) return second;
  const scope = selectScope(table, spec);
  if (!scope.ok) return scope;
  const unit = first.value.unit;
  const pairs = readPairs(table.rows, scope.value, [first.value, second.value], unit === null ? 1 : secondsIn[unit]);
  if (pairs.differences.length < 2) return fail('sample-too-few-pairs', { needed: 2, n: pairs.differences.length });
  const figures = summarize(pairs.differences);
  const differences = {
    n: pairs.differences.length,
    sd: figures.sd ?? 0,
    normalP: normalPOf(pairs.differences),
    skewness: figures.skewness.adjusted,
  };
  const tested = testPairs(pairs, chooseForPairs(spec, differences));
  if (!tested.ok) return tested;
  const present: Filter[] = columns.value.map((column) => ({ column, op: 'present' }));
  const filters = [...scope.value.filters, ...present];
  const group = (label: PhraseValue, values: Float64Array): ComparedGroup[] => {
    const made = groupFigures({ label, values, missing: pairs.incomplete, filters });
    return made ? [made] : [];
  };
  return ok({
    spec,
    design: 'pairs',
    measureName: list([first.value.name, second.value.name]),
    unit,
    groupName: null,
    timeOrdered: false,
    groups: [...group(first.value.name, pairs.first), ...group(second.value.name, pairs.second)],
    total: differences.n,
    ...tested.value,
    spread: null,
    differences,
    coverage: {
      rows: scope.value.count,
      missing: 0,
      unplaced: 0,
      undated: scope.value.undated,
      small: [],
      incomplete: pairs.incomplete,
    },
  });
}

function readPairs(tableRows: number, scope: Scope, measures: readonly [Measure, Measure], size: number): Pairs {
  const [x, y] = measures.map(({ column }) => column);
  const first: number[] = [];
  const second: number[] = [];
  let incomplete = 0;
  forEachRow(scope.rows, tableRows, (row) => {
    if (getBit(x.missing, row) || getBit(y.missing, row)) {
      incomplete++;
      return;
    }
    first.push(x.values[row] / size);
    second.push(y.values[row] / size);
  });
  return {
    first: Float64Array.from(first),
    second: Float64Array.from(second),
    differences: Float64Array.from(first, (value, i) => value - second[i]),
    incomplete,
  };
}

function testPairs(pairs: Pairs, choice: MethodChoice): Result<Tested, Failure> {
  return choice.family === 'ranks' ? bySignedRanks(pairs, choice) : byMeanDifference(pairs, choice);
}

function byMeanDifference({ first, second }: Pairs, { reason }: MethodChoice): Result<Tested, Failure> {
  const test = pairedT(first, second);
  if (!test.ok) return test;
  const { t, df, pValue, estimate, interval } = test.value;
  const described = pairedBeforeAfter(second, first);
  const standardized = described.ok ? described.value.standardizedDifference : null;
  return ok({
    method: { used: 'pairedT', reason },
    test: { statistic: t, df1: df, df2: null, pValue, isExact: false },
    pairs: [{ a: 0, b: 1, difference: estimate, interval: toInterval(interval), pValue }],
    effect: standardized === null ? null : { kind: 'standardized', value: standardized },
  });
}

function bySignedRanks({ differences }: Pairs, { reason }: MethodChoice): Result<Tested, Failure> {
  const test = signedRank(differences);
  if (!test.ok) return test;
  const { v, nonZero, exactP, normalP } = test.value;
  const pValue = exactP ?? normalP;
  const whole = (nonZero * (nonZero + 1)) / 2;
  return ok({
    method: { used: 'signedRank', reason },
    test: { statistic: v, df1: null, df2: null, pValue, isExact: exactP !== null },
    pairs: [{ a: 0, b: 1, difference: summarize(differences).median ?? 0, interval: null, pValue }],
    // Ranks in favour less ranks against, as a share of all.
    effect: whole === 0 ? null : { kind: 'rankBiserial', value: (2 * v) / whole - 1 },
  });
}

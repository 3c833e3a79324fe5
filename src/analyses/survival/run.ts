import { getBit } from '../../kernel/bitmap';
import { msPerDay } from '../../kernel/dates';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { holm } from '../../stats/correction/holm';
import { summarize } from '../../stats/descriptive/summary';
import { kaplanMeier, type Duration, type SurvivalCurve } from '../../stats/survival/kaplan-meier';
import { logRank } from '../../stats/survival/log-rank';
import type { NumericColumn, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findColumn, findNumeric } from '../../table/find-column';
import { forEachRow } from '../../table/group';
import { dayExtent, dayOfValue } from '../../table/period';
import type { Rows } from '../../table/rows';
import { columnName } from '../column-name';
import type { AnalysisInput } from '../contract';
import { term } from '../phrases';
import { pointFilters } from '../point-source';
import { selectScope, type Scope } from '../scope';
import { makeSubgroups } from '../subgroups';
import { groupLabel } from '../value-groups';
import type { CurvePoint, SurvivalFigures, SurvivalOutcome } from './outcome';
import { momentTypes, type SurvivalSpec } from './spec';

const mostGroups = 200;
const mostCurvePoints = 300;
const msIn = { day: msPerDay, hour: 3_600_000, minute: 60_000 } as const;

/** A case: how long it took, or has been open. */
interface Case extends Duration {
  readonly row: number;
  readonly time: number;
}

/** Start and end → durations, open ones as far as they were seen → Kaplan-Meier, whole and by group. */
export function runSurvival(input: AnalysisInput, spec: SurvivalSpec): Result<SurvivalOutcome, Failure> {
  const { table } = input;
  if (spec.startColumn === null || spec.endColumn === null) return fail('survival-choose-dates');
  if (spec.startColumn === spec.endColumn) return fail('survival-same-column');
  const start = openMoment(table, spec.startColumn);
  if (!start.ok) return start;
  const end = openMoment(table, spec.endColumn);
  if (!end.ok) return end;
  const selected = selectScope(table, { ...spec, dateColumn: spec.startColumn });
  if (!selected.ok) return selected;
  const scope = selected.value;
  const asOf = spec.asOf ?? lastDay([start.value, end.value], scope.rows);
  const followed = followCases(table, scope, { start: start.value, end: end.value, asOf, spec });
  const { cases, ...coverage } = followed;
  if (cases.length === 0) return fail('survival-no-cases');
  const whole = figuresOf(spec, cases, term('analyses.survival.word.whole'), [
    ...scope.filters,
    { column: start.value.id, op: 'present' },
  ]);
  if (!whole.ok) return whole;
  const grouped = makeGroups(input, spec, scope, cases, start.value);
  if (!grouped.ok) return grouped;
  const closed = summarize(cases.filter(({ isClosed }) => isClosed).map(({ time }) => time));
  const open = cases.filter(({ isClosed }) => !isClosed);
  const { limit } = spec;
  return ok({
    spec,
    groupName: spec.groupBy === 'column' && spec.groupColumn !== null ? columnName(table, spec.groupColumn) : null,
    startName: start.value.name,
    endName: end.value.name,
    asOf,
    isTimed: start.value.type === 'datetime' && end.value.type === 'datetime',
    whole: whole.value,
    groups: grouped.value.groups,
    closedOnly: { mean: closed.mean, median: closed.median },
    overdue: limit === null ? null : open.filter(({ time }) => time > limit).map(({ row }) => row),
    openRows: open.map(({ row }) => row),
    coverage: {
      rows: scope.count,
      ...coverage,
      ungrouped: grouped.value.ungrouped,
      undated: scope.undated,
      groupsLeft: grouped.value.left,
    },
  });
}

function openMoment(table: Table, id: string): Result<NumericColumn, Failure> {
  const known = findColumn(table, id);
  if (!known) return fail('column-unknown', { column: id });
  const column = findNumeric(table, id);
  return column && (momentTypes as readonly string[]).includes(column.type)
    ? ok(column)
    : fail('survival-not-a-date', { column: known.name });
}

function lastDay(columns: readonly NumericColumn[], rows: Rows): number {
  const days = columns.flatMap((column) => dayExtent(column, rows)?.last ?? []);
  return days.length === 0 ? 0 : Math.max(...days);
}

interface Following {
  readonly start: NumericColumn;
  readonly end: NumericColumn;
  readonly asOf: number;
  readonly spec: SurvivalSpec;
}

type Followed = Pick<SurvivalOutcome['coverage'], 'withoutStart' | 'reversed' | 'future' | 'closedLater'> & {
  readonly cases: readonly Case[];
};

/**
 * The cases as they stood at the end of the day `asOf`.
 *
 * Where either column has no time of day, whole days are counted; then a case of that day has lasted 0 days.
 */
function followCases(table: Table, scope: Scope, { start, end, asOf, spec }: Following): Followed {
  const isTimed = start.type === 'datetime' && end.type === 'datetime';
  const momentOf = (column: NumericColumn, row: number): number =>
    isTimed ? column.values[row] : dayOfValue(column.values[row], column.type) * msPerDay;
  const latest = isTimed ? lastMoment(asOf, spec, [start, end], scope.rows) : asOf * msPerDay;
  const size = msIn[spec.unit];
  const cases: Case[] = [];
  const reversed: number[] = [];
  let withoutStart = 0;
  let future = 0;
  let closedLater = 0;
  forEachRow(scope.rows, table.rows, (row) => {
    if (getBit(start.missing, row)) {
      withoutStart++;
      return;
    }
    const from = momentOf(start, row);
    const to = getBit(end.missing, row) ? null : momentOf(end, row);
    if (to !== null && to < from) reversed.push(row);
    else if (from > latest) future++;
    else if (to !== null && to <= latest) cases.push({ row, time: (to - from) / size, isClosed: true });
    else {
      if (to !== null) closedLater++;
      cases.push({ row, time: (latest - from) / size, isClosed: false });
    }
  });
  return { cases, reversed, withoutStart, future, closedLater };
}

/** A chosen day counts to its end; otherwise the last moment that the data know of. */
function lastMoment(asOf: number, spec: SurvivalSpec, columns: readonly NumericColumn[], rows: Rows): number {
  if (spec.asOf !== null) return (asOf + 1) * msPerDay;
  let latest = -Infinity;
  for (const { values, missing } of columns) {
    forEachRow(rows, values.length, (row) => {
      if (!getBit(missing, row) && values[row] > latest) latest = values[row];
    });
  }
  return latest;
}

interface Grouped {
  readonly groups: readonly SurvivalFigures[];
  readonly ungrouped: number;
  readonly left: number;
}

function makeGroups(
  { table, codes }: AnalysisInput,
  spec: SurvivalSpec,
  scope: Scope,
  cases: readonly Case[],
  start: NumericColumn,
): Result<Grouped, Failure> {
  if (spec.groupBy === 'all') return ok({ groups: [], ungrouped: 0, left: 0 });
  const made = makeSubgroups(table, scope, {
    subgroup: 'column',
    subgroupColumn: spec.groupColumn,
    dateColumn: null,
    period: null,
  });
  if (!made.ok) return made;
  const { groups, source, labels } = made.value;
  const members: Case[][] = labels.map(() => []);
  let ungrouped = 0;
  for (const one of cases) {
    if (groups.of[one.row] < 0) ungrouped++;
    else members[groups.of[one.row]].push(one);
  }
  const filled = members.flatMap((own, index) => (own.length > 0 ? [{ own, index }] : []));
  const kept = [...filled].sort((a, b) => b.own.length - a.own.length).slice(0, mostGroups);
  const pValues = kept.length > 1 && kept.length <= 30 ? compareWithOthers(kept.map(({ own }) => own)) : [];
  const figures: SurvivalFigures[] = [];
  for (const [i, { own, index }] of kept.entries()) {
    const filters: Filter[] = [...scope.filters, ...pointFilters(source, index), { column: start.id, op: 'present' }];
    const one = figuresOf(spec, own, groupLabel(codes, source, index), filters);
    if (!one.ok) return one;
    figures.push({ ...one.value, pValue: pValues[i] ?? null });
  }
  figures.sort((a, b) => (b.median.time ?? b.longest) - (a.median.time ?? a.longest));
  return ok({ groups: figures, ungrouped, left: filled.length - kept.length });
}

/** Each group against all others, corrected for their number; two groups are one comparison. */
function compareWithOthers(members: readonly (readonly Case[])[]): (number | null)[] {
  const test = (own: readonly Case[], others: readonly Case[]): number | null => {
    const compared = logRank(own, others);
    return compared.ok ? compared.value.pValue : null;
  };
  if (members.length === 2) {
    const p = test(members[0], members[1]);
    return [p, p];
  }
  return holm(members.map((own) => test(own, members.filter((other) => other !== own).flat())));
}

function figuresOf(
  spec: SurvivalSpec,
  cases: readonly Case[],
  label: PhraseValue,
  filters: readonly Filter[],
): Result<SurvivalFigures, Failure> {
  const estimated = kaplanMeier(cases);
  if (!estimated.ok) return estimated;
  const curve = estimated.value;
  const longest = cases.reduce((most, { time }) => Math.max(most, time), 0);
  return ok({
    label,
    n: curve.n,
    closed: curve.closed,
    open: curve.n - curve.closed,
    median: curve.median,
    p75: curve.quantile(0.75),
    p90: curve.quantile(0.9),
    longest,
    within: closedWithin(curve, spec.limit, longest),
    pValue: null,
    curve: drawnCurve(curve, longest),
    filters,
  });
}

/** Beyond the longest time that was seen nothing is known, unless no case was left. */
function closedWithin(curve: SurvivalCurve, limit: number | null, longest: number): SurvivalFigures['within'] {
  if (limit === null) return null;
  const last = curve.steps.findLast(({ time }) => time <= limit);
  if (limit > longest && (last?.open ?? 1) > 0) return null;
  if (!last) return { share: 0, low: null, high: null };
  return { share: 1 - last.open, low: 1 - last.interval.high, high: 1 - last.interval.low };
}

/** From the start to the longest time seen; an even choice of the steps where there are many. */
function drawnCurve({ n, steps }: SurvivalCurve, longest: number): readonly CurvePoint[] {
  const every = Math.max(1, Math.ceil(steps.length / mostCurvePoints));
  const shown = steps
    .filter((_, i) => i % every === 0 || i === steps.length - 1)
    .map(({ time, open, interval, atRisk }) => ({ time, open, low: interval.low, high: interval.high, atRisk }));
  const first = { time: 0, open: 1, low: 1, high: 1, atRisk: n };
  const last = shown.at(-1) ?? first;
  const head = shown[0]?.time === 0 ? [] : [first];
  return [...head, ...shown, ...(longest > last.time ? [{ ...last, time: longest }] : [])];
}

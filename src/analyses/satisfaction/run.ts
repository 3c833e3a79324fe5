import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { summarize } from '../../stats/descriptive/summary';
import { wilsonInterval } from '../../stats/proportions/wilson';
import { netPromoterScore } from '../../stats/service/net-promoter-score';
import { valuesBy } from '../../table/aggregate';
import type { Filter } from '../../table/filter';
import { countMissing } from '../../table/group';
import { columnName } from '../column-name';
import type { AnalysisInput } from '../contract';
import { openMeasure, type Measure } from '../measure';
import { term } from '../phrases';
import { selectScope, type Scope } from '../scope';
import { makeSubgroups } from '../subgroups';
import { valueGroups } from '../value-groups';
import type { RatingFigures, SatisfactionOutcome } from './outcome';
import { isAnswer, ratingScales } from './scale';
import type { SatisfactionSpec } from './spec';

const mostGroups = 500;

/** Ratings → net promoter score or share satisfied, whole, by answer and by group. */
export function runSatisfaction(input: AnalysisInput, spec: SatisfactionSpec): Result<SatisfactionOutcome, Failure> {
  const { table } = input;
  if (spec.rating === null) return fail('satisfaction-choose-rating');
  const opened = openMeasure(table, spec.rating);
  if (!opened.ok) return opened;
  const rating = opened.value;
  const selected = selectScope(table, spec);
  if (!selected.ok) return selected;
  const scope = selected.value;
  const scale = ratingScales[spec.scale];
  const given = valuesBy({ size: 1, of: new Int32Array(table.rows) }, rating.column, scope.rows)[0];
  const answers = given.filter((value) => isAnswer(scale, value));
  if (answers.length === 0) return fail('satisfaction-no-answers', { column: rating.name, ...scaleEnds(spec) });
  const valid = answerFilter(rating, spec);
  const whole = figuresOf(spec, answers, term('analyses.satisfaction.word.whole'), [...scope.filters, valid]);
  if (!whole.ok) return whole;
  const grouped = makeGroups(input, spec, scope, rating);
  if (!grouped.ok) return grouped;
  return ok({
    spec,
    ratingName: rating.name,
    groupName: spec.groupBy === 'column' && spec.groupColumn !== null ? columnName(table, spec.groupColumn) : null,
    timeOrdered: grouped.value.timeOrdered,
    whole: whole.value,
    groups: grouped.value.groups,
    answers: Array.from({ length: scale.high - scale.low + 1 }, (_, i) => ({
      score: scale.low + i,
      count: answers.reduce((sum, value) => (value === scale.low + i ? sum + 1 : sum), 0),
      filters: [...scope.filters, { column: rating.column.id, op: 'equals' as const, values: [scale.low + i] }],
    })),
    coverage: {
      rows: scope.count,
      missing: countMissing(rating.column, scope.rows),
      outside: given.length - answers.length,
      unplaced: grouped.value.unplaced,
      undated: scope.undated,
      empty: grouped.value.empty,
    },
  });
}

function scaleEnds({ scale }: SatisfactionSpec): { low: number; high: number } {
  const { low, high } = ratingScales[scale];
  return { low, high };
}

function answerFilter({ column }: Measure, { scale }: SatisfactionSpec): Filter {
  const { low, high } = ratingScales[scale];
  return { column: column.id, op: 'equals', values: Array.from({ length: high - low + 1 }, (_, i) => low + i) };
}

interface Grouped {
  readonly groups: readonly RatingFigures[];
  readonly timeOrdered: boolean;
  readonly unplaced: number;
  readonly empty: readonly PhraseValue[];
}

function makeGroups(
  { table, codes }: AnalysisInput,
  spec: SatisfactionSpec,
  scope: Scope,
  rating: Measure,
): Result<Grouped, Failure> {
  if (spec.groupBy === 'all') return ok({ groups: [], timeOrdered: false, unplaced: 0, empty: [] });
  const made = makeSubgroups(table, scope, { ...spec, subgroup: spec.groupBy, subgroupColumn: spec.groupColumn });
  if (!made.ok) return made;
  if (made.value.labels.length > mostGroups) {
    return fail('groups-too-many', { groups: made.value.labels.length, most: mostGroups });
  }
  const scale = ratingScales[spec.scale];
  const groups: RatingFigures[] = [];
  const empty: PhraseValue[] = [];
  for (const { label, values, filters } of valueGroups(codes, scope, made.value, rating)) {
    const answers = values.filter((value) => isAnswer(scale, value));
    if (answers.length === 0) {
      empty.push(label);
      continue;
    }
    const figures = figuresOf(spec, answers, label, [...filters, answerFilter(rating, spec)]);
    if (!figures.ok) return figures;
    groups.push(figures.value);
  }
  const timeOrdered = made.value.source.kind === 'period';
  if (!timeOrdered) groups.sort((a, b) => b.value - a.value);
  return ok({ groups, timeOrdered, unplaced: made.value.unplaced, empty });
}

function figuresOf(
  spec: SatisfactionSpec,
  answers: Float64Array,
  label: PhraseValue,
  filters: readonly Filter[],
): Result<RatingFigures, Failure> {
  const { positiveFrom, negativeTo } = ratingScales[spec.scale];
  const n = answers.length;
  const positive = answers.filter((value) => value >= positiveFrom).length;
  const negative = answers.filter((value) => value <= negativeTo).length;
  const estimated = spec.scale === 'nps' ? promoterScore(answers) : satisfiedShare(positive, n);
  if (!estimated.ok) return estimated;
  const { mean, meanInterval } = summarize(answers);
  return ok({
    label,
    n,
    positive,
    neutral: n - positive - negative,
    negative,
    ...estimated.value,
    mean: mean ?? 0,
    meanLow: meanInterval?.low ?? null,
    meanHigh: meanInterval?.high ?? null,
    filters,
  });
}

type Estimate = Pick<RatingFigures, 'value' | 'low' | 'high'>;

function promoterScore(answers: Float64Array): Result<Estimate, Failure> {
  const net = netPromoterScore(answers);
  return net.ok ? ok({ value: net.value.score, low: net.value.interval.low, high: net.value.interval.high }) : net;
}

function satisfiedShare(positive: number, n: number): Result<Estimate, Failure> {
  const bounds = wilsonInterval({ successes: positive, trials: n });
  return bounds.ok ? ok({ value: positive / n, low: bounds.value.low, high: bounds.value.high }) : bounds;
}

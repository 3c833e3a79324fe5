import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { pearson } from '../../stats/correlation/pearson';
import { isMeasured } from '../../stats/descriptive/measured';
import { cronbachAlpha } from '../../stats/reliability/cronbach-alpha';
import { meanOf, squaredDeviations } from '../../stats/special/sums';
import { judgeAnswers, openQuestions, readAnswers } from '../answers';
import type { AnalysisInput } from '../contract';
import { selectScope } from '../scope';
import type { ItemFigures, ReliabilityOutcome } from './outcome';
import type { ReliabilitySpec } from './spec';

const mostItems = 100;

/** Answers → complete sheets → Cronbach's alpha, and what each question contributes to it. */
export function runReliability({ table }: AnalysisInput, spec: ReliabilitySpec): Result<ReliabilityOutcome, Failure> {
  const opened = openQuestions(table, spec.items);
  if (!opened.ok) return opened;
  const questions = opened.value;
  if (questions.length < 2) return fail('reliability-choose-items');
  if (questions.length > mostItems) return fail('reliability-too-many', { n: questions.length, most: mostItems });
  const selected = selectScope(table, spec);
  if (!selected.ok) return selected;
  const scope = selected.value;
  const answers = readAnswers(table, questions, scope);
  const complete = answers.filter((sheet): sheet is number[] => sheet.every(isMeasured));
  if (complete.length < 3) return fail('reliability-too-few', { n: complete.length, needed: 3 });
  // Alpha does not change with a constant, so turning an answer round is a change of sign.
  const signs = questions.map(({ column }) => (spec.reversed.includes(column.id) ? -1 : 1));
  const turned = complete.map((sheet) => sheet.map((answer, item) => answer * signs[item]));
  const result = cronbachAlpha(turned);
  if (!result.ok) return result;
  const { alpha, interval, standardizedAlpha, alphaIfDropped, itemRestCorrelation } = result.value;
  const totals = turned.map((sheet) => sheet.reduce((sum, answer) => sum + answer, 0));
  const variance = (values: readonly number[]): number => squaredDeviations(values) / (values.length - 1);
  const present = questions.map(({ column }) => ({ column: column.id, op: 'present' as const }));
  const items = questions.map(({ name, column }, item): ItemFigures => {
    const own = complete.map((sheet) => sheet[item]);
    const mine = turned.map((sheet) => sheet[item]);
    const against = pearson(
      mine,
      totals.map((total, i) => total - mine[i]),
    );
    return {
      name,
      isReversed: spec.reversed.includes(column.id),
      mean: meanOf(own),
      sd: Math.sqrt(variance(own)),
      missing: answers.filter((sheet) => sheet[item] === null).length,
      itemRest: itemRestCorrelation[item],
      low: against.ok ? (against.value.interval?.low ?? null) : null,
      high: against.ok ? (against.value.interval?.high ?? null) : null,
      alphaIfDropped: alphaIfDropped[item],
      filters: [...scope.filters, present[item]],
    };
  });
  return ok({
    spec,
    items,
    n: complete.length,
    alpha,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    standardizedAlpha,
    itemVariance: items.reduce((sum, { sd }) => sum + sd * sd, 0),
    totalVariance: variance(totals),
    quality: judgeAnswers(answers),
    undated: scope.undated,
    filters: [...scope.filters, ...present],
  });
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { Maybe } from '../../stats/descriptive/measured';
import { importancePerformance } from '../../stats/service/importance-performance';
import { servqualGaps } from '../../stats/service/servqual-gaps';
import { judgeAnswers, openQuestions, readAnswers } from '../answers';
import type { AnalysisInput } from '../contract';
import { selectScope } from '../scope';
import type { ItemGap, ServqualOutcome } from './outcome';
import { dimensions, type ServqualSpec } from './spec';

/** The ends of each scale. */
export const scaleEnds = { five: { low: 1, high: 5 }, seven: { low: 1, high: 7 } } as const;

/** Answers → gaps of questions, dimensions and the whole → importance-performance matrix and priorities. */
export function runServqual({ table }: AnalysisInput, spec: ServqualSpec): Result<ServqualOutcome, Failure> {
  const chosen = spec.items.flatMap(({ dimension, perception, expectation }) =>
    perception === null ? [] : [{ dimension, perception, expectation }],
  );
  if (chosen.length === 0) return fail('servqual-choose-items');
  const ids = chosen.flatMap(({ perception, expectation }) =>
    expectation === null ? [perception] : [perception, expectation],
  );
  if (new Set(ids).size < ids.length) return fail('servqual-column-twice');
  const asked = chosen.filter(({ expectation }) => expectation !== null).length;
  if (asked > 0 && asked < chosen.length) return fail('servqual-unpaired', { n: chosen.length - asked });
  const opened = openQuestions(
    table,
    chosen.map(({ perception }) => perception),
  );
  if (!opened.ok) return opened;
  const wanted = openQuestions(
    table,
    chosen.flatMap(({ expectation }) => expectation ?? []),
  );
  if (!wanted.ok) return wanted;
  const selected = selectScope(table, spec);
  if (!selected.ok) return selected;
  const scope = selected.value;

  const { low, high } = scaleEnds[spec.scale];
  let outside = 0;
  const onScale = (answer: Maybe): Maybe => {
    if (answer === null || (answer >= low && answer <= high)) return answer;
    outside++;
    return null;
  };
  const perceptions = readAnswers(table, opened.value, scope).map((sheet) => sheet.map(onScale));
  const expectations = asked === 0 ? null : readAnswers(table, wanted.value, scope).map((sheet) => sheet.map(onScale));
  // A dimension without questions is no part of the whole, whatever its weight.
  const used = dimensions.filter((dimension) => chosen.some((item) => item.dimension === dimension));
  const gaps = servqualGaps({
    perceptions,
    expectations,
    dimensionOfItem: chosen.map(({ dimension }) => used.indexOf(dimension)),
    weights: used.map((dimension) => spec[dimension]),
  });
  if (!gaps.ok) return gaps;
  const importances = chosen.map(({ dimension }, i) =>
    expectations ? (gaps.value.items[i].expectation?.mean ?? null) : 100 * shareOf(dimension),
  );
  function shareOf(dimension: (typeof used)[number]): number {
    return gaps.ok ? gaps.value.dimensions[used.indexOf(dimension)].weight : 0;
  }
  const middle = (low + high) / 2;
  const performances = gaps.value.items.map(({ perception }) => perception.mean);
  const ratings = importances.map((importance, i) => ({ importance, performance: performances[i] }));
  const atMeans = importancePerformance(ratings);
  if (!atMeans.ok) return fail('servqual-no-answers', { low, high });
  const placed =
    spec.cross === 'means'
      ? atMeans
      : importancePerformance(ratings, {
          importance: expectations ? middle : atMeans.value.cross.importance,
          performance: middle,
        });
  if (!placed.ok) return placed;
  return ok({
    spec,
    hasExpectations: expectations !== null,
    items: chosen.map(({ dimension, perception, expectation }, i): ItemGap => {
      const place = placed.value.attributes[i];
      return {
        ...gaps.value.items[i],
        name: opened.value[i].name,
        dimension,
        importance: importances[i],
        quadrant: place?.quadrant ?? null,
        priority: place?.priority ?? null,
        filters: [
          ...scope.filters,
          { column: perception, op: 'present' },
          ...(expectation === null ? [] : [{ column: expectation, op: 'present' as const }]),
        ],
      };
    }),
    dimensions: used.map((dimension, i) => ({
      ...gaps.value.dimensions[i],
      dimension,
      items: chosen.filter((item) => item.dimension === dimension).length,
    })),
    overall: gaps.value.overall,
    cross: placed.value.cross,
    quality: judgeAnswers(perceptions),
    outside,
    undated: scope.undated,
    filters: scope.filters,
  });
}

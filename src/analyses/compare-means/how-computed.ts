import type { Phrase } from '../../kernel/result';
import { figureOr } from '../measure-words';
import { pPhrase } from '../p-value';
import { figure, fixed, say } from '../phrases';
import type { CompareMeansOutcome } from './outcome';
import { effectFigure } from './words';

/** The formulas of a comparison with its own numbers in them. */
export function howComputed(outcome: CompareMeansOutcome): Phrase[] {
  const { test, method, groups, pairs, effect, spread } = outcome;
  const [pair] = pairs;
  const params = {
    statistic: test.statistic === null ? '–' : fixed(test.statistic, 4),
    df: test.df1 === null ? '–' : figure(test.df1),
    df2: test.df2 === null ? '–' : figure(test.df2),
    p: test.pValue === null ? '–' : pPhrase(test.pValue),
    groups: groups.length,
    n: outcome.total,
    mean1: figure(groups[0].mean),
    mean2: figure(groups[1].mean),
    n1: groups[0].n,
    n2: groups[1].n,
    s1: figure(groups[0].sd),
    s2: figure(groups[1].sd),
    difference: figure(pair.difference),
    low: figureOr(pair.interval?.low ?? null),
    high: figureOr(pair.interval?.high ?? null),
    sd: figureOr(outcome.differences?.sd ?? null),
  };
  return [
    say(`analyses.compareMeans.how.${method.used}`, params),
    ...(test.isExact ? [say('analyses.compareMeans.how.exact')] : []),
    ...(groups.length > 2 ? [say(`analyses.compareMeans.how.pairs.${method.used}`)] : []),
    ...(effect ? [say(`analyses.compareMeans.how.effect.${effect.kind}`, { value: effectFigure(effect) })] : []),
    ...(spread && spread.leveneP !== null && spread.leveneF !== null
      ? [
          say('analyses.compareMeans.how.spread', {
            f: fixed(spread.leveneF, 4),
            p: pPhrase(spread.leveneP),
            bartlett: spread.bartlettP === null ? '–' : pPhrase(spread.bartlettP),
          }),
        ]
      : []),
    say('analyses.compareMeans.how.intervals'),
    say('analyses.compareMeans.how.auto'),
  ];
}

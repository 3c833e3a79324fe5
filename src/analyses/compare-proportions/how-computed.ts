import type { Phrase } from '../../kernel/result';
import { pPhrase } from '../p-value';
import { figure, fixed, percent, say } from '../phrases';
import { signed } from '../signed';
import type { CompareProportionsOutcome } from './outcome';
import { relativeEnd, shown } from './words';

/** The formulas of a comparison of shares or rates with its own numbers in them. */
export function howComputed(outcome: CompareProportionsOutcome): Phrase[] {
  const { spec, test, groups, overall, per } = outcome;
  const [first, second] = groups;
  const [pair] = outcome.pairs;
  const params = {
    x1: figure(first.events),
    n1: figure(first.size),
    v1: shown(outcome, first.value),
    low1: shown(outcome, first.interval.low),
    high1: shown(outcome, first.interval.high),
    x2: figure(second.events),
    n2: figure(second.size),
    v2: shown(outcome, second.value),
    x: figure(overall.events),
    n: figure(overall.size),
    common: spec.kind === 'share' ? percent(overall.value, 2) : shown(outcome, overall.value),
    statistic: test.statistic === null ? '–' : fixed(test.statistic, 4),
    df: test.df ?? 0,
    p: test.pValue === null ? '–' : pPhrase(test.pValue),
    expected: test.minExpected === null ? '–' : fixed(test.minExpected, 2),
    groups: groups.length,
    per,
    share: second.size > 0 ? percent(second.size / (first.size + second.size), 2) : '–',
  };
  const isShare = spec.kind === 'share';
  const said = [
    say(isShare ? 'analyses.compareProportions.how.share' : 'analyses.compareProportions.how.rate', params),
    ...(test.used === 'none' ? [] : [say(`analyses.compareProportions.how.${test.used}`, params)]),
  ];
  if (groups.length === 2) {
    said.push(
      isShare
        ? say('analyses.compareProportions.how.newcombe', {
            difference: signed(pair.change.difference * 100, 2),
            low: signed((pair.change.interval?.low ?? 0) * 100, 2),
            high: signed((pair.change.interval?.high ?? 0) * 100, 2),
          })
        : say('analyses.compareProportions.how.ratio', {
            low: relativeEnd(pair.change.relativeInterval?.low),
            high: relativeEnd(pair.change.relativeInterval?.high),
          }),
    );
  } else {
    said.push(
      say(`analyses.compareProportions.how.${outcome.pairing === 'all' ? 'pairs' : 'rest'}`, {
        n: outcome.pairs.length,
      }),
      say('analyses.compareProportions.how.against'),
    );
  }
  if (isShare) said.push(say('analyses.compareProportions.how.failures'));
  return said;
}

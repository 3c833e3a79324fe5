import type { Phrase, PhraseValue } from '../../kernel/result';
import { countedWords } from '../counted-words';
import { measurePhrase, tick } from '../measure-words';
import { figure, say, term } from '../phrases';
import { axisPercent, sharePercent, signed, signedPercent } from '../signed';
import type { BeforeAfterOutcome } from './outcome';

/** A value of the metric as it is shown. */
export function shown({ spec, per }: BeforeAfterOutcome, value: number): PhraseValue {
  return spec.metric === 'share' ? sharePercent(value) : figure(value * per);
}

/** The same on an axis, where whole percentages are enough. */
export function onAxis({ spec, per }: BeforeAfterOutcome, value: number): PhraseValue {
  return spec.metric === 'share' ? axisPercent(value) : tick(value * per);
}

/** A difference with its sign: shares in percentage points. */
export function signedShown({ spec, per }: BeforeAfterOutcome, difference: number): string {
  if (spec.metric === 'share') return signed(difference * 100, 2);
  const value = difference * per;
  const size = Math.abs(value);
  return signed(value, size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 4 : 6);
}

/** An end of the interval that is given for the metric: of the difference, or of the relative change of a rate. */
export function intervalEnds(outcome: BeforeAfterOutcome): { readonly low: string; readonly high: string } {
  const { interval, relativeInterval } = outcome.change;
  if (interval) return { low: signedShown(outcome, interval.low), high: signedShown(outcome, interval.high) };
  if (!relativeInterval) return { low: '–', high: '–' };
  return {
    low: signedPercent(relativeInterval.low),
    high: relativeInterval.high === null ? '∞' : signedPercent(relativeInterval.high),
  };
}

/** What is compared: the name of an axis. */
export function metricPhrase(outcome: BeforeAfterOutcome): Phrase {
  const { spec, metricName, sizeName, per } = outcome;
  if (spec.metric === 'mean') return measurePhrase({ measureName: metricName, unit: outcome.unit });
  if (spec.metric === 'share')
    return say('analyses.beforeAfter.axis.share', { measure: metricName, values: countedWords(spec.countedValues) });
  return say(per === 1 ? 'analyses.beforeAfter.axis.rate' : 'analyses.beforeAfter.axis.ratePer', {
    measure: metricName,
    size: sizeName ?? '',
    per,
  });
}

/** How many periods of the trend have a value; those without are named apart, where there are any. */
export function periodCount({ trend }: Pick<BeforeAfterOutcome, 'trend'>): PhraseValue {
  const periods = filledPeriods({ trend }, [0, trend.points.length - 1]);
  const gaps = trend.points.length - periods;
  return term(`analyses.beforeAfter.word.periods.${gaps > 0 ? 'gaps' : 'plain'}`, { periods, gaps });
}

/** Periods with a value among those from the first to the last of a range, both counted. */
export function filledPeriods(
  { trend }: Pick<BeforeAfterOutcome, 'trend'>,
  range: readonly [number, number] | null,
): number {
  return range === null
    ? 0
    : trend.points.slice(range[0], range[1] + 1).filter(({ treated }) => treated !== null).length;
}

import type { Phrase } from '../../kernel/result';
import { mostRyanJoiner, type RyanJoiner } from '../../stats/normality/ryan-joiner';
import { figureOr } from '../measure-words';
import { pPhrase } from '../p-value';
import { figure, fixed, say } from '../phrases';
import type { SummaryOutcome } from './outcome';

/** The formulas of a summary with its own numbers in them. */
export function howComputed(outcome: SummaryOutcome): Phrase[] {
  const { whole, spec, classes, classWidth, curve } = outcome;
  const { summary } = whole;
  const said = [
    say('analyses.summary.how.mean', { sum: figureOr(summary.sum), n: summary.n, mean: figureOr(summary.mean) }),
  ];
  if (summary.sd !== null && summary.meanInterval && summary.seMean !== null) {
    said.push(
      say('analyses.summary.how.sd', { n: summary.n, sd: figure(summary.sd) }),
      say('analyses.summary.how.interval', {
        mean: figureOr(summary.mean),
        se: figure(summary.seMean),
        df: summary.n - 1,
        low: figure(summary.meanInterval.low),
        high: figure(summary.meanInterval.high),
      }),
    );
  }
  const six = spec.quantiles === 'type6';
  said.push(
    say(six ? 'analyses.summary.how.type6' : 'analyses.summary.how.type7', {
      n: summary.n,
      other: figureOr((six ? summary.quantiles.type7 : summary.quantiles.type6)[6]),
      value: figureOr((six ? summary.quantiles.type6 : summary.quantiles.type7)[6]),
    }),
    say('analyses.summary.how.box'),
  );
  if (spec.picture === 'histogram')
    said.push(say('analyses.summary.how.classes', { n: classes.length, width: figure(classWidth) }));
  if (spec.picture === 'probability') said.push(say('analyses.summary.how.scores'));
  if (curve) {
    said.push(say(`analyses.summary.how.${curve.kind}`, { mean: figure(curve.mean), sd: figure(curve.sd) }));
  }
  return [...said, ...normalityTexts(outcome), ...(whole.beyond ? [say('analyses.summary.how.wilson')] : [])];
}

function normalityTexts({ normality }: SummaryOutcome): Phrase[] {
  if (!normality) return [];
  const { andersonDarling, shapiroWilk, ryanJoiner } = normality;
  return [
    say('analyses.summary.how.andersonDarling', {
      a: fixed(andersonDarling.aSquared, 4),
      adjusted: fixed(andersonDarling.adjusted, 4),
      p: pPhrase(andersonDarling.pValue),
    }),
    shapiroWilk === null
      ? say('analyses.summary.how.noShapiroWilk', { n: normality.n })
      : say('analyses.summary.how.shapiroWilk', { w: fixed(shapiroWilk.w, 4), p: pPhrase(shapiroWilk.pValue) }),
    ryanJoinerText(ryanJoiner),
  ];
}

function ryanJoinerText({ correlation, verdict }: RyanJoiner): Phrase {
  const r = fixed(correlation, 4);
  if (!verdict) return say('analyses.summary.how.ryanJoinerLarge', { most: mostRyanJoiner, r });
  const [low, high] = verdict.pBetween;
  return say('analyses.summary.how.ryanJoiner', {
    r,
    critical: fixed(verdict.critical.at5, 4),
    low: fixed(low, 2),
    high: fixed(high, 2),
  });
}

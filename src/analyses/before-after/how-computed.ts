import type { Phrase } from '../../kernel/result';
import { pPhrase } from '../p-value';
import { figure, fixed, say } from '../phrases';
import type { BeforeAfterOutcome } from './outcome';
import { intervalEnds, shown, signedShown } from './words';

/** The formulas of a comparison with its own numbers in them. */
export function howComputed(outcome: BeforeAfterOutcome): Phrase[] {
  const { before, after, change, controlled, spec, per } = outcome;
  const params = {
    before: shown(outcome, before.value),
    after: shown(outcome, after.value),
    n1: figure(before.size),
    n2: figure(after.size),
    x1: figure(before.events ?? 0),
    x2: figure(after.events ?? 0),
    s1: figure(before.sd ?? 0),
    s2: figure(after.sd ?? 0),
    difference: signedShown(outcome, change.difference),
    ...intervalEnds(outcome),
    p: pPhrase(change.pValue),
    t: change.statistic === null ? '–' : fixed(change.statistic, 4),
    df: change.df === null ? '–' : figure(change.df),
    g: change.hedgesG === null ? '–' : fixed(change.hedgesG, 3),
    per,
    changeDay: { as: 'date' as const, epochDay: outcome.changeDay },
    first: { as: 'date' as const, epochDay: outcome.firstDay },
    last: { as: 'date' as const, epochDay: outcome.lastDay },
    gap: spec.gapDays,
  };
  return [
    say('analyses.beforeAfter.how.windows', params),
    say(`analyses.beforeAfter.how.${spec.metric}`, params),
    ...(spec.metric === 'mean' && change.hedgesG !== null ? [say('analyses.beforeAfter.how.hedgesG', params)] : []),
    ...(spec.metric === 'share' ? [say('analyses.beforeAfter.how.failures')] : []),
    ...(controlled
      ? [
          say(`analyses.beforeAfter.how.controlled.${spec.metric}`, {
            treated: signedShown(outcome, change.difference),
            control: signedShown(outcome, controlled.controlChange),
            estimate: signedShown(outcome, controlled.estimate),
            low: signedShown(outcome, controlled.interval.low),
            high: signedShown(outcome, controlled.interval.high),
            df: controlled.df === null ? '–' : figure(controlled.df),
          }),
        ]
      : []),
    say('analyses.beforeAfter.how.verdict'),
  ];
}

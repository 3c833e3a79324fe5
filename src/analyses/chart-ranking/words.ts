/** Charts and points of a ranking as phrases. */

import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Maybe } from '../../stats/control/types';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import { say, term } from '../phrases';
import { ruleWords, shown } from '../series-words';
import { judge, type Verdict } from '../signals';
import type { ChartRankingOutcome, RankedChart } from './outcome';

/** Control limits lie at so many sigma. */
const limitWidth = 3;

/** How a chart stands now: `quiet` where no signal is of now. */
export function standing({ spec }: ChartRankingOutcome, { now }: RankedChart): Verdict | 'quiet' {
  return now === null ? 'quiet' : judge(now, spec.direction);
}

/** The signal of now in words, with the period that completes it. */
export function nowPhrase(outcome: ChartRankingOutcome, chart: RankedChart): Phrase {
  const { now } = chart;
  if (now === null) return say('analyses.chartRanking.now.none');
  const rule = ruleWords(ruleSets[outcome.spec.rules], limitWidth, now);
  return say(`analyses.chartRanking.now.${now.side}`, {
    label: outcome.labels[now.completesAt],
    rule: term(rule.code, rule.params),
  });
}

/** What the charts show. */
export function rankingAxis({ spec, scale, groupName, sizeName }: ChartRankingOutcome): Phrase {
  return spec.plot === 'rate'
    ? say('analyses.series.axis.rate', { size: sizeName ?? '', per: scale.factor })
    : say(`analyses.chartRanking.axis.${spec.plot}`, { group: groupName });
}

/** A point of a chart. */
export function pointPhrase(outcome: ChartRankingOutcome, chart: RankedChart, point: number): Phrase {
  const { values, lower, upper } = chart.panel;
  const show = (value: Maybe): PhraseValue => (value === null ? '–' : shown(outcome.scale, value));
  return say('analyses.chartRanking.tooltip', {
    group: chart.label,
    label: outcome.labels[point],
    value: show(values[point]),
    count: chart.counts[point],
    center: shown(outcome.scale, chart.center),
    lower: show(lower[point]),
    upper: show(upper[point]),
  });
}

import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { alpha } from '../p-value';
import { figure, firstOf, fixed, say, term } from '../phrases';
import { caution, coverageChecks, good, trialPoints } from '../series-checks';
import { shown } from '../series-words';
import { mostDrawn } from './chart';
import type { ChartRankingOutcome, RankedChart } from './outcome';
import { nowPhrase, standing } from './words';

const listed = 6;
const namesListed = 10;
/** The normal limits of counts need about so many expected events per point. */
const fewestExpected = 5;

/** Which charts ask for a look now, how far that can be trusted, and how it came about. */
export function chartRankingFindings(outcome: ChartRankingOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

const namesOf = (charts: readonly RankedChart[]): PhraseValue =>
  firstOf(
    charts.map(({ label }) => label),
    namesListed,
  );

function standingOf(outcome: ChartRankingOutcome, as: ReturnType<typeof standing>): readonly RankedChart[] {
  return outcome.charts.filter((chart) => standing(outcome, chart) === as);
}

function changed({ charts }: ChartRankingOutcome): readonly RankedChart[] {
  return charts.filter(({ adjustedP }) => adjustedP !== null && adjustedP < alpha);
}

function headline(outcome: ChartRankingOutcome): Findings['headline'] {
  const { charts, rare, labels, spec } = outcome;
  const [first] = charts;
  return [
    {
      label: say('analyses.chartRanking.headline.concerns'),
      value: standingOf(outcome, 'concern').length,
      note: say('analyses.chartRanking.headline.recent', { recent: spec.recent }),
    },
    { label: say('analyses.chartRanking.headline.better'), value: standingOf(outcome, 'good').length },
    {
      label: say('analyses.chartRanking.headline.charts'),
      value: charts.length,
      note: say('analyses.chartRanking.headline.periods', { periods: labels.length, rare: rare.length }),
    },
    {
      label: say('analyses.chartRanking.headline.changed'),
      value: changed(outcome).length,
      note: say('analyses.chartRanking.headline.discovery'),
    },
    ...(standing(outcome, first) === 'concern'
      ? [{ label: say('analyses.chartRanking.headline.first'), value: first.label, drill: first.filters }]
      : []),
  ];
}

function sentences(outcome: ChartRankingOutcome): Phrase[] {
  const { charts, spec } = outcome;
  const concerns = standingOf(outcome, 'concern');
  const better = standingOf(outcome, 'good');
  const moved = changed(outcome);
  const said: Phrase[] = [
    concerns.length === 0
      ? say('analyses.chartRanking.finding.none', { charts: charts.length, recent: spec.recent })
      : say('analyses.chartRanking.finding.some', {
          charts: charts.length,
          n: concerns.length,
          recent: spec.recent,
        }),
    ...concerns.slice(0, listed).map((chart) => chartSentence(outcome, chart)),
  ];
  if (concerns.length > listed) said.push(say('analyses.chartRanking.finding.more', { n: concerns.length - listed }));
  if (better.length > 0)
    said.push(say('analyses.chartRanking.finding.better', { n: better.length, names: namesOf(better) }));
  said.push(
    moved.length > 0
      ? say('analyses.chartRanking.finding.changed', { n: moved.length, names: namesOf(moved) })
      : say('analyses.chartRanking.finding.unchanged'),
  );
  if (concerns.length > 0) said.push(say('analyses.chartRanking.finding.next'));
  return said;
}

function chartSentence(outcome: ChartRankingOutcome, chart: RankedChart): Phrase {
  const now = nowPhrase(outcome, chart);
  const last = chart.panel.values.at(-1) ?? null;
  return say('analyses.chartRanking.finding.chart', {
    group: chart.label,
    now: term(now.code, now.params),
    last: last === null ? '–' : shown(outcome.scale, last),
    label: outcome.labels.at(-1) ?? '',
    center: shown(outcome.scale, chart.center),
  });
}

function reportCard(outcome: ChartRankingOutcome): Check[] {
  const { charts, rare, labels, spec, coverage, source, ungrouped } = outcome;
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.chartRanking.check.${code}`, params),
  });
  const few = charts.filter(({ total }) => total < fewestExpected * labels.length);
  const scattered = charts.filter(({ dispersion, widenedBy }) => dispersion === 'laney' && widenedBy === null);
  const widened = charts.filter(({ widenedBy }) => widenedBy !== null);
  const checks: Check[] = [
    labels.length < trialPoints
      ? caution('trial', { points: labels.length, needed: trialPoints })
      : good('enough', { points: labels.length }),
    check('caution', 'manyCharts', { charts: charts.length }),
  ];
  if (few.length > 0)
    checks.push(check('caution', 'fewEvents', { n: few.length, names: namesOf(few), needed: fewestExpected }));
  if (rare.length > 0)
    checks.push(
      check('caution', 'rare', {
        n: rare.length,
        names: firstOf(
          rare.map(({ label }) => label),
          namesListed,
        ),
      }),
    );
  if (scattered.length > 0)
    checks.push(check('caution', 'scattered', { n: scattered.length, names: namesOf(scattered) }));
  if (widened.length > 0) checks.push(check('good', 'widened', { n: widened.length, names: namesOf(widened) }));
  if (spec.plot === 'count') checks.push(check('caution', 'withoutSize'));
  if (charts.length > mostDrawn) checks.push(check('good', 'drawn', { drawn: mostDrawn, charts: charts.length }));
  if (ungrouped > 0) checks.push(check('caution', 'ungrouped', { rows: ungrouped }));
  return [...checks, ...coverageChecks(coverage, labels, source, 'zero')];
}

function howComputed(outcome: ChartRankingOutcome): Phrase[] {
  const { charts, labels, spec, scale } = outcome;
  const [first] = charts;
  const last = first.panel;
  return [
    say(`analyses.chartRanking.how.chart.${spec.plot}`, {
      group: first.label,
      total: figure(first.total),
      periods: labels.length,
      center: shown(scale, first.center),
    }),
    say('analyses.chartRanking.how.limits', {
      group: first.label,
      label: labels.at(-1) ?? '',
      lower: shown(scale, last.lower.at(-1) ?? 0),
      upper: shown(scale, last.upper.at(-1) ?? 0),
    }),
    ...(first.widenedBy === null
      ? []
      : [say('analyses.chartRanking.how.widened', { sigmaZ: fixed(first.widenedBy, 2) })]),
    say('analyses.chartRanking.how.rules', { rules: term(`analyses.chartRanking.choice.rules.${spec.rules}`) }),
    say('analyses.chartRanking.how.order', { recent: spec.recent }),
    say('analyses.chartRanking.how.discovery'),
  ];
}

import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { figure, fixed, say, term } from '../phrases';
import { amountChecks, choiceChecks, coverageChecks, independenceCheck } from '../series-checks';
import { isMostlySignals, signalSentences, stageChangeSentences } from '../series-signals';
import { headlineValue, labelList, shown, stageTitle } from '../series-words';
import { countJudged, mergeSignals } from '../signals';
import type { XbarOutcome } from './outcome';
import { meansOf } from './panels';
import { largestForRange } from './spec';

/** What an X̄ chart says, how far it can be trusted, and how its limits came about. */
export function xbarFindings(outcome: XbarOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: XbarOutcome): Findings['headline'] {
  const { chart, scale, coverage } = outcome;
  const signals = mergeSignals(chart.means.signals).length + mergeSignals(chart.spreads.signals).length;
  const stage = chart.stages[chart.stages.length - 1];
  return [
    {
      label: say('analyses.xbar.headline.verdict'),
      value: term(`analyses.controlChart.word.${signals === 0 ? 'stable' : 'unstable'}`),
      note: say('analyses.series.headline.signals', { n: signals }),
    },
    ...(stage.grandMean === null
      ? []
      : [
          {
            label: say('analyses.xbar.headline.grandMean'),
            ...headlineValue(scale, stage.grandMean),
          },
        ]),
    ...(stage.sigma === null
      ? []
      : [{ label: say('analyses.xbar.headline.sigma'), ...headlineValue(scale, stage.sigma) }]),
    {
      label: say('analyses.xbar.headline.subgroups'),
      value: countJudged(chart.means.values, outcome.excluded),
      note: say('analyses.series.headline.fromRows', { rows: coverage.rows }),
    },
  ];
}

function sentences(outcome: XbarOutcome): Phrase[] {
  const { chart, labels, stages, scale } = outcome;
  const spreads = mergeSignals(chart.spreads.signals);
  const said: Phrase[] = [];
  if (isMostlySignals(meansOf(outcome))) said.push(say('analyses.xbar.finding.between'));
  if (spreads.length > 0) {
    const members = spreads.flatMap((group) => group.members);
    said.push(say('analyses.xbar.finding.spreadFirst', { n: spreads.length, labels: labelList(labels, members) }));
  }
  said.push(...signalSentences(meansOf(outcome)));
  said.push(
    ...stageChangeSentences(
      chart.stages.map(({ grandMean }) => grandMean),
      stages,
      scale,
    ),
  );
  return said;
}

function reportCard(outcome: XbarOutcome): Check[] {
  const { chart, coverage, labels, source, stages } = outcome;
  const residuals = chart.means.values.map((value, i) => {
    const center = chart.means.center[i];
    return value === null || center === null ? null : value - center;
  });
  return [
    ...amountChecks(countJudged(chart.means.values, outcome.excluded), chart.stages, stages),
    ...sizeChecks(outcome),
    ...spreadChecks(outcome),
    ...independenceCheck(residuals),
    ...coverageChecks(coverage, labels, source, 'gap'),
    ...choiceChecks(outcome),
  ];
}

function check(status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status, sentence: say(`analyses.xbar.check.${code}`, params) };
}

function sizeChecks({ chart, spec, labels }: XbarOutcome): Check[] {
  const filled = chart.sizes.filter((size) => size > 0);
  const least = filled.reduce((low, size) => Math.min(low, size), Infinity);
  const most = filled.reduce((high, size) => Math.max(high, size), 0);
  const single = chart.sizes.flatMap((size, index) => (size === 1 ? [index] : []));
  const checks = [
    least === most ? check('good', 'equalSizes', { size: most }) : check('good', 'raggedSizes', { least, most }),
  ];
  if (spec.chart === 'xbar-r' && most > largestForRange) {
    checks.push(check('caution', 'largeForRange', { most, limit: largestForRange }));
  }
  if (single.length > 0) {
    checks.push(check('caution', 'single', { n: single.length, labels: labelList(labels, single) }));
  }
  return checks;
}

function spreadChecks(outcome: XbarOutcome): Check[] {
  const { chart } = outcome;
  const checks: Check[] = [];
  const spreads = mergeSignals(chart.spreads.signals).length;
  checks.push(spreads > 0 ? check('bad', 'spreadUnstable', { n: spreads }) : check('good', 'spreadStable'));
  if (chart.stages.some(({ sigma }) => sigma === 0)) checks.push(check('caution', 'noSpread'));
  if (isMostlySignals(meansOf(outcome))) checks.push(check('bad', 'between'));
  return checks;
}

function howComputed(outcome: XbarOutcome): Phrase[] {
  const { chart, stages, labels, scale, spec, estimator, excluded } = outcome;
  return [
    ...chart.stages.flatMap((stage, i) => {
      if (stage.grandMean === null || stage.sigma === null) return [];
      const range = stage.baseline ?? stage;
      const params = {
        name: stageTitle(stages, i),
        first: labels[range.start],
        last: labels[range.end - 1],
        points: stage.pointsUsed,
        mean: shown(scale, stage.grandMean),
        spread: shown(scale, stage.meanSpread ?? 0),
        sigma: shown(scale, stage.sigma),
      };
      return [
        say(`analyses.xbar.how.center.${spec.chart}`, params),
        say(`analyses.xbar.how.sigma.${estimator}`, params),
      ];
    }),
    ...limitExample(outcome),
    say('analyses.xbar.how.spreadRules'),
    say('analyses.series.how.gaps'),
    ...(chart.stages.some(({ baseline }) => baseline !== null) ? [say('analyses.series.how.baseline')] : []),
    ...(excluded.length > 0 ? [say('analyses.series.how.excluded')] : []),
  ];
}

/** The limits of the last subgroup, worked through. */
function limitExample({ chart, labels, scale, spec }: XbarOutcome): Phrase[] {
  const { means, spreads } = chart;
  const index = spreads.upper.findLastIndex((limit) => limit !== null);
  const at = [means.center, means.sigma, means.lower, means.upper, spreads.lower, spreads.center, spreads.upper].map(
    (line) => (index < 0 ? null : line[index]),
  );
  const [center, sigma, lower, upper, spreadLower, spreadCenter, spreadUpper] = at.map((value) =>
    value === null ? null : shown(scale, value),
  );
  if (center === null || sigma === null || lower === null || upper === null) return [];
  const params = { label: labels[index], n: figure(chart.sizes[index]), k: fixed(spec.limitWidth, 1) };
  return [
    say('analyses.xbar.how.limits', { ...params, center, sigma, lower, upper }),
    ...(spreadLower === null || spreadCenter === null || spreadUpper === null
      ? []
      : [
          say(`analyses.xbar.how.spread.${spec.chart}`, {
            ...params,
            lower: spreadLower,
            center: spreadCenter,
            upper: spreadUpper,
          }),
        ]),
  ];
}

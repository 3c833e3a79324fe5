import { boxPlotOption, boxPlotSeries } from '../../charts/box-plot-option';
import { intervalOption, intervalSeries } from '../../charts/interval-option';
import type { Phrase } from '../../kernel/result';
import type { ChartContext, Picture } from '../contract';
import { figureOr, measurePhrase, tick } from '../measure-words';
import { alpha, pPhrase } from '../p-value';
import { figure, say } from '../phrases';
import type { CompareMeansOutcome, ComparedGroup, ComparedPair } from './outcome';
import { isByRanks } from './words';

/** Means with intervals, box plots, or differences between pairs of groups. */
export function compareMeansPicture(outcome: CompareMeansOutcome, context: ChartContext): Picture {
  if (outcome.spec.picture === 'boxes') return boxPicture(outcome, context);
  return outcome.spec.picture === 'differences' ? pairPicture(outcome, context) : meanPicture(outcome, context);
}

function meanPicture(outcome: CompareMeansOutcome, context: ChartContext): Picture {
  const { groups, timeOrdered, total } = outcome;
  const tooltip = groupTooltips(outcome, context);
  const grand = groups.reduce((sum, { n, mean }) => sum + n * mean, 0) / groups.reduce((sum, { n }) => sum + n, 0);
  const option = intervalOption(
    {
      marks: groups.map(({ label, mean, interval }, index) => ({
        label: context.value(label),
        value: mean,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        tone: 'plain',
        tooltip: tooltip(index),
      })),
      orientation: timeOrdered ? 'vertical' : 'horizontal',
      fromZero: false,
      reference: { value: grand, name: context.phrase(say('analyses.compareMeans.word.grandMean')) },
      valueName: context.phrase(measurePhrase(outcome)),
      format: (value) => context.value(tick(value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.compareMeans.summary.intervals', {
      n: groups.length,
      values: total,
      measure: context.phrase(measurePhrase(outcome)),
    }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? tooltip(index) : undefined),
    drill: (seriesId, index) => (seriesId === intervalSeries.rates ? groups[index]?.filters : undefined),
  };
}

function boxPicture(outcome: CompareMeansOutcome, context: ChartContext): Picture {
  const { groups, timeOrdered, total } = outcome;
  const tooltip = groupTooltips(outcome, context);
  const isMark = (seriesId: string): boolean => seriesId === boxPlotSeries.boxes || seriesId === boxPlotSeries.means;
  const option = boxPlotOption(
    {
      boxes: groups.map(({ label, box, mean }, index) => ({
        label: context.value(label),
        box,
        mean,
        tooltip: tooltip(index),
      })),
      orientation: timeOrdered ? 'vertical' : 'horizontal',
      lines: [],
      valueName: context.phrase(measurePhrase(outcome)),
      names: {
        mean: context.phrase(say('analyses.compareMeans.word.mean')),
        outliers: context.phrase(say('analyses.compareMeans.word.outliers')),
      },
      format: (value) => context.value(tick(value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.compareMeans.summary.boxes', {
      n: groups.length,
      values: total,
      measure: context.phrase(measurePhrase(outcome)),
    }),
    describe: (seriesId, index) => (isMark(seriesId) ? tooltip(index) : undefined),
    drill: (seriesId, index) => (isMark(seriesId) ? groups[index]?.filters : undefined),
  };
}

function groupTooltips({ groups }: CompareMeansOutcome, context: ChartContext): (index: number) => string {
  return (index) => (groups[index] ? context.phrase(groupTooltip(groups[index])) : '');
}

function groupTooltip({ label, n, mean, median, sd, interval }: ComparedGroup): Phrase {
  return say('analyses.compareMeans.tooltip.group', {
    label,
    n,
    mean: figure(mean),
    low: figureOr(interval?.low ?? null),
    high: figureOr(interval?.high ?? null),
    median: figure(median),
    sd: figure(sd),
  });
}

function pairPicture(outcome: CompareMeansOutcome, context: ChartContext): Picture {
  const { pairs, groups } = outcome;
  const name = ({ a, b }: ComparedPair): string =>
    context.phrase(say('analyses.compareMeans.word.pair', { first: groups[a].label, second: groups[b].label }));
  const tooltip = (index: number): string => (pairs[index] ? context.phrase(pairTooltip(outcome, pairs[index])) : '');
  const option = intervalOption(
    {
      marks: pairs.map((pair, index) => ({
        label: name(pair),
        value: pair.difference,
        low: pair.interval?.low ?? null,
        high: pair.interval?.high ?? null,
        tone: pair.pValue !== null && pair.pValue < alpha ? 'concern' : 'plain',
        tooltip: tooltip(index),
      })),
      orientation: 'horizontal',
      fromZero: false,
      reference: { value: 0, name: context.phrase(say('analyses.compareMeans.word.noDifference')) },
      valueName: context.phrase(
        say(isByRanks(outcome) ? 'analyses.compareMeans.axis.medians' : 'analyses.compareMeans.axis.means', {
          measure: context.phrase(measurePhrase(outcome)),
        }),
      ),
      format: (value) => context.value(tick(value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.compareMeans.summary.differences', {
      n: pairs.length,
      clear: pairs.filter(({ pValue }) => pValue !== null && pValue < alpha).length,
    }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? tooltip(index) : undefined),
    drill: () => undefined,
  };
}

function pairTooltip({ groups }: CompareMeansOutcome, { a, b, difference, interval, pValue }: ComparedPair): Phrase {
  return say(interval ? 'analyses.compareMeans.tooltip.pair' : 'analyses.compareMeans.tooltip.rankPair', {
    first: groups[a].label,
    second: groups[b].label,
    difference: figure(difference),
    low: figureOr(interval?.low ?? null),
    high: figureOr(interval?.high ?? null),
    p: pValue === null ? '–' : pPhrase(pValue),
  });
}

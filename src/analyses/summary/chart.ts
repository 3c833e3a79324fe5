import { boxPlotOption, boxPlotSeries } from '../../charts/box-plot-option';
import { histogramOption, histogramSeries } from '../../charts/histogram-option';
import { probabilityPlotOption, probabilityPlotSeries } from '../../charts/probability-plot-option';
import type { Phrase } from '../../kernel/result';
import { normal, normalLower, normalQuantile } from '../../stats/distributions/normal';
import { logNormal } from '../../stats/distributions/positive-families';
import type { ChartContext, Picture } from '../contract';
import { figureOr, measurePhrase, tick } from '../measure-words';
import { figure, percent, say, term } from '../phrases';
import type { FittedCurve, SampleFigures, SummaryOutcome } from './outcome';
import { quantileOf } from './words';

/** Histogram, box plots or probability plot, as chosen. */
export function summaryPicture(outcome: SummaryOutcome, context: ChartContext): Picture {
  if (outcome.spec.picture === 'boxes') return boxPicture(outcome, context);
  return outcome.spec.picture === 'probability' ? scorePicture(outcome, context) : histogramPicture(outcome, context);
}

function histogramPicture(outcome: SummaryOutcome, context: ChartContext): Picture {
  const { classes, spec, whole, curve } = outcome;
  const { lowerLimit, upperLimit } = spec;
  const tooltip = (index: number): string => (classes[index] ? context.phrase(classTooltip(outcome, index)) : '');
  const mean = whole.summary.mean;
  const option = histogramOption(
    {
      bars: classes.map(({ from, to, count }, index) => ({
        from,
        to,
        count,
        isBeyond: (upperLimit !== null && from >= upperLimit) || (lowerLimit !== null && to <= lowerLimit),
        tooltip: tooltip(index),
      })),
      curve: curve && {
        name: context.phrase(say(`analyses.summary.curve.${curve.kind}`)),
        points: curvePoints(outcome, curve),
      },
      lines: [
        ...(mean === null
          ? []
          : [{ value: mean, name: context.phrase(say('analyses.summary.word.mean')), kind: 'center' as const }]),
        ...limitLines(outcome, context).map((line) => ({ ...line, kind: 'limit' as const })),
      ],
      valueName: context.phrase(measurePhrase(outcome)),
      countName: context.phrase(say('analyses.summary.axis.count')),
      format: (value) => context.value(tick(value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.summary.summary.histogram', {
      n: whole.summary.n,
      measure: context.phrase(measurePhrase(outcome)),
      low: figureOr(whole.summary.min),
      high: figureOr(whole.summary.max),
      classes: classes.length,
    }),
    describe: (seriesId, index) => (seriesId === histogramSeries.bars ? tooltip(index) : undefined),
    drill: (seriesId, index) =>
      seriesId === histogramSeries.bars && (classes[index]?.count ?? 0) > 0 ? classes[index].filters : undefined,
  };
}

function limitLines({ spec }: SummaryOutcome, context: ChartContext): { value: number; name: string }[] {
  const line = (value: number | null, code: string): { value: number; name: string }[] =>
    value === null ? [] : [{ value, name: context.phrase(say(code)) }];
  return [
    ...line(spec.lowerLimit, 'analyses.summary.word.lowerLimit'),
    ...line(spec.upperLimit, 'analyses.summary.word.upperLimit'),
  ];
}

/** The density of the fitted distribution, scaled to counts per class. */
function curvePoints(
  { classes, classWidth, whole }: SummaryOutcome,
  curve: FittedCurve,
): (readonly [number, number])[] {
  const law = curve.kind === 'normal' ? normal(curve.mean, curve.sd) : logNormal(curve.mean, curve.sd);
  const low = classes[0].from;
  const high = classes[classes.length - 1].to;
  const steps = 160;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = low + ((high - low) * i) / steps;
    return [x, law.density(x) * classWidth * whole.summary.n] as const;
  });
}

function classTooltip({ classes, whole }: SummaryOutcome, index: number): Phrase {
  const { from, to, count } = classes[index];
  return say('analyses.summary.tooltip.class', {
    from: figure(from),
    to: figure(to),
    n: count,
    share: percent(count / whole.summary.n),
  });
}

function boxPicture(outcome: SummaryOutcome, context: ChartContext): Picture {
  const boxes = outcome.groups.length > 0 ? outcome.groups : [outcome.whole];
  const tooltip = (index: number): string => (boxes[index] ? context.phrase(boxTooltip(outcome, boxes[index])) : '');
  const isMark = (seriesId: string): boolean => seriesId === boxPlotSeries.boxes || seriesId === boxPlotSeries.means;
  const option = boxPlotOption(
    {
      boxes: boxes.map(({ label, box, summary }, index) => ({
        label: context.value(label),
        box,
        mean: summary.mean,
        tooltip: tooltip(index),
      })),
      orientation: outcome.timeOrdered ? 'vertical' : 'horizontal',
      lines: limitLines(outcome, context),
      valueName: context.phrase(measurePhrase(outcome)),
      names: {
        mean: context.phrase(say('analyses.summary.word.mean')),
        outliers: context.phrase(say('analyses.summary.word.outliers')),
      },
      format: (value) => context.value(tick(value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.summary.summary.boxes', {
      n: boxes.length,
      measure: context.phrase(measurePhrase(outcome)),
      values: outcome.whole.summary.n,
    }),
    describe: (seriesId, index) => (isMark(seriesId) ? tooltip(index) : undefined),
    drill: (seriesId, index) => (isMark(seriesId) ? boxes[index]?.filters : undefined),
  };
}

function boxTooltip(outcome: SummaryOutcome, { label, summary, box }: SampleFigures): Phrase {
  return say('analyses.summary.tooltip.box', {
    label,
    n: summary.n,
    mean: figureOr(summary.mean),
    median: figureOr(box?.median ?? null),
    q1: figureOr(box?.q1 ?? null),
    q3: figureOr(box?.q3 ?? null),
    p90: figureOr(quantileOf(outcome, summary, 0.9)),
    outliers: box?.outlierCount ?? 0,
  });
}

const percentTicks = [0.0001, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999];

function scorePicture(outcome: SummaryOutcome, context: ChartContext): Picture {
  const { scores, curve, whole } = outcome;
  const isLog = curve?.kind === 'logNormal';
  const highest = Math.max(...scores.map(({ score }) => Math.abs(score)), normalQuantile(0.99));
  const shown = percentTicks.filter((p) => Math.abs(normalQuantile(p)) <= highest + 0.8);
  const tooltip = (index: number): string =>
    scores[index]
      ? context.phrase(
          say('analyses.summary.tooltip.score', {
            value: figure(scores[index].value),
            rank: scores[index].rank,
            of: whole.summary.n,
            share: percent(normalLower(scores[index].score), 2),
          }),
        )
      : '';
  const option = probabilityPlotOption(
    {
      points: scores.map(({ value, score }, index) => ({ value, score, tooltip: tooltip(index) })),
      line: fitLine(outcome, shown),
      ticks: shown.map((p) => ({
        score: normalQuantile(p),
        label: context.value(percent(p, p < 0.01 || p > 0.99 ? 2 : 0)),
      })),
      isLog,
      limits: limitLines(outcome, context).filter(({ value }) => !isLog || value > 0),
      valueName: context.phrase(measurePhrase(outcome)),
      percentName: context.phrase(say('analyses.summary.axis.percent')),
      names: {
        points: context.phrase(say('analyses.summary.word.values')),
        line: context.phrase(say(`analyses.summary.curve.${curve?.kind ?? 'normal'}`)),
      },
      format: (value) => context.value(tick(value)),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.summary.summary.probability', {
      n: whole.summary.n,
      curve: term(`analyses.summary.curve.${curve?.kind ?? 'normal'}`),
    }),
    describe: (seriesId, index) => (seriesId === probabilityPlotSeries.points ? tooltip(index) : undefined),
    drill: () => undefined,
  };
}

/** Where a sample of the fitted distribution lies; without a fit, the normal one of the same mean and spread. */
function fitLine({ curve, whole }: SummaryOutcome, shown: readonly number[]): (readonly [number, number])[] {
  const { mean, sd } = curve ?? whole.summary;
  if (mean === null || sd === null) return [];
  return [shown[0], shown[shown.length - 1]].map((p) => {
    const score = normalQuantile(p);
    const value = mean + sd * score;
    return [curve?.kind === 'logNormal' ? Math.exp(value) : value, score] as const;
  });
}

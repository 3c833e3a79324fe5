import { histogramOption, histogramSeries } from '../../charts/histogram-option';
import { intervalOption, intervalSeries } from '../../charts/interval-option';
import type { ChartContext, Picture } from '../contract';
import { percent, say } from '../phrases';
import type { SatisfactionOutcome } from './outcome';
import { ratingScales } from './scale';
import { kindOf, ratingFigure } from './words';

/** The answers as bars; by group, the score of each with its interval. */
export function satisfactionPicture(outcome: SatisfactionOutcome, context: ChartContext): Picture {
  return outcome.groups.length > 0 ? groupPicture(outcome, context) : answerPicture(outcome, context);
}

function answerPicture(outcome: SatisfactionOutcome, context: ChartContext): Picture {
  const { answers, whole, spec, ratingName } = outcome;
  const { negativeTo } = ratingScales[spec.scale];
  const tooltip = (index: number): string =>
    answers[index]
      ? context.phrase(
          say('analyses.satisfaction.tooltip.answer', {
            score: answers[index].score,
            n: answers[index].count,
            share: percent(answers[index].count / whole.n),
          }),
        )
      : '';
  return {
    option: histogramOption(
      {
        bars: answers.map(({ score, count }, index) => ({
          from: score - 0.5,
          to: score + 0.5,
          count,
          isBeyond: score <= negativeTo,
          tooltip: tooltip(index),
        })),
        curve: null,
        lines: [
          {
            value: whole.mean,
            name: context.phrase(say('analyses.satisfaction.word.mean')),
            kind: 'center' as const,
          },
        ],
        valueName: context.value(ratingName),
        countName: context.phrase(say('analyses.satisfaction.axis.count')),
        format: (value) => context.value({ as: 'decimal', value, ...(Number.isInteger(value) ? {} : { digits: 2 }) }),
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary: say(`analyses.satisfaction.summary.${kindOf(outcome)}`, {
      rating: ratingName,
      n: whole.n,
      value: ratingFigure(outcome, whole.value),
    }),
    describe: (seriesId, index) => (seriesId === histogramSeries.bars ? tooltip(index) : undefined),
    drill: (seriesId, index) =>
      seriesId === histogramSeries.bars && (answers[index]?.count ?? 0) > 0 ? answers[index].filters : undefined,
  };
}

function groupPicture(outcome: SatisfactionOutcome, context: ChartContext): Picture {
  const { groups, whole, timeOrdered, ratingName } = outcome;
  const kind = kindOf(outcome);
  const tooltip = (index: number): string =>
    groups[index]
      ? context.phrase(
          say(`analyses.satisfaction.tooltip.${kind}`, {
            label: groups[index].label,
            n: groups[index].n,
            value: ratingFigure(outcome, groups[index].value),
            low: ratingFigure(outcome, groups[index].low),
            high: ratingFigure(outcome, groups[index].high),
            positive: groups[index].positive,
            negative: groups[index].negative,
          }),
        )
      : '';
  return {
    option: intervalOption(
      {
        marks: groups.map(({ label, value, low, high }, index) => ({
          label: context.value(label),
          value,
          low,
          high,
          tone: low > whole.value ? 'good' : high < whole.value ? 'concern' : 'plain',
          tooltip: tooltip(index),
        })),
        orientation: timeOrdered ? 'vertical' : 'horizontal',
        fromZero: false,
        reference: { value: whole.value, name: context.phrase(say('analyses.satisfaction.word.whole')) },
        valueName: context.phrase(say(`analyses.satisfaction.axis.${kind}`)),
        format: (value) => context.value(ratingFigure(outcome, value)),
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary: say(`analyses.satisfaction.summary.${kind}Groups`, {
      rating: ratingName,
      groups: groups.length,
      n: whole.n,
      value: ratingFigure(outcome, whole.value),
    }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? tooltip(index) : undefined),
    drill: (seriesId, index) => (seriesId === intervalSeries.rates ? groups[index]?.filters : undefined),
  };
}

import { beforeAfterOption, beforeAfterSeries, type LevelBand } from '../../charts/before-after-option';
import { intervalOption, intervalSeries } from '../../charts/interval-option';
import type { Phrase, PhraseValue } from '../../kernel/result';
import type { ChartContext, Picture } from '../contract';
import { figure, say, term } from '../phrases';
import type { BeforeAfterOutcome, Side } from './outcome';
import { outcomeTarget } from './verdict';
import { metricPhrase, onAxis, periodCount, shown } from './words';

/** The metric over time with its levels, or the sides with their intervals. */
export function beforeAfterPicture(outcome: BeforeAfterOutcome, context: ChartContext): Picture {
  return outcome.spec.picture === 'intervals' ? sidePicture(outcome, context) : trendPicture(outcome, context);
}

function trendPicture(outcome: BeforeAfterOutcome, context: ChartContext): Picture {
  const { trend, control } = outcome;
  const word = (key: string): string => context.phrase(say(`analyses.beforeAfter.word.${key}`));
  const tooltip = (seriesId: string, index: number): string => {
    const point = trend.points[index];
    const value = seriesId === beforeAfterSeries.control ? point?.control : point?.treated;
    if (!point || value === null) return '';
    return context.phrase(
      say('analyses.beforeAfter.tooltip.point', {
        label: point.label,
        arm: term(`analyses.beforeAfter.word.${seriesId === beforeAfterSeries.control ? 'control' : 'treated'}`),
        value: shown(outcome, value),
      }),
    );
  };
  const target = outcomeTarget(outcome);
  const option = beforeAfterOption(
    {
      labels: trend.points.map(({ label }) => label),
      treated: {
        name: word('treated'),
        values: trend.points.map(({ treated }) => treated),
        tooltips: trend.points.map((_, index) => tooltip(beforeAfterSeries.treated, index)),
        levels: levels(outcome, [outcome.before, outcome.after], context),
      },
      control: control && {
        name: context.phrase(say('analyses.beforeAfter.word.controlNamed', { name: control.name })),
        values: trend.points.map((point) => point.control),
        tooltips: trend.points.map((_, index) => tooltip(beforeAfterSeries.control, index)),
        levels: levels(outcome, [control.before, control.after], context),
      },
      change: {
        at: trend.changeAt,
        name: context.phrase(
          say('analyses.beforeAfter.word.changeOn', { day: { as: 'date', epochDay: outcome.changeDay } }),
        ),
      },
      target: target === null ? null : { value: target, name: word('target') },
      valueName: context.phrase(metricPhrase(outcome)),
      format: (value) => context.value(onAxis(outcome, value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.beforeAfter.summary.trend', {
      measure: context.phrase(metricPhrase(outcome)),
      periods: periodCount(outcome),
      before: shown(outcome, outcome.before.value),
      after: shown(outcome, outcome.after.value),
    }),
    describe: (seriesId, index) =>
      seriesId === beforeAfterSeries.treated || seriesId === beforeAfterSeries.control
        ? tooltip(seriesId, index)
        : undefined,
    drill: (seriesId, index) => (seriesId === beforeAfterSeries.treated ? trend.points[index]?.filters : undefined),
  };
}

function levels({ trend }: BeforeAfterOutcome, sides: readonly [Side, Side], context: ChartContext): LevelBand[] {
  return [trend.before, trend.after].flatMap((places, index): LevelBand[] => {
    if (!places) return [];
    const { value, interval } = sides[index];
    return [
      {
        first: places[0],
        last: places[1],
        value,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        name: context.phrase(say(`analyses.beforeAfter.word.${index === 0 ? 'before' : 'after'}`)),
      },
    ];
  });
}

/** The sides in the order of the interval picture and of the table. */
export function namedSides({ before, after, control }: BeforeAfterOutcome): readonly {
  readonly label: PhraseValue;
  readonly side: Side;
}[] {
  const word = (key: string): PhraseValue => term(`analyses.beforeAfter.word.${key}`);
  if (!control)
    return [
      { label: word('before'), side: before },
      { label: word('after'), side: after },
    ];
  return [
    { label: word('treatedBefore'), side: before },
    { label: word('treatedAfter'), side: after },
    { label: word('controlBefore'), side: control.before },
    { label: word('controlAfter'), side: control.after },
  ];
}

function sidePicture(outcome: BeforeAfterOutcome, context: ChartContext): Picture {
  const sides = namedSides(outcome);
  const target = outcomeTarget(outcome);
  const level = target ?? outcome.before.value;
  const tooltip = (index: number): string => (sides[index] ? context.phrase(sideTooltip(outcome, sides[index])) : '');
  const option = intervalOption(
    {
      marks: sides.map(({ label, side }, index) => ({
        label: context.value(label),
        value: side.value,
        low: side.interval?.low ?? null,
        high: side.interval?.high ?? null,
        tone: 'plain',
        tooltip: tooltip(index),
      })),
      orientation: 'vertical',
      fromZero: outcome.spec.metric !== 'mean',
      reference: {
        value: level,
        name: context.phrase(say(`analyses.beforeAfter.word.${target === null ? 'before' : 'target'}`)),
      },
      valueName: context.phrase(metricPhrase(outcome)),
      format: (value) => context.value(value === level ? shown(outcome, value) : onAxis(outcome, value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.beforeAfter.summary.intervals', {
      measure: context.phrase(metricPhrase(outcome)),
      before: shown(outcome, outcome.before.value),
      after: shown(outcome, outcome.after.value),
    }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? tooltip(index) : undefined),
    drill: (seriesId, index) =>
      seriesId === intervalSeries.rates && sides[index]?.side.events !== 0 ? sides[index]?.side.filters : undefined,
  };
}

function sideTooltip(
  outcome: BeforeAfterOutcome,
  { label, side }: { readonly label: PhraseValue; readonly side: Side },
): Phrase {
  return say(side.events === null ? 'analyses.beforeAfter.tooltip.mean' : 'analyses.beforeAfter.tooltip.side', {
    label,
    value: shown(outcome, side.value),
    low: side.interval ? shown(outcome, side.interval.low) : '–',
    high: side.interval ? shown(outcome, side.interval.high) : '–',
    events: figure(side.events ?? 0),
    size: figure(side.size),
  });
}

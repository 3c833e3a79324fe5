import { intervalOption, intervalSeries, type IntervalMark } from '../../charts/interval-option';
import { quadrantOption, quadrantSeries } from '../../charts/quadrant-option';
import type { GapScore } from '../../stats/service/servqual-gaps';
import type { ChartContext, Picture } from '../contract';
import { tick } from '../measure-words';
import { fixed, say } from '../phrases';
import type { ServqualOutcome } from './outcome';
import { dimensionName, kindOf, mean, scoreFigure, shownOf } from './words';

/** Gaps of questions or dimensions with intervals, or the importance-performance matrix. */
export function servqualPicture(outcome: ServqualOutcome, context: ChartContext): Picture {
  return outcome.spec.picture === 'matrix' ? matrixPicture(outcome, context) : gapPicture(outcome, context);
}

function gapPicture(outcome: ServqualOutcome, context: ChartContext): Picture {
  const { items, dimensions, overall, spec } = outcome;
  const kind = kindOf(outcome);
  const byDimension = spec.picture === 'dimensions';
  const marks = byDimension
    ? dimensions.map((own) => markOf(outcome, context, own, context.value(dimensionName(own.dimension))))
    : items.map((own) => markOf(outcome, context, own, context.value(own.name)));
  const reference = outcome.hasExpectations ? 0 : (overall.perception.mean ?? 0);
  return {
    option: intervalOption(
      {
        marks,
        orientation: 'horizontal',
        fromZero: false,
        reference: {
          value: reference,
          name: context.phrase(say(`analyses.servqual.word.${kind}Reference`)),
        },
        valueName: context.phrase(say(`analyses.servqual.axis.${kind}`)),
        format: (value) => context.value(tick(value)),
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary: say(`analyses.servqual.summary.${kind}`, {
      n: marks.length,
      value: scoreFigure(outcome, shownOf(outcome, overall).mean),
    }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? marks[index]?.tooltip : undefined),
    drill: (seriesId, index) => (seriesId === intervalSeries.rates && !byDimension ? items[index]?.filters : undefined),
  };
}

function markOf(outcome: ServqualOutcome, context: ChartContext, score: GapScore, label: string): IntervalMark {
  const { mean: value, interval, n } = shownOf(outcome, score);
  const isClear = outcome.hasExpectations && interval !== null;
  return {
    label,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    tone: isClear && interval.high < 0 ? 'concern' : isClear && interval.low > 0 ? 'good' : 'plain',
    tooltip: context.phrase(
      say(`analyses.servqual.tooltip.${kindOf(outcome)}`, {
        name: label,
        n,
        value: scoreFigure(outcome, value),
        low: scoreFigure(outcome, interval?.low),
        high: scoreFigure(outcome, interval?.high),
        perception: mean(score.perception),
        expectation: mean(score.expectation),
      }),
    ),
  };
}

function matrixPicture(outcome: ServqualOutcome, context: ChartContext): Picture {
  const { cross, hasExpectations } = outcome;
  const items = outcome.items.filter(({ importance, perception }) => importance !== null && perception.mean !== null);
  const tooltip = (index: number): string => {
    const item = items[index];
    if (!item) return '';
    return context.phrase(
      say('analyses.servqual.tooltip.matrix', {
        name: item.name,
        dimension: dimensionName(item.dimension),
        performance: mean(item.perception),
        importance: fixed(item.importance ?? 0, 2),
        priority: fixed(item.priority ?? 0, 2),
      }),
    );
  };
  const name = (quadrant: string): string => context.phrase(say(`analyses.servqual.quadrant.${quadrant}`));
  return {
    option: quadrantOption(
      {
        points: items.map((item, index) => ({
          x: item.perception.mean ?? 0,
          y: item.importance ?? 0,
          label: context.value(item.name),
          tone: item.quadrant === 'concentrate-here' ? 'concern' : 'plain',
          tooltip: tooltip(index),
        })),
        cross: { x: cross.performance, y: cross.importance },
        names: {
          topLeft: name('concentrate-here'),
          topRight: name('keep-up'),
          bottomLeft: name('low-priority'),
          bottomRight: name('possible-overkill'),
        },
        xName: context.phrase(say('analyses.servqual.axis.performance')),
        yName: context.phrase(say(`analyses.servqual.axis.${hasExpectations ? 'importance' : 'weight'}`)),
        formatX: (value) => context.value(tick(value)),
        formatY: (value) => context.value(tick(value)),
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary: say('analyses.servqual.summary.matrix', {
      n: items.length,
      first: items.filter(({ quadrant }) => quadrant === 'concentrate-here').length,
    }),
    describe: (seriesId, index) => (seriesId === quadrantSeries.points ? tooltip(index) : undefined),
    drill: (seriesId, index) => (seriesId === quadrantSeries.points ? items[index]?.filters : undefined),
  };
}

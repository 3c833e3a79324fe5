import { intervalOption, intervalSeries } from '../../charts/interval-option';
import type { ChartContext, Picture } from '../contract';
import { fixed, say } from '../phrases';
import type { ReliabilityOutcome } from './outcome';
import { coefficient, leastItemRest } from './words';

/** The correlation of each question with the others, against the level below which it does not belong. */
export function reliabilityPicture(outcome: ReliabilityOutcome, context: ChartContext): Picture {
  const { items, alpha, n } = outcome;
  const tooltip = (index: number): string => {
    const item = items[index];
    if (!item) return '';
    return context.phrase(
      say('analyses.reliability.tooltip', {
        name: item.name,
        r: coefficient(item.itemRest, 2),
        low: coefficient(item.low, 2),
        high: coefficient(item.high, 2),
        dropped: coefficient(item.alphaIfDropped),
        mean: fixed(item.mean, 2),
        sd: fixed(item.sd, 2),
      }),
    );
  };
  return {
    option: intervalOption(
      {
        marks: items.map(({ name, itemRest, low, high }, index) => ({
          label: context.value(name),
          value: itemRest,
          low,
          high,
          tone: itemRest !== null && itemRest < leastItemRest ? 'concern' : 'plain',
          tooltip: tooltip(index),
        })),
        orientation: 'horizontal',
        fromZero: false,
        reference: { value: leastItemRest, name: context.phrase(say('analyses.reliability.word.least')) },
        valueName: context.phrase(say('analyses.reliability.axis')),
        format: (value) => context.value(fixed(value, 1)),
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary: say('analyses.reliability.summary', { items: items.length, n, alpha: coefficient(alpha) }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? tooltip(index) : undefined),
    drill: (seriesId, index) => (seriesId === intervalSeries.rates ? items[index]?.filters : undefined),
  };
}

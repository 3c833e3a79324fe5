import { intervalOption, intervalSeries, type IntervalMark } from '../../charts/interval-option';
import type { PhraseValue } from '../../kernel/result';
import type { ChartContext, Picture } from '../contract';
import { figureOr } from '../measure-words';
import { fixed, percent, say } from '../phrases';
import type { WeightedIndexOutcome } from './outcome';

/** The index of each group; without groups, the score of each column against the index. */
export function weightedIndexPicture(outcome: WeightedIndexOutcome, context: ChartContext): Picture {
  const { groups, whole, parts, timeOrdered } = outcome;
  const byGroup = groups.length > 0;
  const marks = byGroup ? groupMarks(outcome, context) : partMarks(outcome, context);
  const tooltip = (index: number): string => marks[index]?.tooltip ?? '';
  return {
    option: intervalOption(
      {
        marks,
        orientation: timeOrdered ? 'vertical' : 'horizontal',
        fromZero: false,
        reference: { value: whole.index, name: context.phrase(say('analyses.weightedIndex.word.reference')) },
        valueName: context.phrase(say(`analyses.weightedIndex.axis.${byGroup ? 'index' : 'score'}`)),
        format: (value) => context.value(fixed(value, 1)),
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary: say(`analyses.weightedIndex.summary.${byGroup ? 'groups' : 'parts'}`, {
      index: fixed(whole.index, 1),
      groups: groups.length,
      parts: parts.length,
    }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? tooltip(index) : undefined),
    drill: (seriesId, index) =>
      seriesId === intervalSeries.rates ? (byGroup ? groups[index] : parts[index])?.filters : undefined,
  };
}

/** A bound of an interval; a dash where one row cannot give one. */
export function bound(value: number | null): PhraseValue {
  return value === null ? '–' : fixed(value, 1);
}

function groupMarks({ groups, whole, parts }: WeightedIndexOutcome, context: ChartContext): IntervalMark[] {
  return groups.map(({ label, index, low, high, n, parts: own }) => ({
    label: context.value(label),
    value: index,
    low,
    high,
    tone: low !== null && low > whole.index ? 'good' : high !== null && high < whole.index ? 'concern' : 'plain',
    tooltip: [
      context.phrase(
        say('analyses.weightedIndex.tooltip.group', {
          label,
          n,
          index: fixed(index, 1),
          low: bound(low),
          high: bound(high),
        }),
      ),
      ...own.map(({ score }, part) =>
        context.phrase(say('analyses.weightedIndex.tooltip.line', { part: parts[part].name, score: bound(score) })),
      ),
    ].join('\n'),
  }));
}

function partMarks({ whole, parts }: WeightedIndexOutcome, context: ChartContext): IntervalMark[] {
  return whole.parts.map(({ mean, score, low, high, contribution }, part) => ({
    label: context.value(parts[part].name),
    value: score,
    low,
    high,
    tone: 'plain',
    tooltip: context.phrase(
      say('analyses.weightedIndex.tooltip.part', {
        name: parts[part].name,
        mean: figureOr(mean),
        score: bound(score),
        share: percent(parts[part].share),
        contribution: bound(contribution),
      }),
    ),
  }));
}

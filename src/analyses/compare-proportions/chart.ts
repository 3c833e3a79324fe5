import { intervalOption, intervalSeries } from '../../charts/interval-option';
import type { Phrase } from '../../kernel/result';
import type { ChartContext, Picture } from '../contract';
import { figureOr, tick } from '../measure-words';
import { alpha, pPhrase } from '../p-value';
import { figure, fixed, percent, say } from '../phrases';
import { signed, signedPercent } from '../signed';
import type { CompareProportionsOutcome, ProportionGroup, ProportionPair } from './outcome';
import { axisPhrase, onAxis, pairNames, relativeEnd, shown } from './words';

/** Groups with their intervals, or changes between them. */
export function compareProportionsPicture(outcome: CompareProportionsOutcome, context: ChartContext): Picture {
  return outcome.spec.picture === 'differences' ? changePicture(outcome, context) : groupPicture(outcome, context);
}

function groupPicture(outcome: CompareProportionsOutcome, context: ChartContext): Picture {
  const { groups, overall, spec } = outcome;
  const tooltip = (index: number): string =>
    groups[index] ? context.phrase(groupTooltip(outcome, groups[index])) : '';
  const worse = spec.direction === 'lower' ? 'above' : 'below';
  const option = intervalOption(
    {
      marks: groups.map(({ label, value, interval, against }, index) => ({
        label: context.value(label),
        value,
        low: interval.low,
        high: interval.high,
        tone: groups.length === 2 || against === 'within' ? 'plain' : against === worse ? 'concern' : 'good',
        tooltip: tooltip(index),
      })),
      orientation: outcome.timeOrdered ? 'vertical' : 'horizontal',
      reference: { value: overall.value, name: context.phrase(say('analyses.compareProportions.word.overall')) },
      valueName: context.phrase(axisPhrase(outcome)),
      format: (value) => context.value(value === overall.value ? shown(outcome, value) : onAxis(outcome, value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.compareProportions.summary.intervals', {
      n: groups.length,
      overall: shown(outcome, overall.value),
      measure: context.phrase(axisPhrase(outcome)),
    }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? tooltip(index) : undefined),
    drill: (seriesId, index) =>
      seriesId === intervalSeries.rates && (groups[index]?.events ?? 0) > 0 ? groups[index].filters : undefined,
  };
}

function groupTooltip(
  outcome: CompareProportionsOutcome,
  { label, events, size, value, interval }: ProportionGroup,
): Phrase {
  return say('analyses.compareProportions.tooltip.group', {
    label,
    events: figure(events),
    size: figure(size),
    value: shown(outcome, value),
    low: shown(outcome, interval.low),
    high: shown(outcome, interval.high),
  });
}

/** Changes in percentage points; of rates as relative changes, which is what their interval is about. */
function changePicture(outcome: CompareProportionsOutcome, context: ChartContext): Picture {
  const { pairs, spec } = outcome;
  const isShare = spec.kind === 'share';
  const tooltip = (index: number): string => (pairs[index] ? context.phrase(changeTooltip(outcome, pairs[index])) : '');
  const name = (pair: ProportionPair): string =>
    context.phrase(say('analyses.compareProportions.word.pair', pairNames(outcome, pair)));
  const option = intervalOption(
    {
      marks: pairs.map((pair, index) => ({
        label: name(pair),
        value: isShare ? pair.change.difference * 100 : pair.change.relative,
        low: isShare ? (pair.change.interval?.low ?? 0) * 100 : (pair.change.relativeInterval?.low ?? null),
        high: isShare ? (pair.change.interval?.high ?? 0) * 100 : (pair.change.relativeInterval?.high ?? null),
        tone: toneOf(outcome, pair),
        tooltip: tooltip(index),
      })),
      orientation: 'horizontal',
      fromZero: false,
      reference: { value: 0, name: context.phrase(say('analyses.compareProportions.word.noChange')) },
      valueName: context.phrase(
        say(isShare ? 'analyses.compareProportions.axis.points' : 'analyses.compareProportions.axis.relative'),
      ),
      format: (value) => context.value(isShare ? tick(value) : percent(value, 0)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.compareProportions.summary.differences', {
      n: pairs.length,
      clear: pairs.filter(({ adjustedP }) => adjustedP < alpha).length,
    }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? tooltip(index) : undefined),
    drill: () => undefined,
  };
}

function toneOf(
  { spec }: CompareProportionsOutcome,
  { adjustedP, change }: ProportionPair,
): 'plain' | 'good' | 'concern' {
  if (adjustedP >= alpha || change.difference === 0) return 'plain';
  return change.difference < 0 === (spec.direction === 'lower') ? 'good' : 'concern';
}

function changeTooltip(outcome: CompareProportionsOutcome, pair: ProportionPair): Phrase {
  const { change, adjustedP } = pair;
  return say(
    change.interval ? 'analyses.compareProportions.tooltip.change' : 'analyses.compareProportions.tooltip.rateChange',
    {
      ...pairNames(outcome, pair),
      from: shown(outcome, change.from),
      to: shown(outcome, change.to),
      points: signed(change.difference * 100, 2),
      low: change.interval ? fixed(change.interval.low * 100, 2) : relativeEnd(change.relativeInterval?.low),
      high: change.interval ? fixed(change.interval.high * 100, 2) : relativeEnd(change.relativeInterval?.high),
      relative: change.relative === null ? figureOr(null) : signedPercent(change.relative),
      p: pPhrase(adjustedP),
    },
  );
}

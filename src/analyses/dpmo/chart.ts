import { intervalOption, intervalSeries, type IntervalMark } from '../../charts/interval-option';
import { sigmaScaleOption } from '../../charts/sigma-scale-option';
import type { Phrase } from '../../kernel/result';
import { dpoAtSigma } from '../../stats/yield/sigma-level';
import type { ChartContext, Picture } from '../contract';
import { figure, fixed, percent, say } from '../phrases';
import type { DpmoGroup, DpmoOutcome } from './outcome';
import { dpmoDigits, dpmoPhrase, sigmaPhrase } from './words';

/** Groups with their intervals against the overall rate; without groups, the place on the sigma scale. */
export function dpmoPicture(outcome: DpmoOutcome, context: ChartContext): Picture {
  return outcome.groups.length > 0 ? groupPicture(outcome, context) : scalePicture(outcome, context);
}

function groupPicture(outcome: DpmoOutcome, context: ChartContext): Picture {
  const { groups, overall } = outcome;
  const tooltip = (index: number): string => (groups[index] ? context.phrase(groupTooltip(groups[index])) : '');
  const option = intervalOption(
    {
      marks: groups.map((group, index): IntervalMark => ({
        label: context.value(group.label),
        value: group.rates?.dpmo ?? null,
        low: group.rates?.interval.dpmoLow ?? null,
        high: group.rates?.interval.dpmoHigh ?? null,
        tone: group.against === 'above' ? 'concern' : group.against === 'below' ? 'good' : 'plain',
        tooltip: tooltip(index),
      })),
      orientation: outcome.timeOrdered ? 'vertical' : 'horizontal',
      reference: { value: overall.dpmo, name: context.phrase(say('analyses.dpmo.word.overall')) },
      valueName: 'DPMO',
      format: (value) => context.value(fixed(value, dpmoDigits(value))),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.dpmo.summary.groups', {
      groups: groups.length,
      dpmo: context.phrase(dpmoPhrase(overall)),
      above: groups.filter(({ against }) => against === 'above').length,
    }),
    describe: (seriesId, index) => (seriesId === intervalSeries.rates ? tooltip(index) : undefined),
    drill: (seriesId, index) =>
      seriesId === intervalSeries.rates && (groups[index]?.defects ?? 0) > 0 ? groups[index].filters : undefined,
  };
}

function scalePicture(outcome: DpmoOutcome, context: ChartContext): Picture {
  const { overall } = outcome;
  const tooltip = context.phrase(scaleTooltip(outcome));
  const option = sigmaScaleOption(
    {
      level: overall.sigmaShortTerm,
      low: overall.interval.sigmaLow,
      high: overall.interval.sigmaHigh,
      name: context.phrase(say(outcome.spec.shift ? 'analyses.dpmo.axis.shifted' : 'analyses.dpmo.axis.longTerm')),
      dpmoName: 'DPMO',
      ticks: [1, 2, 3, 4, 5, 6].map((level) => {
        const dpmo = dpoAtSigma(level, overall.shift) * 1e6;
        return { level, dpmo: context.value(fixed(dpmo, dpmoDigits(dpmo))) };
      }),
      mark: context.phrase(sigmaPhrase(overall)),
      tooltip,
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.dpmo.summary.level', {
      dpmo: context.phrase(dpmoPhrase(overall)),
      sigma: context.phrase(sigmaPhrase(overall)),
    }),
    describe: (seriesId) => (seriesId === intervalSeries.rates ? tooltip : undefined),
    drill: (seriesId) => (seriesId === intervalSeries.rates && overall.defects > 0 ? outcome.filters : undefined),
  };
}

function groupTooltip(group: DpmoGroup): Phrase {
  const { rates, label } = group;
  if (!rates) return say('analyses.dpmo.tooltip.noUnits', { label });
  return say(
    rates.interval.kind === 'upper-bound' ? 'analyses.dpmo.tooltip.groupZero' : 'analyses.dpmo.tooltip.group',
    {
      label,
      defects: group.defects,
      units: figure(rates.units),
      dpmo: fixed(rates.dpmo, dpmoDigits(rates.dpmo)),
      low: fixed(rates.interval.dpmoLow, dpmoDigits(rates.interval.dpmoLow)),
      high: fixed(rates.interval.dpmoHigh, dpmoDigits(rates.interval.dpmoHigh)),
      yield: percent(rates.opportunityYield, 2),
    },
  );
}

function scaleTooltip({ overall }: DpmoOutcome): Phrase {
  return say('analyses.dpmo.tooltip.level', {
    defects: figure(overall.defects),
    opportunities: figure(overall.totalOpportunities),
    low: fixed(overall.interval.dpmoLow, dpmoDigits(overall.interval.dpmoLow)),
    high: fixed(overall.interval.dpmoHigh, dpmoDigits(overall.interval.dpmoHigh)),
  });
}

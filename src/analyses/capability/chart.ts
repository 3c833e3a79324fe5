import { capabilityOption, capabilitySeries } from '../../charts/capability-option';
import { normal } from '../../stats/distributions/normal';
import { logNormal, weibull } from '../../stats/distributions/positive-families';
import type { Phrase } from '../../kernel/result';
import type { ChartContext, Picture } from '../contract';
import { figure, percent, say, term } from '../phrases';
import type { CapabilityOutcome } from './outcome';
import { figureOr, measurePhrase } from './words';

/** The histogram between its limits with the fitted curve, and the values in order of time below it. */
export function capabilityPicture(outcome: CapabilityOutcome, context: ChartContext): Picture {
  const { classes, stability, normal: figures } = outcome;
  const classText = (index: number): string => (classes[index] ? context.phrase(classTooltip(outcome, index)) : '');
  const pointText = (index: number): string =>
    stability.shown[index] ? context.phrase(pointTooltip(outcome, index)) : '';
  const overall = overallDensity(outcome);
  const withinSigma = outcome.method === 'normal' ? figures.within.sigma : null;
  const option = capabilityOption(
    {
      histogram: {
        bars: classes.map(({ from, to, count }, index) => ({
          from,
          to,
          count,
          isBeyond: isBeyond(outcome, from, to),
          tooltip: classText(index),
        })),
        curve: overall && {
          name: context.phrase(say(`analyses.capability.curve.${outcome.method}`)),
          points: curvePoints(outcome, overall),
        },
        lines: lines(outcome, context),
        valueName: context.phrase(measurePhrase(outcome)),
        countName: context.phrase(say('analyses.capability.axis.count')),
        format: (value) => context.value(figure(value)),
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      within:
        withinSigma !== null && withinSigma > 0
          ? {
              name: context.phrase(say('analyses.capability.curve.within')),
              points: curvePoints(outcome, (x) => normal(outcome.mean, withinSigma).density(x)),
            }
          : null,
      stability: {
        title: context.phrase(say(`analyses.capability.axis.${stability.kind}`)),
        points: stability.shown.map((point, index) => ({ ...point, tooltip: pointText(index) })),
      },
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.capability.summary', {
      measure: context.phrase(measurePhrase(outcome)),
      n: outcome.n,
      lower: figureOr(outcome.spec.lowerLimit),
      upper: figureOr(outcome.spec.upperLimit),
      stable: term(`analyses.capability.word.${stability.signals === 0 ? 'stable' : 'unstable'}`),
    }),
    describe: (seriesId, index) => {
      if (seriesId === capabilitySeries.bars) return classText(index);
      return seriesId === capabilitySeries.points ? pointText(index) : undefined;
    },
    drill: (seriesId, index) => {
      if (seriesId === capabilitySeries.points) return stability.shown[index]?.filters;
      const isBar = seriesId === capabilitySeries.bars && (classes[index]?.count ?? 0) > 0;
      return isBar ? classes[index].filters : undefined;
    },
  };
}

function isBeyond({ spec }: CapabilityOutcome, from: number, to: number): boolean {
  const { lowerLimit, upperLimit } = spec;
  return (upperLimit !== null && from >= upperLimit) || (lowerLimit !== null && to <= lowerLimit);
}

interface ChartLine {
  readonly value: number;
  readonly name: string;
  readonly kind: 'limit' | 'center';
}

function lines({ spec, mean }: CapabilityOutcome, context: ChartContext): ChartLine[] {
  const line = (value: number | null, code: string, kind: ChartLine['kind']): ChartLine[] =>
    value === null ? [] : [{ value, name: context.phrase(say(code)), kind }];
  return [
    ...line(mean, 'analyses.capability.word.mean', 'center'),
    ...line(spec.target, 'analyses.capability.word.target', 'center'),
    ...line(spec.lowerLimit, 'analyses.capability.word.lsl', 'limit'),
    ...line(spec.upperLimit, 'analyses.capability.word.usl', 'limit'),
  ];
}

type Density = (x: number) => number;

/** The density of the fitted distribution; percentiles have none. */
function overallDensity({ method, mean, sd, overall }: CapabilityOutcome): Density | null {
  const p = overall.parameters;
  switch (method) {
    case 'normal':
      return (x) => normal(mean, sd).density(x);
    case 'logNormal':
      return (x) => logNormal(p['meanLog'], p['sdLog']).density(x);
    case 'weibull':
      return (x) => (x > 0 ? weibull(p['shape'], p['scale']).density(x) : 0);
    case 'boxCox':
      return boxCoxDensity(p['lambda'], p['mean'], p['sd']);
    case 'percentile':
      return null;
  }
}

function boxCoxDensity(lambda: number, mean: number, sd: number): Density {
  if (lambda === 0) return (x) => (x > 0 ? logNormal(mean, sd).density(x) : 0);
  return (x) => (x > 0 ? normal(mean, sd).density(x ** lambda) * Math.abs(lambda) * x ** (lambda - 1) : 0);
}

/** The density scaled to counts per class, over the classes and the limits. */
function curvePoints(outcome: CapabilityOutcome, density: Density): (readonly [number, number])[] {
  const { classes, classWidth, n } = outcome;
  const low = classes[0].from;
  const high = classes[classes.length - 1].to;
  const steps = 160;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = low + ((high - low) * i) / steps;
    const y = density(x) * classWidth * n;
    return [x, Number.isFinite(y) ? y : 0] as const;
  });
}

function classTooltip({ classes, n }: CapabilityOutcome, index: number): Phrase {
  const { from, to, count } = classes[index];
  return say('analyses.capability.tooltip.class', {
    from: figure(from),
    to: figure(to),
    n: count,
    share: percent(count / n),
  });
}

function pointTooltip({ stability }: CapabilityOutcome, index: number): Phrase {
  const { label, value, lower, center, upper, isSignal } = stability.shown[index];
  return say(isSignal ? 'analyses.capability.tooltip.signal' : 'analyses.capability.tooltip.point', {
    label,
    value: figure(value),
    lower: figureOr(lower),
    center: figureOr(center),
    upper: figureOr(upper),
  });
}

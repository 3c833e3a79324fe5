import { funnelOption, funnelSeries } from '../../charts/funnel-option';
import type { FunnelLimits } from '../../stats/control/funnel-plot';
import type { ChartContext, Picture } from '../contract';
import { figure, say } from '../phrases';
import { shown, tick } from '../series-words';
import type { ComparedUnit, FunnelOutcome } from './outcome';
import { funnelAxis, inner, outer, placePhrase, toneOf, unitParams } from './words';

/** Units by size and rate inside the limits of chance. */
export function funnelPlotPicture(outcome: FunnelOutcome, context: ChartContext): Picture {
  const { units, scale, curve, target } = outcome;
  const { factor } = scale;
  const line = (key: 'upper' | 'lower', level: number) => ({
    name: context.phrase(say(`analyses.funnelPlot.line.${level === outer ? 'outer' : 'inner'}`)),
    points: curve.map((at: FunnelLimits) => [at.size, at[key][level] * factor] as const),
    outer: level === outer,
  });
  const option = funnelOption(
    {
      marks: units.map((unit) => ({
        label: context.value(unit.label),
        size: unit.size,
        value: unit.value * factor,
        tone: toneOf(outcome, unit),
        faint: unit.levelsBeyond < 2,
        tooltip: tooltip(outcome, unit, context),
      })),
      lines: [line('upper', outer), line('upper', inner), line('lower', inner), line('lower', outer)],
      target: {
        name: context.phrase(say(`analyses.funnelPlot.line.${outcome.spec.target}`)),
        value: target * factor,
      },
      sizeName: context.value(outcome.sizeName),
      valueName: context.phrase(funnelAxis(outcome)),
      format: (value) => context.value(shown(scale, value / factor)),
      formatTick: (value) => context.value(tick(scale, value)),
      formatSize: (value) => context.value(figure(value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.funnelPlot.summary', {
      units: units.length,
      beyond: units.filter(({ levelsBeyond }) => levelsBeyond > 1).length,
    }),
    describe: (seriesId, index) =>
      seriesId === funnelSeries && units[index] ? tooltip(outcome, units[index], context) : undefined,
    drill: (seriesId, index) =>
      seriesId === funnelSeries && (units[index]?.rows ?? 0) > 0 ? units[index].filters : undefined,
  };
}

function tooltip(outcome: FunnelOutcome, unit: ComparedUnit, context: ChartContext): string {
  const lines = [say('analyses.funnelPlot.tooltip', unitParams(outcome, unit)), placePhrase(unit)];
  return lines.map((phrase) => context.phrase(phrase)).join('\n');
}

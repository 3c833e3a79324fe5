import { mainEffectsOption, mainEffectsSeries } from '../../charts/main-effects-option';
import type { ChartContext, Picture } from '../contract';
import { figureOr, measurePhrase, tick } from '../measure-words';
import { figure, say } from '../phrases';
import type { MainEffectsOutcome } from './outcome';
import { enoughValues } from './run';

/** The means of all factors on one scale, a band for each factor, against the mean of all. */
export function mainEffectsPicture(outcome: MainEffectsOutcome, context: ChartContext): Picture {
  const { factors, grandMean, total } = outcome;
  const flat = factors.flatMap(({ name, levels }) => levels.map((level) => ({ ...level, factor: name })));
  const tooltip = (index: number): string => {
    if (!(index in flat)) return '';
    const { factor, label, n, mean, sd, interval } = flat[index];
    return context.phrase(
      say('analyses.mainEffects.tooltip', {
        factor,
        level: label,
        n,
        mean: figure(mean),
        sd: figureOr(sd),
        low: figureOr(interval?.low ?? null),
        high: figureOr(interval?.high ?? null),
      }),
    );
  };
  const option = mainEffectsOption(
    {
      factors: factors.map(({ name, levels }) => ({
        name: context.value(name),
        levels: levels.map(({ label, n, mean, interval }) => ({
          label: context.value(label),
          mean,
          // Two values may have an interval a hundred times as wide as all the others: the table gives it.
          interval: n < enoughValues ? null : interval,
          isSparse: n < enoughValues,
        })),
      })),
      reference: { value: grandMean, name: context.phrase(say('analyses.mainEffects.word.grandMean')) },
      valueName: context.phrase(measurePhrase(outcome)),
      format: (value) => context.value(tick(value)),
      tooltip,
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.mainEffects.summary', {
      measure: context.phrase(measurePhrase(outcome)),
      factors: factors.length,
      levels: flat.length,
      values: total,
    }),
    describe: (seriesId, index) => (seriesId === mainEffectsSeries.means ? tooltip(index) : undefined),
    drill: (seriesId, index) => (seriesId === mainEffectsSeries.means ? flat[index]?.filters : undefined),
  };
}

import { curveOption, curveSeries } from '../../charts/curve-option';
import type { ChartContext, Picture } from '../contract';
import { fixed, say } from '../phrases';
import { tick } from '../measure-words';
import { axisPercent } from '../signed';
import type { SampleSizeOutcome } from './outcome';
import { achieved, aim, yields } from './words';

/** The margin or the power over the size of the sample, with the plan marked. */
export function sampleSizePicture(outcome: SampleSizeOutcome, context: ChartContext): Picture {
  const { curve, plan, given, spec, groups } = outcome;
  const kind = yields(spec);
  const tooltip = (index: number): string =>
    curve[index]
      ? context.phrase(
          say(`analyses.sampleSize.tooltip.${spec.question}`, {
            n: curve[index].n,
            value: achieved(outcome, curve[index].value),
          }),
        )
      : '';
  // Shares are drawn in percentage points: an axis of fractions of a fraction says nothing.
  const factor = spec.question === 'share' ? 100 : 1;
  return {
    option: curveOption(
      {
        points: curve.map(({ n, value }, index) => ({
          x: n,
          y: value * factor,
          mark:
            n === plan.n
              ? { text: context.phrase(say('analyses.sampleSize.word.plan', { n })), kind: 'chosen' }
              : n === given?.n
                ? { text: context.phrase(say('analyses.sampleSize.word.given', { n })), kind: 'given' }
                : null,
          tooltip: tooltip(index),
        })),
        curveName: context.phrase(say(`analyses.sampleSize.axis.${spec.question}`)),
        target: {
          value: aim(spec) * factor,
          name: context.phrase(say('analyses.sampleSize.word.aim')),
        },
        xName: context.phrase(say(`analyses.sampleSize.axis.${groups === 2 ? 'perGroup' : 'n'}`)),
        yName: context.phrase(say(`analyses.sampleSize.axis.${spec.question}`)),
        formatX: (value) => context.value(fixed(value, 0)),
        formatY: (value) => context.value(kind === 'power' ? axisPercent(value) : tick(value)),
        ...(kind === 'power' ? { range: { min: 0, max: 1 } } : {}),
        isStepwise: false,
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary: say(`analyses.sampleSize.summary.${spec.question}`, {
      n: plan.n,
      value: achieved(outcome, plan.value),
    }),
    describe: (seriesId, index) => (seriesId === curveSeries.points ? tooltip(index) : undefined),
    drill: () => undefined,
  };
}

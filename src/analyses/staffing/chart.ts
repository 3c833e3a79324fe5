import { curveOption, curveSeries } from '../../charts/curve-option';
import type { Phrase } from '../../kernel/result';
import type { QueuePerformance } from '../../stats/queueing/erlang-c';
import type { ChartContext, Picture } from '../contract';
import { fixed, percent, say } from '../phrases';
import { axisPercent } from '../signed';
import type { StaffingOutcome } from './outcome';

/** Service level over the number of agents, with the plan marked. */
export function staffingPicture(outcome: StaffingOutcome, context: ChartContext): Picture {
  const { curve, plan, spec } = outcome;
  const tooltip = (index: number): string => (curve[index] ? context.phrase(figures(curve[index], spec)) : '');
  return {
    option: curveOption(
      {
        points: curve.map((here, index) => ({
          x: here.agents,
          y: here.serviceLevel,
          mark:
            here.agents === plan.agents
              ? { text: context.phrase(say('analyses.staffing.word.agents', { n: here.agents })), kind: 'chosen' }
              : null,
          tooltip: tooltip(index),
        })),
        curveName: context.phrase(say('analyses.staffing.axis.level', { seconds: spec.withinSeconds })),
        target: { value: spec.level / 100, name: context.phrase(say('analyses.staffing.word.target')) },
        xName: context.phrase(say('analyses.staffing.axis.agents')),
        yName: context.phrase(say('analyses.staffing.axis.level', { seconds: spec.withinSeconds })),
        formatX: (value) => context.value(fixed(value, 0)),
        formatY: (value) => context.value(axisPercent(value)),
        range: { min: 0, max: 1 },
        isStepwise: true,
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary: say('analyses.staffing.summary', {
      n: plan.agents,
      level: percent(plan.serviceLevel),
      seconds: spec.withinSeconds,
    }),
    describe: (seriesId, index) => (seriesId === curveSeries.points ? tooltip(index) : undefined),
    drill: () => undefined,
  };
}

function figures(here: QueuePerformance, { withinSeconds }: StaffingOutcome['spec']): Phrase {
  return say('analyses.staffing.tooltip', {
    n: here.agents,
    seconds: withinSeconds,
    level: percent(here.serviceLevel),
    wait: here.averageWaitSeconds === null ? '–' : fixed(here.averageWaitSeconds, 1),
    waiting: percent(here.waitProbability),
    occupancy: percent(here.occupancy),
  });
}

import type { Phrase } from '../../kernel/result';
import { figure, fixed, say, term } from '../phrases';
import type { ControlOutcome } from './outcome';
import { shown, stageTitle } from './words';

/** The formulas with this chart's own numbers in them. */
export function howComputed(outcome: ControlOutcome): Phrase[] {
  return [
    ...centerFormulas(outcome),
    ...limitExample(outcome),
    ...(outcome.kind === 'laney-p' || outcome.kind === 'laney-u' ? [say('analyses.controlChart.how.laney')] : []),
    say('analyses.controlChart.how.rules', { set: term(`analyses.controlChart.choice.rules.${outcome.spec.rules}`) }),
    say('analyses.controlChart.how.gaps'),
    ...(outcome.chart.stages.some(({ baseline }) => baseline !== null)
      ? [say('analyses.controlChart.how.baseline')]
      : []),
    ...(outcome.excluded.length > 0 ? [say('analyses.controlChart.how.excluded')] : []),
    ...((outcome.dispersion?.ratio ?? null) === null ? [] : [say('analyses.controlChart.how.dispersion')]),
  ];
}

/** Per stage: the centre, from which points, with sums. */
function centerFormulas(outcome: ControlOutcome): Phrase[] {
  const { chart, kind } = outcome;
  return chart.stages.flatMap((stage, i) => {
    if (stage.center === null) return [];
    const range = stage.baseline ?? stage;
    const params = {
      name: stageTitle(outcome, i),
      points: stage.pointsUsed,
      first: outcome.labels[range.start],
      last: outcome.labels[range.end - 1],
      per: outcome.scale.factor,
      ...sums(outcome, range),
    };
    if (kind === 'individuals') {
      if (stage.sigma === null) return [];
      if (outcome.spec.sigmaFrom === 'median-range') {
        const sigma = shown(outcome, stage.sigma);
        const center = shown(outcome, stage.center);
        return [say('analyses.controlChart.how.center.individualsMedian', { ...params, center, sigma })];
      }
      return [
        ...(stage.rangesScreened > 0 ? [say('analyses.controlChart.how.screened', { n: stage.rangesScreened })] : []),
        say('analyses.controlChart.how.center.individuals', {
          ...params,
          center: shown(outcome, stage.center),
          range: shown(outcome, stage.meanMovingRange ?? 0),
          sigma: shown(outcome, stage.sigma),
          d2: fixed(2 / Math.sqrt(Math.PI), 4),
        }),
      ];
    }
    const center = kind === 'np' ? figure(stage.center) : shown(outcome, stage.center);
    return [say(`analyses.controlChart.how.center.${centerKind(kind)}`, { ...params, center })];
  });
}

function centerKind(kind: ControlOutcome['kind']): 'p' | 'u' | 'c' {
  if (kind === 'c') return 'c';
  return kind === 'u' || kind === 'laney-u' ? 'u' : 'p';
}

/** Σ numerators and Σ sizes of the points that entered the centre. */
function sums(
  { numerators, sizes, excluded }: ControlOutcome,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly count: number; readonly size: ReturnType<typeof figure> } {
  const left = new Set(excluded.map(({ index }) => index));
  let count = 0;
  let size = 0;
  for (let i = start; i < end; i++) {
    const here = numerators?.[i] ?? null;
    const area = sizes === null ? 1 : (sizes[i] ?? 0);
    if (here === null || !(area > 0) || left.has(i)) continue;
    count += here;
    size += area;
  }
  return { count, size: figure(size) };
}

/** The limits of the last point, worked through. */
function limitExample(outcome: ControlOutcome): Phrase[] {
  const { main } = outcome.chart;
  const index = main.upper.findLastIndex((value, i) => value !== null && main.values[i] !== null);
  const [center, sigma, upper, lower] = [main.center[index], main.sigma[index], main.upper[index], main.lower[index]];
  if (index < 0 || center === null || sigma === null || upper === null || lower === null) return [];
  const kind = outcome.kind === 'individuals' ? 'individuals' : centerKind(outcome.kind);
  return [
    say(`analyses.controlChart.how.limits.${kind}`, {
      label: outcome.labels[index],
      k: outcome.spec.limitWidth,
      center: shown(outcome, center),
      sigma: shown(outcome, sigma),
      upper: shown(outcome, upper),
      lower: shown(outcome, lower),
      size: figure(outcome.sizes?.[index] ?? 1),
    }),
  ];
}

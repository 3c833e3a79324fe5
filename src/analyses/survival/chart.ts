import { survivalOption, survivalSeries } from '../../charts/survival-option';
import type { Phrase } from '../../kernel/result';
import type { ChartContext, Picture } from '../contract';
import { figure, percent, say } from '../phrases';
import type { CurvePoint, SurvivalFigures, SurvivalOutcome } from './outcome';
import { timeFigure, unitWord } from './words';

/** More curves than these cannot be told apart; the table has them all. */
export const curvesDrawn = 6;
const marksPerCurve = 40;

/** The share of cases still open over time, whole with its band or a curve for each of the largest groups. */
export function survivalPicture(outcome: SurvivalOutcome, context: ChartContext): Picture {
  const { whole, groups, spec } = outcome;
  const drawn = groups.length > 1 ? largest(groups) : [whole];
  const marks = drawn.flatMap((figures, curve) =>
    evenChoice(figures.curve).map((point) => ({ curve, figures, point })),
  );
  const tooltip = (index: number): string =>
    marks[index] ? context.phrase(markTooltip(outcome, marks[index].figures, marks[index].point)) : '';
  const unit = context.value(unitWord(outcome));
  return {
    option: survivalOption(
      {
        curves: drawn.map(({ label, curve }) => ({ name: context.value(label), points: curve })),
        band: drawn.length === 1 ? drawn[0].curve : [],
        bandName: context.phrase(say('analyses.survival.word.band')),
        marks: marks.map(({ curve, point }, index) => ({
          curve,
          time: point.time,
          open: point.open,
          tooltip: tooltip(index),
        })),
        limit:
          spec.limit === null
            ? null
            : {
                value: spec.limit,
                name: context.phrase(say('analyses.survival.word.limit', { value: figure(spec.limit), unit })),
              },
        timeName: context.phrase(say('analyses.survival.axis.time', { unit })),
        shareName: context.phrase(say('analyses.survival.axis.open')),
        format: {
          time: (value) => context.value({ as: 'decimal', value }),
          share: (value) => context.value(percent(value, 0)),
        },
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary: say('analyses.survival.summary', {
      n: whole.n,
      open: whole.open,
      median: timeFigure(whole.median.time),
      p90: timeFigure(whole.p90.time),
      unit,
    }),
    describe: (seriesId, index) => (seriesId === survivalSeries.points ? tooltip(index) : undefined),
    drill: (seriesId, index) => (seriesId === survivalSeries.points ? marks[index]?.figures.filters : undefined),
  };
}

function largest(groups: readonly SurvivalFigures[]): SurvivalFigures[] {
  const kept = new Set([...groups].sort((a, b) => b.n - a.n).slice(0, curvesDrawn));
  return groups.filter((group) => kept.has(group));
}

function evenChoice(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const every = Math.max(1, Math.ceil(points.length / marksPerCurve));
  return points.filter((_, i) => i % every === 0);
}

function markTooltip(outcome: SurvivalOutcome, { label }: SurvivalFigures, point: CurvePoint): Phrase {
  return say('analyses.survival.tooltip', {
    label,
    time: figure(point.time),
    unit: unitWord(outcome),
    open: percent(point.open),
    low: percent(point.low),
    high: percent(point.high),
    n: point.atRisk,
  });
}

import { controlChartOption, shownPoints, type ControlPanel, type PointTone } from '../../charts/control-chart-option';
import type { Phrase } from '../../kernel/result';
import type { ChartPanel, Maybe, Signal } from '../../stats/control/types';
import type { Filter } from '../../table/filter';
import type { ChartContext, Picture } from '../contract';
import { say, term } from '../phrases';
import { judge, mergeSignals, signalsByPoint } from '../signals';
import type { ControlOutcome } from './outcome';
import { pointFilters } from '../point-source';
import { pointCount } from '../series-words';
import { axisName, ruleWords, shown, shownWithUnit, stageTitle, tick } from './words';

const seriesOf = { main: 'points', ranges: 'ranges' } as const;

/** The chart with its limits, stages and signals; moving ranges below it. */
export function controlChartPicture(outcome: ControlOutcome, context: ChartContext): Picture {
  const { chart } = outcome;
  const main = panelView(outcome, context, chart.main, seriesOf.main, axisName(outcome));
  const ranges =
    chart.movingRange &&
    panelView(outcome, context, chart.movingRange, seriesOf.ranges, say('analyses.controlChart.axis.movingRange'));
  const panels = ranges ? [main, ranges] : [main];
  const pointAt = (seriesId: string, dataIndex: number): number | undefined => {
    const panel = panels.find(({ id }) => id === seriesId);
    return panel && shownPoints(panel)[dataIndex];
  };
  const option = controlChartOption(
    {
      labels: outcome.labels,
      panels,
      stages: chart.stages.map(({ start, end }, i) => ({
        start,
        end,
        name: outcome.stages.length > 1 ? context.value(stageTitle(outcome, i)) : '',
      })),
      frozen: frozenPoints(outcome),
      limitNames: {
        upper: context.phrase(say('analyses.controlChart.word.upper')),
        center: context.phrase(say('analyses.controlChart.word.center')),
        lower: context.phrase(say('analyses.controlChart.word.lower')),
      },
      format: (value) => context.value(shown(outcome, value / outcome.scale.factor)),
      formatTick: (value) => context.value(tick(outcome, value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: summary(outcome),
    describe: (seriesId, dataIndex) => {
      const index = pointAt(seriesId, dataIndex);
      const panel = seriesId === seriesOf.ranges ? ranges : main;
      return index === undefined || !panel ? undefined : panel.tooltip(index);
    },
    drill: (seriesId, dataIndex) => {
      const index = pointAt(seriesId, dataIndex);
      return index === undefined ? undefined : drillPoint(outcome, index);
    },
  };
}

/** Conditions behind a point: the rows counted, or all rows of the subgroup where none was. */
export function drillPoint(outcome: ControlOutcome, index: number): readonly Filter[] | undefined {
  if (outcome.rowsPerPoint[index] === 0) return undefined;
  const { filters, spec } = outcome;
  const countsSome = spec.chart !== 'i' && spec.numerator === 'values';
  const isEmpty = countsSome && (outcome.numerators?.[index] ?? 0) === 0;
  return [...(isEmpty ? filters.slice(0, -1) : filters), ...pointFilters(outcome.source, index)];
}

function frozenPoints({ chart, labels }: ControlOutcome): boolean[] {
  const frozen = labels.map(() => false);
  for (const { start, end, baseline } of chart.stages) {
    if (!baseline) continue;
    for (let i = start; i < end; i++) frozen[i] = i < baseline.start || i >= baseline.end;
  }
  return frozen;
}

function panelView(
  outcome: ControlOutcome,
  context: ChartContext,
  panel: ChartPanel,
  id: string,
  name: Phrase,
): ControlPanel {
  const signals = signalsByPoint(panel);
  const { factor } = outcome.scale;
  // Scaled before drawing, so that the axis has round numbers of what is read.
  const scaled = (values: readonly Maybe[]): Maybe[] => values.map((value) => (value === null ? null : value * factor));
  return {
    id,
    name: context.phrase(name),
    values: scaled(panel.values),
    center: scaled(panel.center),
    upper: scaled(panel.upper),
    lower: scaled(panel.lower),
    tones: tonesOf(outcome, panel, signals, id === seriesOf.ranges),
    tooltip: (index) => tooltip(outcome, context, panel, signals.get(index) ?? [], index),
  };
}

/** A concern outweighs an improvement at the same point; the tooltip still names both. */
function tonesOf(
  outcome: ControlOutcome,
  panel: ChartPanel,
  signals: ReadonlyMap<number, readonly Signal[]>,
  isRanges: boolean,
): PointTone[] {
  const left = new Set(outcome.excluded.map(({ index }) => index));
  // Less scatter is always good news; for the points the person says which way is better.
  const direction = isRanges ? 'lower' : outcome.spec.direction;
  return panel.values.map((_, index) => {
    if (left.has(index)) return 'excluded';
    const here = signals.get(index);
    if (!here) return 'plain';
    return here.some((signal) => judge(signal, direction) === 'concern') ? 'concern' : 'good';
  });
}

function tooltip(
  outcome: ControlOutcome,
  context: ChartContext,
  panel: ChartPanel,
  signals: readonly Signal[],
  index: number,
): string {
  const value = panel.values[index];
  if (value === null || value === undefined) return '';
  const lines = [
    say('analyses.controlChart.tooltip.point', {
      label: outcome.labels[index],
      value: context.phrase(shownWithUnit(outcome, value)),
    }),
    ...countLine(outcome, index),
    ...limitLine(outcome, panel, index),
    ...mergeSignals(signals).map(({ signal }) =>
      say('analyses.controlChart.tooltip.signal', { rule: context.phrase(ruleWords(outcome, signal)) }),
    ),
  ];
  const excluded = outcome.excluded.find((one) => one.index === index);
  if (excluded) lines.push(say('analyses.controlChart.tooltip.excluded', { reason: excluded.reason }));
  return lines.map((line) => context.phrase(line)).join('\n');
}

function countLine({ numerators, sizes }: ControlOutcome, index: number): Phrase[] {
  const count = numerators?.[index] ?? null;
  const size = sizes?.[index] ?? null;
  return count === null || size === null ? [] : [say('analyses.controlChart.tooltip.counts', { count, size })];
}

function limitLine(outcome: ControlOutcome, panel: ChartPanel, index: number): Phrase[] {
  const limits: readonly Maybe[] = [panel.lower[index], panel.center[index], panel.upper[index]];
  const [lower, center, upper] = limits.map((limit) => (limit === null ? null : shown(outcome, limit)));
  return lower === null || center === null || upper === null
    ? []
    : [say('analyses.controlChart.tooltip.limits', { lower, center, upper })];
}

function summary(outcome: ControlOutcome): Phrase {
  const { labels, chart, spec, excluded } = outcome;
  const groups = mergeSignals(chart.main.signals);
  const params = {
    kind: term(`analyses.controlChart.choice.chart.${spec.chart}`),
    points: pointCount(chart.main.values, excluded),
    first: labels[0],
    last: labels[labels.length - 1],
    signals: groups.length,
  };
  return say(
    groups.length === 0 ? 'analyses.controlChart.summary.stable' : 'analyses.controlChart.summary.signals',
    params,
  );
}

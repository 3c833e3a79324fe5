/** Charts of a plotted series as pictures: panels with limits, stages, signals, and what a click opens. */

import {
  controlChartOption,
  linesOf,
  shownPoints,
  type ControlPanel,
  type PointTone,
} from '../charts/control-chart-option';
import type { Phrase } from '../kernel/result';
import type { Maybe, PointRange, Signal } from '../stats/control/types';
import type { Filter } from '../table/filter';
import type { ChartContext, Picture } from './contract';
import type { DisplayScale } from './display';
import { say } from './phrases';
import { stageTitle, shown, shownWithUnit, tick } from './series-words';
import { judge, type Direction } from './signals';
import type { Placement, StageName } from './stages';

/** What a picture of a series needs beyond its panels. */
export interface SeriesView {
  readonly labels: readonly string[];
  readonly panels: readonly ControlPanel[];
  readonly stages: readonly (PointRange & { readonly baseline: PointRange | null })[];
  readonly names: readonly StageName[];
  readonly limitNames: { readonly upper: Phrase; readonly center: Phrase; readonly lower: Phrase };
  readonly scale: DisplayScale;
  readonly summary: Phrase;
  readonly drill: (index: number) => readonly Filter[] | undefined;
}

/** Names of the lines of an ordinary control chart. */
export const controlLimitNames = {
  upper: say('analyses.series.word.upper'),
  center: say('analyses.series.word.center'),
  lower: say('analyses.series.word.lower'),
};

/** The picture of a series. */
export function seriesPicture(view: SeriesView, context: ChartContext): Picture {
  const panels = view.panels.map((panel) => scalePanel(panel, view.scale.factor));
  const lines = linesOf({ panels });
  const pointAt = (seriesId: string, dataIndex: number): number | undefined => {
    const line = lines.find(({ id }) => id === seriesId);
    return line && shownPoints(line)[dataIndex];
  };
  const { upper, center, lower } = view.limitNames;
  const option = controlChartOption(
    {
      labels: view.labels,
      panels,
      stages: view.stages.map(({ start, end }, i) => ({
        start,
        end,
        name: view.names.length > 1 ? context.value(stageTitle(view.names, i)) : '',
      })),
      frozen: frozenPoints(view),
      limitNames: { upper: context.phrase(upper), center: context.phrase(center), lower: context.phrase(lower) },
      format: (value) => context.value(shown(view.scale, value / view.scale.factor)),
      formatTick: (value) => context.value(tick(view.scale, value)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: view.summary,
    describe: (seriesId, dataIndex) => {
      const index = pointAt(seriesId, dataIndex);
      return index === undefined ? undefined : lines.find(({ id }) => id === seriesId)?.tooltip(index);
    },
    drill: (seriesId, dataIndex) => {
      const index = pointAt(seriesId, dataIndex);
      return index === undefined ? undefined : view.drill(index);
    },
  };
}

/** Scaled before drawing, so that the axis has round numbers of what is read. */
function scalePanel(panel: ControlPanel, factor: number): ControlPanel {
  const scaled = (values: readonly Maybe[]): Maybe[] => values.map((value) => (value === null ? null : value * factor));
  const { companion, background } = panel;
  return {
    ...panel,
    values: scaled(panel.values),
    center: scaled(panel.center),
    upper: scaled(panel.upper),
    lower: scaled(panel.lower),
    ...(companion ? { companion: { ...companion, values: scaled(companion.values) } } : {}),
    ...(background ? { background: scaled(background) } : {}),
  };
}

/** Points outside the baseline of their stage: their centre line is extended from elsewhere. */
function frozenPoints({ stages, labels }: SeriesView): boolean[] {
  const frozen = labels.map(() => false);
  for (const { start, end, baseline } of stages) {
    if (!baseline) continue;
    for (let i = start; i < end; i++) frozen[i] = i < baseline.start || i >= baseline.end;
  }
  return frozen;
}

/** How each point is marked. A concern outweighs an improvement at the same point. */
export function tonesOf(
  points: number,
  excluded: Placement['excluded'],
  signals: ReadonlyMap<number, readonly Pick<Signal, 'side'>[]>,
  direction: Direction,
): PointTone[] {
  const left = new Set(excluded.map(({ index }) => index));
  return Array.from({ length: points }, (_, index) => {
    if (left.has(index)) return 'excluded';
    const here = signals.get(index);
    if (!here) return 'plain';
    return here.some((signal) => judge(signal, direction) === 'concern') ? 'concern' : 'good';
  });
}

/** What a tooltip says about a point; parts that are absent are left out. */
export interface PointNote {
  readonly label: string;
  readonly value: Maybe;
  readonly scale: DisplayScale;
  readonly count?: Maybe;
  readonly size?: Maybe;
  readonly lower?: Maybe;
  readonly center?: Maybe;
  readonly upper?: Maybe;
  readonly signals: readonly Phrase[];
  readonly excluded?: string | undefined;
}

/** A point in words, one line each; empty where nothing was measured. */
export function pointTooltip(context: ChartContext, note: PointNote): string {
  const { label, value, scale, count = null, size = null } = note;
  if (value === null) return '';
  const lines = [
    say('analyses.series.tooltip.point', { label, value: context.phrase(shownWithUnit(scale, value)) }),
    ...(count === null || size === null ? [] : [say('analyses.series.tooltip.counts', { count, size })]),
    ...limitLine(note),
    ...note.signals.map((rule) => say('analyses.series.tooltip.signal', { rule: context.phrase(rule) })),
  ];
  if (note.excluded !== undefined) lines.push(say('analyses.series.tooltip.excluded', { reason: note.excluded }));
  return lines.map((line) => context.phrase(line)).join('\n');
}

function limitLine({ scale, lower = null, center = null, upper = null }: PointNote): Phrase[] {
  if (center === null) return [];
  const params = { center: shown(scale, center) };
  if (upper === null) return [say('analyses.series.tooltip.center', params)];
  return [
    say('analyses.series.tooltip.limits', { ...params, lower: shown(scale, lower ?? 0), upper: shown(scale, upper) }),
  ];
}

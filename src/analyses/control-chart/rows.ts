import type { Phrase } from '../../kernel/result';
import type { Signal } from '../../stats/control/types';
import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { list, plain, say, term } from '../phrases';
import { drillPoint } from './chart';
import { pointCount } from '../series-words';
import { mergeSignals, signalsByPoint } from '../signals';
import type { ControlOutcome } from './outcome';
import { axisName, countedPhrase, ruleWords, stageTitle } from './words';

/** Every point with its counts, limits, stage and signals. */
export function controlChartRows(outcome: ControlOutcome): TableTwin {
  const signals = signalsByPoint(outcome.chart.main);
  const excluded = new Map(outcome.excluded.map(({ index, reason }) => [index, reason]));
  return {
    caption: say('analyses.controlChart.table.caption', {
      kind: term(`analyses.controlChart.choice.chart.${outcome.spec.chart}`),
      points: pointCount(outcome.chart.main.values, outcome.excluded),
    }),
    columns: columns(outcome),
    rows: outcome.labels.map((label, index) => {
      const here = signals.get(index) ?? [];
      const drill = drillPoint(outcome, index);
      return {
        cells: [
          label,
          ...numberCells(outcome, index),
          ...(outcome.stages.length > 1 ? [stageCell(outcome, index)] : []),
          noteCell(
            outcome,
            mergeSignals(here).map(({ signal }) => signal),
            excluded.get(index),
          ),
        ],
        ...(drill ? { drill } : {}),
        ...(excluded.has(index)
          ? { emphasis: 'muted' as const }
          : here.length > 0
            ? { emphasis: 'signal' as const }
            : {}),
      };
    }),
  };
}

function columns(outcome: ControlOutcome): TwinColumn[] {
  const { numerators, sizes, chart, spec, scale, sizeName } = outcome;
  const format = scale.kind === 'percent' ? ('percent' as const) : ('number' as const);
  const digits = scale.kind === 'percent' ? 2 : 3;
  const figure = (key: string, label: Phrase): TwinColumn => ({ key, label, format, digits });
  const named = (key: string): Phrase => say(`analyses.controlChart.table.${key}`);
  return [
    { key: 'point', label: named(spec.subgroup === 'row' ? 'row' : 'point'), format: 'text' },
    ...(numerators ? [{ key: 'count', label: countedPhrase(outcome, 'count'), format: 'number' as const }] : []),
    ...(sizes ? [{ key: 'size', label: plain(sizeName ?? ''), format: 'number' as const }] : []),
    figure('value', axisName(outcome)),
    figure('lower', named('lower')),
    figure('center', named('center')),
    figure('upper', named('upper')),
    ...(chart.movingRange ? [figure('range', named('range')), figure('rangeUpper', named('rangeUpper'))] : []),
    ...(outcome.stages.length > 1 ? [{ key: 'stage', label: named('stage'), format: 'text' as const }] : []),
    { key: 'note', label: named('note'), format: 'text' },
  ];
}

function numberCells({ numerators, sizes, chart, scale }: ControlOutcome, index: number): TwinCell[] {
  const scaled = (value: number | null): number | null => (value === null ? null : value * scale.factor);
  const { main, movingRange } = chart;
  return [
    ...(numerators ? [numerators[index]] : []),
    ...(sizes ? [sizes[index]] : []),
    scaled(main.values[index]),
    scaled(main.lower[index]),
    scaled(main.center[index]),
    scaled(main.upper[index]),
    ...(movingRange ? [scaled(movingRange.values[index]), scaled(movingRange.upper[index])] : []),
  ];
}

function stageCell(outcome: ControlOutcome, index: number): TwinCell {
  const at = outcome.chart.stages.findIndex(({ start, end }) => index >= start && index < end);
  return { phrase: plain(stageTitle(outcome, at)) };
}

function noteCell(outcome: ControlOutcome, signals: readonly Signal[], reason: string | undefined): TwinCell {
  if (reason !== undefined) return { phrase: say('analyses.controlChart.table.excluded', { reason }) };
  if (signals.length === 0) return '';
  if (signals.length === 1) return { phrase: ruleWords(outcome, signals[0]) };
  return { phrase: plain(list(signals.map(({ rule }) => term(`analyses.controlChart.ruleShort.${rule}`)))) };
}

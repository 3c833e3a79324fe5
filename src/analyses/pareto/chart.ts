import { paretoOption, paretoSeries } from '../../charts/pareto-option';
import { codedColumns, type ChartContext, type Picture, type SpecChange } from '../contract';
import { figure, fixed, percent, say } from '../phrases';
import { levelBelow } from './branch';
import type { ParetoBar, ParetoOutcome } from './outcome';

/** The Pareto chart; a click goes one level down the taxonomy, and from a link to the rows. */
export function paretoPicture(outcome: ParetoOutcome, context: ChartContext): Picture {
  const { bars, compareTotals } = outcome;
  const comparing = compareTotals !== null;
  const option = paretoOption(
    {
      bars: bars.map((bar) => ({
        label: context.value(bar.name),
        value: comparing ? bar.share.value : bar.value,
        muted: bar.kind !== 'category',
        tooltip: context.phrase(tooltip(bar)),
      })),
      total: outcome.totals.value,
      cumulative: comparing ? null : bars.map(({ cumulative }) => cumulative),
      compare: comparing
        ? {
            name: context.phrase(say('analyses.pareto.series.compare')),
            values: bars.map(({ compare }) => compare?.share.value ?? 0),
          }
        : null,
      valueName: context.phrase(valueName(outcome)),
      cumulativeName: context.phrase(say('analyses.pareto.series.cumulative')),
      formatValue: (value) => context.value(comparing ? percent(value, 0) : figure(value)),
      formatShare: (fraction) => context.value(percent(fraction, 0)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  const isBar = (seriesId: string): boolean => seriesId === paretoSeries.bars || seriesId === paretoSeries.cumulative;
  return {
    option,
    summary: summary(outcome),
    drill: (seriesId, index) => (isBar(seriesId) ? bars[index]?.filters : undefined),
    describe: (_, index) => (bars[index] ? context.phrase(tooltip(bars[index])) : undefined),
    deeper: (seriesId, index) => (isBar(seriesId) && bars[index] ? stepDown(outcome, bars[index]) : undefined),
    trail: trail(outcome),
  };
}

/** The same analysis one level below a bar; undefined where the rows come next. */
export function stepDown(outcome: ParetoOutcome, bar: ParetoBar): SpecChange | undefined {
  const below = levelBelow(outcome.spec.column);
  return bar.kind === 'category' && below !== undefined ? { column: below, within: bar.key } : undefined;
}

function trail(outcome: ParetoOutcome): Picture['trail'] {
  if (!outcome.coded || outcome.spec.column === codedColumns.severity) return [];
  const top = outcome.branch.length === 0 ? outcome.spec.column : codedColumns.category;
  const whole = {
    label: { as: 'term', key: 'analyses.pareto.word.whole' } as const,
    change: { column: top, within: null },
  };
  const steps = outcome.branch.map(({ code, name }, depth) => ({
    label: name,
    change: { column: depth === 0 ? codedColumns.aspect : codedColumns.link, within: code },
  }));
  return [whole, ...steps];
}

function valueName(outcome: ParetoOutcome): ReturnType<typeof say> {
  if (outcome.compareTotals) return say('analyses.pareto.series.share');
  return outcome.weightName === null
    ? say('analyses.pareto.series.count')
    : say('analyses.pareto.series.sum', { column: outcome.weightName });
}

function tooltip(bar: ParetoBar): ReturnType<typeof say> {
  const params = {
    name: bar.name,
    value: figure(bar.value),
    rows: bar.rows,
    share: percent(bar.share.value),
    low: percent(bar.share.low),
    high: percent(bar.share.high),
    cumulative: percent(bar.cumulative),
  };
  if (!bar.compare) return say('analyses.pareto.tooltip.bar', params);
  return say('analyses.pareto.tooltip.compared', {
    ...params,
    before: percent(bar.compare.share.value),
    beforeValue: figure(bar.compare.value),
    difference: fixed(bar.compare.difference.value * 100, 2),
    differenceLow: fixed(bar.compare.difference.low * 100, 2),
    differenceHigh: fixed(bar.compare.difference.high * 100, 2),
  });
}

function summary(outcome: ParetoOutcome): ReturnType<typeof say> {
  const lead = outcome.bars.find(({ kind }) => kind === 'category');
  if (!lead) return say('analyses.pareto.summary.uncoded', { rows: outcome.totals.rows, column: outcome.columnName });
  return say('analyses.pareto.summary.bars', {
    column: outcome.columnName,
    bars: outcome.bars.length,
    rows: outcome.totals.rows,
    name: lead.name,
    share: percent(lead.share.value),
  });
}

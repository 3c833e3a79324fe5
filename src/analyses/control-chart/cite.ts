import type { Citation, CitedLevel, CitedSignal } from '../../domain/improvement/citation';
import { dayOfPoint } from '../point-source';
import { judge, mergeSignals, signalsByPoint } from '../signals';
import type { ControlOutcome } from './outcome';

/** The centre line of each stage, and the signals of the last one. */
export function citeControlChart(outcome: ControlOutcome): Pick<Citation, 'levels' | 'signals'> {
  return { levels: levels(outcome), signals: signals(outcome) };
}

function levels({ chart, sizes, labels, source, scale, excluded, stages }: ControlOutcome): CitedLevel[] {
  const left = new Set(excluded.map(({ index }) => index));
  return chart.stages.flatMap((stage, at): CitedLevel[] => {
    if (stage.center === null) return [];
    const points = Array.from({ length: stage.end - stage.start }, (_, i) => stage.start + i).filter(
      (index) => chart.main.values[index] !== null && !left.has(index),
    );
    const n = sizes === null ? points.length : points.reduce((sum, index) => sum + (sizes[index] ?? 0), 0);
    const days = points.flatMap((index) => {
      const first = dayOfPoint(source, index);
      if (first === null) return [];
      const next = source.kind === 'period' ? dayOfPoint(source, index + 1) : null;
      return [{ first, last: next === null ? first : next - 1 }];
    });
    const level = { of: at === 0 ? '' : labels[stage.start], name: stages[at].name, n };
    const period = { from: days.at(0)?.first ?? null, to: days.at(-1)?.last ?? null };
    return [{ ...level, ...period, quantity: quantityOf(scale), value: stage.center }];
  });
}

/** Times are plotted in seconds, whatever unit the axis shows. */
function quantityOf({ kind, unit }: ControlOutcome['scale']): CitedLevel['quantity'] {
  if (kind === 'percent') return 'share';
  if (kind === 'rate') return 'rate';
  return unit === null ? 'number' : 'time';
}

function signals({ chart, labels, spec, excluded }: ControlOutcome): CitedSignal[] {
  const start = chart.stages.at(-1)?.start ?? 0;
  const left = new Set(excluded.map(({ index }) => index));
  return [...signalsByPoint(chart.main)]
    .filter(([index]) => index >= start && !left.has(index))
    .sort(([a], [b]) => a - b)
    .map(([index, here]) => {
      const merged = mergeSignals(here).map(({ signal }) => signal);
      return {
        point: labels[index],
        rules: [...new Set(merged.map(({ rule }) => rule))],
        good: spec.direction !== 'none' && merged.every((signal) => judge(signal, spec.direction) === 'good'),
      };
    });
}

import { ok, type Failure, type Result } from '../../kernel/result';
import { controlChart } from '../../stats/control/control-chart';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import { subgroupChart } from '../../stats/control/subgroup-chart';
import type { ChartPanel } from '../../stats/control/types';
import { mergeSignals, signalsByPoint } from '../signals';
import type { Stability } from './outcome';
import type { OrderedValues } from './ordered-values';

/** Points drawn; of more, an even choice and the outermost are kept. */
const mostShown = 400;
const signalsNamed = 5;

/**
 * Judges whether the values come from a stable process: individuals one by one, else means of subgroups.
 *
 * Shape  `isSkewed`: single values above 0 are judged by their logarithms; on their own scale the long tail would give
 *        false alarms. Limits come back on the scale of the values.
 * Fails  as the control charts do
 */
export function judgeStability(ordered: OrderedValues, isSkewed: boolean): Result<Stability, Failure> {
  const { subgroups } = ordered;
  const isSingle = subgroups.every((values) => values.length <= 1);
  const isLog = isSingle && isSkewed && subgroups.every((values) => values.every((value) => value > 0));
  const drawn = isSingle ? individuals(ordered, isLog) : means(ordered);
  if (!drawn.ok) return drawn;
  const panel = drawn.value;
  const byPoint = signalsByPoint(panel);
  const measured = panel.values.flatMap((value, index) => (value === null ? [] : [index]));
  const groups = mergeSignals(panel.signals);
  return ok({
    kind: isLog ? 'logarithms' : isSingle ? 'individuals' : 'means',
    points: measured.length,
    signals: groups.length,
    firstSignals: groups.slice(0, signalsNamed).map(({ members }) => ordered.labelOf(members[0])),
    shown: chooseShown(measured, panel).map((index) => ({
      label: ordered.labelOf(index),
      value: panel.values[index] ?? 0,
      center: panel.center[index],
      upper: panel.upper[index],
      lower: panel.lower[index],
      isSignal: byPoint.has(index),
      filters: ordered.filtersOf(index),
    })),
  });
}

function individuals({ subgroups }: OrderedValues, isLog: boolean): Result<ChartPanel, Failure> {
  const made = controlChart(
    {
      kind: 'individuals',
      values: subgroups.map(([value]) => (value === undefined ? null : isLog ? Math.log(value) : value)),
    },
    { rules: ruleSets.default },
  );
  if (!made.ok) return made;
  const { main } = made.value;
  if (!isLog) return ok(main);
  const back = (values: ChartPanel['values']): ChartPanel['values'] =>
    values.map((value) => (value === null ? null : Math.exp(value)));
  return ok({
    ...main,
    values: subgroups.map(([value]) => value ?? null),
    center: back(main.center),
    upper: back(main.upper),
    lower: back(main.lower),
  });
}

function means({ subgroups }: OrderedValues): Result<ChartPanel, Failure> {
  const made = subgroupChart({ kind: 'xbar-s', subgroups }, { rules: ruleSets.default });
  return made.ok ? ok(made.value.means) : made;
}

/** All points, or of each stretch the lowest and the highest. */
function chooseShown(measured: readonly number[], { values }: ChartPanel): readonly number[] {
  if (measured.length <= mostShown) return measured;
  const stretch = Math.ceil((2 * measured.length) / mostShown);
  const kept: number[] = [];
  for (let start = 0; start < measured.length; start += stretch) {
    const part = measured.slice(start, start + stretch);
    const valueAt = (index: number): number => values[index] ?? 0;
    const low = part.reduce((best, index) => (valueAt(index) < valueAt(best) ? index : best));
    const high = part.reduce((best, index) => (valueAt(index) > valueAt(best) ? index : best));
    kept.push(...new Set([Math.min(low, high), Math.max(low, high)]));
  }
  return kept;
}

/** Gaps and signals of a rare event chart as phrases. */

import type { Phrase } from '../../kernel/result';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { Signal } from '../../stats/control/types';
import { firstOf, say, term } from '../phrases';
import { rulesAt, type JudgedPanel } from '../series-signals';
import { measureAxis } from '../series-words';
import { signalsByPoint } from '../signals';
import type { RareEventsOutcome } from './outcome';

/** What the vertical axis shows. */
export function gapName({ spec, scale, measureName }: RareEventsOutcome): Phrase {
  if (spec.from === 'column') return measureAxis(measureName ?? '', scale.unit, null);
  const values = firstOf(
    spec.countedValues.map((value) =>
      value === '1' || value === '0' ? term(`analyses.shared.${value === '1' ? 'yes' : 'no'}`) : value,
    ),
    3,
  );
  if (spec.chart === 'g') return say('analyses.rareEvents.axis.between', { column: measureName ?? '', values });
  const unit = term(`analyses.series.unit.${scale.unit ?? 'day'}`);
  return measureName === null
    ? say('analyses.rareEvents.axis.time', { unit })
    : say('analyses.rareEvents.axis.timeOf', { column: measureName, values, unit });
}

/** The panel with what is needed to speak of its signals. */
export function judgedGaps({ chart, labels, scale, spec, excluded }: RareEventsOutcome): JudgedPanel {
  return {
    panel: chart.main,
    labels,
    scale,
    direction: spec.direction,
    rules: ruleSets[spec.rules],
    k: spec.limitWidth,
    excluded,
  };
}

/** Runs of zeros that are too long, each with its points. */
export function zeroRunsOf({ chart }: RareEventsOutcome): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const { zeroRuns, zeroRunLength } of chart.stages) {
    for (const end of zeroRuns) {
      const open = runs.at(-1);
      if (open && open[open.length - 1] === end - 1) open.push(end);
      else runs.push(Array.from({ length: zeroRunLength ?? 1 }, (_, i) => end - (zeroRunLength ?? 1) + 1 + i));
    }
  }
  return runs;
}

/** Every point's signals, runs of zeros among them. */
export function signalsAt(outcome: RareEventsOutcome): {
  readonly sides: ReadonlyMap<number, readonly Pick<Signal, 'side'>[]>;
  readonly words: ReadonlyMap<number, readonly Phrase[]>;
} {
  const sides = new Map<number, readonly Pick<Signal, 'side'>[]>(signalsByPoint(outcome.chart.main));
  const words = new Map(rulesAt(judgedGaps(outcome)));
  for (const run of zeroRunsOf(outcome)) {
    for (const index of run) {
      sides.set(index, [...(sides.get(index) ?? []), { side: 'below' }]);
      words.set(index, [...(words.get(index) ?? []), say('analyses.rareEvents.word.zeroRun', { n: run.length })]);
    }
  }
  return { sides, words };
}

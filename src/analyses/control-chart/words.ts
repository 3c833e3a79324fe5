/** Numbers and rules of a control chart as phrases. */

import type { Phrase, PhraseValue } from '../../kernel/result';
import type { RuleSpec, Signal } from '../../stats/control/types';
import { firstOf, say, term } from '../phrases';
import { rulesOf } from '../rule-choice';
import * as series from '../series-words';
import type { ControlOutcome } from './outcome';

/** A plotted number as it is shown, without its unit. */
export function shown({ scale }: ControlOutcome, value: number): PhraseValue {
  return series.shown(scale, value);
}

/** A plotted number with its unit: 3.2 %, 14.3 per 10,000, 8.5 minutes. */
export function shownWithUnit({ scale }: ControlOutcome, value: number): Phrase {
  return series.shownWithUnit(scale, value);
}

/** What the vertical axis shows. */
export function axisName(outcome: ControlOutcome): Phrase {
  const { spec, scale, sizeName } = outcome;
  switch (spec.chart) {
    case 'p':
      return countedPhrase(outcome, 'share');
    case 'np':
    case 'c':
      return countedPhrase(outcome, 'count');
    case 'u':
      return say('analyses.controlChart.axis.u', { size: sizeName ?? '', per: scale.factor });
    case 'i':
      return measuredPhrase(outcome);
  }
}

/** What is counted, with the values that make a row count. */
export function countedPhrase({ spec, measureName }: ControlOutcome, as: 'share' | 'count'): Phrase {
  if (spec.numerator !== 'values') return say(`analyses.controlChart.axis.${as}`, { measure: measureName });
  const isFlag = spec.countedValues.every((value) => value === '1' || value === '0');
  const words = spec.countedValues.map((value) =>
    isFlag ? term(`analyses.shared.${value === '1' ? 'yes' : 'no'}`) : value,
  );
  return say(`analyses.controlChart.axis.${as}Of`, { column: measureName, values: firstOf(words, 3) });
}

function measuredPhrase({ spec, scale, measureName }: ControlOutcome): Phrase {
  const each = spec.subgroup === 'row';
  const params = {
    measure: measureName,
    statistic: term(each ? 'analyses.controlChart.word.each' : `analyses.controlChart.word.${spec.statistic}`),
  };
  return scale.unit === null
    ? say('analyses.controlChart.axis.measure', params)
    : say('analyses.controlChart.axis.inUnit', { ...params, unit: term(`analyses.controlChart.unit.${scale.unit}`) });
}

/** A number at a tick of the axis, already scaled: no more digits than it needs. */
export function tick({ scale }: ControlOutcome, value: number): PhraseValue {
  return series.tick(scale, value);
}

/** The rule of a signal in words. */
export function ruleWords(outcome: ControlOutcome, signal: Pick<Signal, 'rule' | 'side'>): Phrase {
  const rule = rulesOf(outcome.spec).find((one) => one.rule === signal.rule);
  return say(`analyses.controlChart.rule.${signal.rule}`, { n: pointsOf(rule), k: outcome.spec.limitWidth });
}

/** How many points complete the pattern: where moves are counted, one more. */
function pointsOf(rule: RuleSpec | undefined): number {
  return rule ? rule.length + (rule.countMoves ? 1 : 0) : 1;
}

/** What a stage is called: as a person named it, or by where it stands. */
export function stageTitle({ stages }: Pick<ControlOutcome, 'stages'>, index: number): PhraseValue {
  const { name } = stages[index];
  if (name !== null && name.trim() !== '') return name;
  if (stages.length === 1) return term('analyses.controlChart.word.allPoints');
  return name === null ? term('analyses.controlChart.word.before') : String(index + 1);
}

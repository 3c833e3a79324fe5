/** Numbers and rules of a control chart as phrases. */

import type { Phrase, PhraseValue } from '../../kernel/result';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { RuleSpec, Signal } from '../../stats/control/types';
import { figure, percent, say, term } from '../phrases';
import type { ControlOutcome } from './outcome';

/** A plotted number as it is shown, without its unit. */
export function shown(outcome: ControlOutcome, value: number): PhraseValue {
  const { kind, factor } = outcome.scale;
  return kind === 'percent' ? percent(value, percentDigits(value)) : figure(value * factor);
}

function percentDigits(fraction: number): number {
  const size = Math.abs(fraction);
  return size >= 0.01 || size === 0 ? 1 : size >= 0.001 ? 2 : 3;
}

/** A plotted number with its unit: 3.2 %, 14.3 per 10,000, 8.5 minutes. */
export function shownWithUnit(outcome: ControlOutcome, value: number): Phrase {
  const text = shown(outcome, value);
  const { kind, factor, unit } = outcome.scale;
  if (kind === 'rate' && factor !== 1) return say('analyses.controlChart.word.perUnits', { value: text, per: factor });
  if (unit !== null)
    return say('analyses.controlChart.word.withUnit', {
      value: text,
      unit: term(`analyses.controlChart.unit.${unit}`),
    });
  return say('analyses.shared.plain', { text });
}

/** What the vertical axis shows. */
export function axisName(outcome: ControlOutcome): Phrase {
  const { spec, scale, measureName, sizeName } = outcome;
  if (spec.chart === 'p') return say('analyses.controlChart.axis.p', { measure: countedName(outcome) });
  if (spec.chart === 'np' || spec.chart === 'c')
    return say('analyses.controlChart.axis.count', { measure: countedName(outcome) });
  if (spec.chart === 'u') {
    return say('analyses.controlChart.axis.u', {
      measure: countedName(outcome),
      size: sizeName ?? '',
      per: scale.factor,
    });
  }
  const measure =
    spec.subgroup === 'row'
      ? say('analyses.shared.plain', { text: measureName })
      : say(`analyses.controlChart.axis.${spec.statistic}`, { measure: measureName });
  return scale.unit === null
    ? measure
    : say(`analyses.controlChart.axis.inUnit`, {
        measure: measureName,
        statistic: term(
          spec.subgroup === 'row'
            ? 'analyses.controlChart.word.each'
            : `analyses.controlChart.choice.statistic.${spec.statistic}`,
        ),
        unit: term(`analyses.controlChart.unit.${scale.unit}`),
      });
}

/** What is counted, with the values that make a row count. */
export function countedName({ spec, measureName }: ControlOutcome): PhraseValue {
  if (spec.numerator !== 'values') return measureName;
  const values = spec.countedValues.slice(0, 3);
  return { as: 'list', items: spec.countedColumn !== null && isFlag(values) ? [measureName] : values };
}

function isFlag(values: readonly string[]): boolean {
  return values.every((value) => value === '1' || value === '0');
}

/** The rule of a signal in words. */
export function ruleWords(outcome: ControlOutcome, signal: Pick<Signal, 'rule' | 'side'>): Phrase {
  const rule = ruleSets[outcome.spec.rules].find((one) => one.rule === signal.rule);
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

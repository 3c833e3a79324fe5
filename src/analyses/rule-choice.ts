/** The rules by which points are judged: a set known by name, or a list of one's own. */

import * as v from 'valibot';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import { longestLength, shortestLength } from '../stats/control/rules/find-signals';
import { ruleSets, type RuleSetName } from '../stats/control/rules/rule-sets';
import type { RuleSpec } from '../stats/control/types';
import type { SpecField } from './contract';
import { term } from './phrases';
import { specParts } from './read-spec';

/** The sets that a form offers. */
export const ruleSetNames = [
  'default',
  'limits-only',
  'western-electric',
  'nelson',
  'minitab',
  'aiag',
  'montgomery',
  'nhs',
] as const satisfies readonly RuleSetName[];

const ruleIds = [
  'beyond-limits',
  'run-one-side',
  'trend',
  'two-of-three',
  'four-of-five',
  'within-one-sigma',
  'alternating',
  'outside-one-sigma',
] as const satisfies readonly RuleSpec['rule'][];

const longest = 100;

/** Which rules are in force. */
export interface RuleChoice {
  readonly rules: (typeof ruleSetNames)[number] | 'custom';
  /** `custom`: each rule with the number of points that completes it; null = as Nelson has it. */
  readonly customRules: readonly { readonly rule: RuleSpec['rule']; readonly length: number | null }[];
}

/** Fields of the form. */
export const ruleFields: readonly SpecField[] = [
  { key: 'rules', input: 'choice', choices: [...ruleSetNames, 'custom'] },
  {
    key: 'customRules',
    input: 'lines',
    cells: [
      { key: 'rule', input: 'choice', choices: ruleIds },
      { key: 'length', input: 'number', min: 1, max: longest, step: 1, optional: true },
    ],
    showWhen: { key: 'rules', in: ['custom'] },
  },
];

const whole = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longest));

/** Parsing of the rules. */
export const ruleParts = {
  rules: specParts.choice([...ruleSetNames, 'custom'], 'default'),
  customRules: v.optional(
    v.array(
      v.object({ rule: specParts.choice(ruleIds, 'beyond-limits'), length: v.optional(v.nullable(whole), null) }),
    ),
    ruleSets.default.map(({ rule, length }) => ({ rule, length })),
  ),
} satisfies Record<keyof RuleChoice, unknown>;

/** The rules in force, whether or not they can be: `checkRules` says so. */
export function rulesOf({ rules, customRules }: RuleChoice): readonly RuleSpec[] {
  if (rules !== 'custom') return ruleSets[rules];
  return customRules.map(({ rule, length }) => ({ rule, length: length ?? customaryLength(rule) }));
}

/**
 * The rules in force.
 *
 * Fails  rules-none, rule-length-outside
 */
export function checkRules(choice: RuleChoice): Result<readonly RuleSpec[], Failure> {
  const rules = rulesOf(choice);
  if (rules.length === 0) return fail('rules-none');
  const wrong = rules.find(({ rule, length }) => length < shortestLength[rule] || length > longestLength(rule));
  if (!wrong) return ok(rules);
  return fail('rule-length-outside', {
    rule: term(`analyses.controlChart.choice.rule.${wrong.rule}`),
    length: wrong.length,
    shortest: shortestLength[wrong.rule],
    longest: Math.min(longest, longestLength(wrong.rule)),
  });
}

function customaryLength(rule: RuleSpec['rule']): number {
  return ruleSets.nelson.find((one) => one.rule === rule)?.length ?? shortestLength[rule];
}

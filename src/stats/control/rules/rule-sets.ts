import type { RuleSpec } from '../types';

/** The rule sets a person can choose by name; `custom` sets are lists of their own. */
export type RuleSetName =
  'default' | 'limits-only' | 'western-electric' | 'nelson' | 'minitab' | 'aiag' | 'montgomery' | 'nhs';

const beyond: RuleSpec = { rule: 'beyond-limits', length: 1 };
const twoOfThree: RuleSpec = { rule: 'two-of-three', length: 3 };
const fourOfFive: RuleSpec = { rule: 'four-of-five', length: 5 };
const run = (length: number): RuleSpec => ({ rule: 'run-one-side', length });
const trend = (length: number): RuleSpec => ({ rule: 'trend', length });
const within: RuleSpec = { rule: 'within-one-sigma', length: 15 };
const alternating: RuleSpec = { rule: 'alternating', length: 14 };
const outside: RuleSpec = { rule: 'outside-one-sigma', length: 8 };

/**
 * Rules by set.
 *
 * The default keeps false alarms low: over 24 points of a stable process it signals in 1 of 10 charts, the eight rules
 * of Nelson in 1 of 4, those of AIAG in 1 of 3.
 *
 * Source  Western Electric 1956; Nelson 1984; AIAG SPC manual; Montgomery, 8th ed., §5.3; NHS Making Data Count
 */
export const ruleSets: Readonly<Record<RuleSetName, readonly RuleSpec[]>> = {
  default: [beyond, run(8)],
  'limits-only': [beyond],
  'western-electric': [beyond, twoOfThree, fourOfFive, run(8)],
  nelson: [beyond, run(9), trend(6), alternating, twoOfThree, fourOfFive, within, outside],
  minitab: [
    beyond,
    run(9),
    { ...trend(6), countMoves: true },
    { ...alternating, countMoves: true },
    twoOfThree,
    fourOfFive,
    within,
    { ...outside, eitherSide: true },
  ],
  aiag: [beyond, run(7), trend(6), alternating, twoOfThree, fourOfFive, within, outside],
  montgomery: [beyond, run(8), trend(6), alternating, twoOfThree, fourOfFive, within, outside],
  nhs: [beyond, run(7), trend(7), { ...twoOfThree, nearLimits: true }],
};

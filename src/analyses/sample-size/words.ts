import type { PhraseValue } from '../../kernel/result';
import { figure, percent } from '../phrases';
import { points } from '../signed';
import type { SampleSizeOutcome } from './outcome';
import type { SampleSizeSpec } from './spec';

/** Whether a sample is judged by its margin or by its power. */
export function yields({ question }: SampleSizeSpec): 'margin' | 'power' {
  return question === 'share' || question === 'mean' ? 'margin' : 'power';
}

/** A power as a percentage, a margin in percentage points or in the unit of the mean. */
export function achieved({ spec }: Pick<SampleSizeOutcome, 'spec'>, value: number): PhraseValue {
  if (yields(spec) === 'power') return percent(value);
  return spec.question === 'share' ? points(value) : figure(value);
}

/** What the plan is to achieve, in the same unit. */
export function aim({ question, sharePoints, margin, power }: SampleSizeSpec): number {
  if (question === 'share') return sharePoints / 100;
  return question === 'mean' ? margin : power / 100;
}

import type { Verdict } from '../../domain/rectification/item';

/** How a verdict looks; its word is always shown with it. */
export const verdictTones: Readonly<Record<Verdict, 'good' | 'concern' | 'neutral' | 'bad'>> = {
  effective: 'good',
  partial: 'concern',
  noChange: 'neutral',
  worse: 'bad',
  insufficient: 'neutral',
};

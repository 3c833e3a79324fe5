import type { RectificationItem } from '../rectification/item';
import { wilsonInterval } from '../../stats/proportions/wilson';
import { rateInterval } from '../../stats/rates/poisson-rate';

/** One side of an effect in the unit shown: percent for shares, events per so many units for rates. */
export interface EffectSide {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Cases looked at, or exposure. */
  readonly n: number;
}

/**
 * Before and after of an item, from the counts that its verdict was given on.
 *
 * Shape    null for measured values, and where no counts were kept
 * Formula  95 % intervals by Wilson (shares) and Garwood (rates)
 */
export function effectFigures({ test, effectData }: RectificationItem): {
  readonly before: EffectSide;
  readonly after: EffectSide;
} | null {
  if ((test !== 'share' && test !== 'rate') || effectData === null) return null;
  const kept = read(effectData);
  const per = test === 'share' ? 100 : (kept.per ?? 1);
  const [before, after] = [sideOf(test, kept.before, per), sideOf(test, kept.after, per)];
  return before && after ? { before, after } : null;
}

interface Kept {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly per?: number;
}

function read(text: string): Kept {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function sideOf(test: 'share' | 'rate', side: unknown, per: number): EffectSide | null {
  if (!Array.isArray(side) || typeof side[0] !== 'number' || typeof side[1] !== 'number') return null;
  const [count, size] = side as [number, number];
  const interval =
    test === 'share'
      ? wilsonInterval({ successes: count, trials: size })
      : rateInterval({ events: count, exposure: size });
  if (!interval.ok) return null;
  return { value: (per * count) / size, low: per * interval.value.low, high: per * interval.value.high, n: size };
}

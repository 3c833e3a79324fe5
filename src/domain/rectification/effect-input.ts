import type { CountedEffect, EffectCounts, EffectData, EffectSeries } from './effect';
import type { EffectTest } from './item';

/** The figures as they are typed; empty fields are null. */
export interface EffectInput {
  readonly before: readonly [number | null, number | null];
  readonly after: readonly [number | null, number | null];
  readonly controlBefore: readonly [number | null, number | null];
  readonly controlAfter: readonly [number | null, number | null];
  readonly per: number;
  readonly beforeValues: string;
  readonly afterValues: string;
  readonly controlBeforeValues: string;
  readonly controlAfterValues: string;
  /** One period per line: a value, or a count and its size; an empty line divides before from after. */
  readonly series: string;
}

export const emptyInput: EffectInput = {
  before: [null, null],
  after: [null, null],
  controlBefore: [null, null],
  controlAfter: [null, null],
  per: 100,
  beforeValues: '',
  afterValues: '',
  controlBeforeValues: '',
  controlAfterValues: '',
  series: '',
};

/** The figures that an item keeps; those of another build are as good as none. */
export function readStored(text: string | null): EffectInput {
  try {
    return { ...emptyInput, ...(JSON.parse(text ?? '{}') as Partial<EffectInput>) };
  } catch {
    return emptyInput;
  }
}

/** Counts as they would have been typed. */
export function inputOf({ per, before, after }: CountedEffect): EffectInput {
  return { ...emptyInput, per, before: [before.count, before.size], after: [after.count, after.size] };
}

/** The numbers of a text, however they are set apart. */
export function readNumbers(text: string): readonly number[] {
  return text
    .split(/[\s,，;；、]+/)
    .filter((word) => word !== '')
    .map(Number)
    .filter(Number.isFinite);
}

/** The data of an effect; null until both sides are given. */
export function toEffectData(test: EffectTest, input: EffectInput): EffectData | null {
  const series = toSeries(test, input.series);
  const more = series ? { series } : {};
  if (test === 'share' || test === 'rate') {
    const [before, after] = [toCounts(input.before), toCounts(input.after)];
    if (!before || !after) return null;
    const [controlBefore, controlAfter] = [toCounts(input.controlBefore), toCounts(input.controlAfter)];
    const control = controlBefore && controlAfter ? { controlBefore, controlAfter } : {};
    return { test, per: test === 'share' ? 1 : input.per, before, after, ...control, ...more };
  }
  const [before, after] = [readNumbers(input.beforeValues), readNumbers(input.afterValues)];
  if (before.length === 0 || after.length === 0) return null;
  const [controlBefore, controlAfter] = [readNumbers(input.controlBeforeValues), readNumbers(input.controlAfterValues)];
  const control = controlBefore.length > 1 && controlAfter.length > 1 ? { controlBefore, controlAfter } : {};
  return { test, before, after, ...control, ...more };
}

function toCounts([count, size]: readonly [number | null, number | null]): EffectCounts | null {
  return count === null || size === null ? null : { count, size };
}

function toSeries(test: EffectTest, text: string): EffectSeries | null {
  const lines = text.trim().split(/\r?\n/);
  const changeAt = lines.findIndex((line) => line.trim() === '');
  const rows = lines.filter((line) => line.trim() !== '').map(readNumbers);
  if (changeAt <= 0 || rows.length <= changeAt) return null;
  const isMeasured = test === 'mean' || test === 'rank';
  if (rows.some((row) => row.length < (isMeasured ? 1 : 2))) return null;
  const values = rows.map(([value]) => value);
  return isMeasured ? { values, changeAt } : { values, sizes: rows.map(([, size]) => size), changeAt };
}

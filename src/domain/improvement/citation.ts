/**
 * What documents take from the result of an analysis: a measured level, agreement, a verdict, signals. It is never
 * stored with the document's own words; a document that took a level over names the analysis, so that both are compared.
 */

/** A level without the scale of a picture: a share 0–1, events per one unit, seconds, or a plain number. */
export interface CitedLevel {
  /** What it is of, as the analysis itself names it: the label of the point where a stage begins; empty = the whole. */
  readonly of: string;
  /** What a person called the stage. */
  readonly name: string | null;
  readonly quantity: 'share' | 'rate' | 'time' | 'number';
  readonly value: number;
  /** Units, values or opportunities that the level rests on. */
  readonly n: number;
  /** Epoch days, the last one included; null where time is not known. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface CitedAgreement {
  /** Beyond chance; null where chance alone would agree completely. */
  readonly kappa: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly cases: number;
  readonly raters: number;
  /** Kappa of the same cases one level up, where codes of the taxonomy were compared. */
  readonly aspectKappa: number | null;
}

export type CitedVerdict = 'effective' | 'partial' | 'notEffective' | 'unproven';

/** A point that breaks rules of its chart. */
export interface CitedSignal {
  readonly point: string;
  /** In the order in which the chart names them. */
  readonly rules: readonly string[];
  /** A signal for the better is no reason to act on the process. */
  readonly good: boolean;
}

export interface Citation {
  readonly levels: readonly CitedLevel[];
  readonly agreement: CitedAgreement | null;
  readonly verdict: CitedVerdict | null;
  /** Of the one question that a test answers; null where there is no test, or several at once. */
  readonly pValue: number | null;
  /** Of the last stage alone. */
  readonly signals: readonly CitedSignal[];
}

export const nothingCited: Citation = { levels: [], agreement: null, verdict: null, pValue: null, signals: [] };

const secondsIn: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, days: 86_400 };

/**
 * A level in a unit of the charter; null where the unit cannot hold it.
 *
 * Unit  percent 0–100, per10k events per 10,000
 */
export function levelIn({ quantity, value }: CitedLevel, unit: string): number | null {
  switch (quantity) {
    case 'share':
      return unit === 'percent' ? 100 * value : null;
    case 'rate':
      return unit === 'per10k' ? 10_000 * value : null;
    case 'time':
      return Object.hasOwn(secondsIn, unit) ? value / secondsIn[unit] : null;
    case 'number':
      return ['percent', 'per10k'].includes(unit) ? null : value;
  }
}

/** The unit of the charter that shows a level best. */
export function unitOf({ quantity, value }: CitedLevel): string {
  switch (quantity) {
    case 'share':
      return 'percent';
    case 'rate':
      return 'per10k';
    case 'time':
      return Math.abs(value) >= 2 * 86_400 ? 'days' : Math.abs(value) >= 120 ? 'minutes' : 'seconds';
    case 'number':
      return 'count';
  }
}

const shownDigits = 4;

/** A level as a person would write it: four significant digits. */
export function roundedLevel(value: number): number {
  return Number(value.toPrecision(shownDigits));
}

/** Whether a number that was taken over still is what the analysis says, as far as its digits were kept. */
export function isSameLevel(kept: number, current: number): boolean {
  return roundedLevel(kept) === roundedLevel(current);
}

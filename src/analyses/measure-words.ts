import type { Phrase, PhraseValue } from '../kernel/result';
import type { DisplayScale } from './display';
import { figure, fixed, plain, say, term } from './phrases';

/** The measure with its unit: what an axis shows. */
export function measurePhrase({
  measureName,
  unit,
}: {
  readonly measureName: PhraseValue;
  readonly unit: DisplayScale['unit'];
}): Phrase {
  return unit === null
    ? say('analyses.shared.plain', { text: measureName })
    : say('analyses.shared.inUnit', { measure: measureName, unit: term(`analyses.shared.unit.${unit}`) });
}

/** A figure that may not exist. */
export function figureOr(value: number | null): PhraseValue {
  return value === null ? '–' : figure(value);
}

/** A number at a tick of an axis: four digits at most, and no zeros at its end. */
export function tick(value: number): PhraseValue {
  const rounded = Number(value.toPrecision(4));
  const decimals = /^-?\d+\.(\d+)$/.exec(String(rounded))?.[1].length ?? 0;
  return Number.isInteger(rounded) || decimals > 0 ? fixed(rounded, Math.min(8, decimals)) : figure(value);
}

/** A name as a table cell: plain text stays text, so that it can be sorted. */
export function nameCell(label: PhraseValue): string | { readonly phrase: Phrase } {
  return typeof label === 'string' ? label : { phrase: plain(label) };
}

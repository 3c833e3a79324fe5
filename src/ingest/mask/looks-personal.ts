import { createMasker } from './create-masker';
import { headerContext } from './header-context';
import type { MaskKind } from './types';

const maxSample = 200;
const mask = createMasker({ column: '', type: 'text' });
const ofPersons: ReadonlySet<MaskKind> = new Set(['mobile', 'idCard', 'bankCard']);

/** Whether a cell text holds a number that belongs to one person, whatever stands around it. */
export function hasPersonalNumber(text: string): boolean {
  return mask(text).hits.some(({ kind }) => ofPersons.has(kind));
}

/**
 * Whether a column that reads as numbers holds personal numbers instead: its header names such numbers and most cells
 * are long enough, or most look like them. Never below a header of money.
 *
 * Shape  looks: what `looksPersonal` says of the column
 */
export function holdsPersonalNumbers(sample: readonly string[], header: string, looks: MaskKind | null): boolean {
  const context = headerContext(header);
  if (context.amount) return false;
  if (looks !== null) return true;
  if (!context.number) return false;
  const filled = sample.filter((text) => text.trim() !== '').slice(0, maxSample);
  const least = context.secret ? 6 : 7;
  const long = filled.filter((text) => (/\d+/.exec(text)?.[0].length ?? 0) >= least);
  return long.length * 2 >= filled.length;
}

/**
 * The kind of personal data that a whole column seems to hold, or null: at least half of its distinct values are
 * one hit from end to end, or its header says names. Used to warn before anything is stored, also about columns
 * that masking itself leaves alone.
 *
 * Shape  sample: distinct cell texts, blanks allowed; the first 200 are looked at
 */
export function looksPersonal(sample: readonly string[], header: string): MaskKind | null {
  const filled = sample.filter((text) => text.trim() !== '').slice(0, maxSample);
  if (filled.length === 0) return null;
  // A record number that passes for a card in most rows is a card, whatever its header says.
  const column = headerContext(header).recordNumber ? '' : header;
  const mask = createMasker({ column, type: 'text' });
  const counts = new Map<MaskKind, number>();
  for (const text of filled) {
    const { hits, text: masked } = mask(text);
    const [hit] = hits;
    if (hits.length === 1 && hit.masked === masked.trim()) counts.set(hit.kind, (counts.get(hit.kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) if (count * 2 >= filled.length) return kind;
  return null;
}

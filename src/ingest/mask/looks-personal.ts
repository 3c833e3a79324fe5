import { createMasker } from './create-masker';
import { headerContext } from './header-context';
import type { MaskKind } from './types';

const maxSample = 200;

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

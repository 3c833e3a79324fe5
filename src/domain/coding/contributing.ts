import { getBit } from '../../kernel/bitmap';
import { maxContributing } from '../taxonomy';
import { linkPlaces, toCodedPlace, uncoded, type CodedPlace, type CodedValues, type CodingInput } from './apply-coding';

export interface ContributingInput extends Pick<CodingInput, 'taxonomy' | 'crosswalk'> {
  /** The primary link per row. */
  readonly primary: CodedValues;
  /** Row → codes of its contributing links. */
  readonly contributing: ReadonlyMap<number, readonly string[]>;
}

/**
 * The contributing links of each row, first and second, with their aspects and categories.
 *
 * Left out are codes that the taxonomy does not know, the primary link itself, repetitions, what is more than two, and
 * all of them where the row has no primary link: nothing can contribute to what nobody has named.
 *
 * Shape  two entries; rows without a contributing link are missing in both
 */
export function applyContributing(input: ContributingInput): readonly CodedPlace[] {
  const { taxonomy, primary, contributing } = input;
  const rows = primary.codes.length;
  const place = linkPlaces(input);
  const slots = Array.from({ length: maxContributing }, () => new Int32Array(rows).fill(uncoded));
  for (const [row, codes] of contributing) {
    if (row < 0 || row >= rows || getBit(primary.missing, row)) continue;
    const seen = new Set([primary.codes[row], uncoded]);
    for (const code of codes) {
      const link = place(code);
      // The first entry of `seen` is the primary link, the second stands for unknown codes.
      if (seen.has(link) || seen.size - 2 === maxContributing) continue;
      slots[seen.size - 2][row] = link;
      seen.add(link);
    }
  }
  return slots.map((links) => toCodedPlace(taxonomy, links));
}

/** The contributing links with one more or, if it is among them, one less; a third one takes the place of the second. */
export function toggleContributing(codes: readonly string[], code: string): readonly string[] {
  if (codes.includes(code)) return codes.filter((other) => other !== code);
  return [...codes.slice(0, maxContributing - 1), code];
}

/**
 * Contributing links moved along a crosswalk: links that became one are one, those without a counterpart are gone.
 *
 * @returns the codes that remain, and how many have no counterpart
 */
export function moveContributing(
  codes: readonly string[],
  crosswalk: (code: string) => string | null,
): { readonly codes: readonly string[]; readonly open: number } {
  const moved = codes.map(crosswalk);
  const known = moved.filter((code) => code !== null);
  return { codes: [...new Set(known)], open: moved.length - known.length };
}

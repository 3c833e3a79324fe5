import { cleanCell } from './clean-cell';
import { isMissingWord } from './missing-words';
import { missing, notOnScale, readAs } from './readings';
import type { CellReading } from './types';

/** The words of the customary five-step scale of satisfaction, and how they are also put. */
const steps: Readonly<Record<string, number>> = {
  非常满意: 5,
  很满意: 5,
  十分满意: 5,
  满意: 4,
  比较满意: 4,
  一般: 3,
  中立: 3,
  不满意: 2,
  不太满意: 2,
  比较不满意: 2,
  非常不满意: 1,
  很不满意: 1,
  十分不满意: 1,
  'very satisfied': 5,
  satisfied: 4,
  neutral: 3,
  'neither satisfied nor dissatisfied': 3,
  dissatisfied: 2,
  unsatisfied: 2,
  'very dissatisfied': 1,
  'very unsatisfied': 1,
};
const stepOf = new Map(Object.entries(steps));
const longest = Math.max(...Object.keys(steps).map(({ length }) => length));

/** Circled digits and full-width ones are compatibility forms of the plain ones. */
const digit = /^([1-5])\s*分?$/;

/** A word of the scale folded for comparing; digits are ''. */
export interface RatingStep {
  readonly step: number;
  readonly word: string;
}

/** The step that a cell names, by a word or by a digit from 1 to 5 (`4`, `４`, `④`, `4分`); null if it names none. */
export function ratingStep(text: string): RatingStep | null {
  if (text.length > longest + 8) return null;
  const folded = cleanCell(text).normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const step = stepOf.get(folded);
  if (step !== undefined) return { step, word: folded };
  const match = digit.exec(folded);
  return match ? { step: Number(match[1]), word: '' } : null;
}

/**
 * An answer on a scale of five as its number, 5 = most satisfied.
 *
 * Fails  ratingExpected; a word is read with the remark `ratingWord`
 */
export function parseRating(text: string): CellReading {
  const found = ratingStep(text);
  if (found === null) return isMissingWord(text) ? missing : notOnScale;
  return readAs(found.step, found.word === '' ? undefined : 'ratingWord');
}

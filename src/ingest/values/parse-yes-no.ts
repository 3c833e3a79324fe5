import { toHalfWidth } from '../../kernel/text';
import { trimCell } from './clean-cell';
import { isMissingWord } from './missing-words';
import { missing, notYesOrNo, readAs } from './readings';
import type { CellReading } from './types';

const yes = new Set(['是', 'yes', 'y', 'true', 't', '真', '√', '✓', '✔', '对', '有', 'si', 'sí', '1']);
const no = new Set(['否', 'no', 'n', 'false', 'f', '假', '×', '✗', '✘', '错', '不是', '没有', '0']);

/** Words that say yes or no whatever stands beside them. */
const clear = new Set(['是', '否', 'yes', 'no', 'true', 'false']);

/** A word as it is compared: trimmed, half-width, lower case. */
export function foldWord(text: string): string {
  return toHalfWidth(trimCell(text)).trim().toLowerCase();
}

/** Whether a word says yes or no by itself; digits and 有 / 无 do not. */
export function isClearYesNo(text: string): boolean {
  return clear.has(foldWord(text));
}

/** 1 = yes, 0 = no, null = neither, by the usual words of both languages. */
export function yesOrNo(text: string): 1 | 0 | null {
  const word = foldWord(text);
  if (yes.has(word)) return 1;
  return no.has(word) ? 0 : null;
}

/**
 * A reader of yes and no.
 *
 * With `yesWords`, those words are yes and every other word is no; without them the usual words of both languages
 * are known and other words are refused.
 *
 * Fails  yesNoExpected
 */
export function createYesNoReader(yesWords: readonly string[] | undefined): (text: string) => CellReading {
  if (yesWords === undefined) {
    return (text) => {
      const value = yesOrNo(text);
      if (value !== null) return readAs(value);
      return isMissingWord(text) ? missing : notYesOrNo;
    };
  }
  const chosen = new Set(yesWords.map(foldWord));
  // 无 is the usual opposite of 有: beside chosen words it means no, not "no value".
  return (text) => {
    if (chosen.has(foldWord(text))) return readAs(1);
    return isMissingWord(text) && foldWord(text) !== '无' ? missing : readAs(0);
  };
}

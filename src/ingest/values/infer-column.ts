import { CellHint } from '../raw-table';
import { countCells, fits, sample, weigh } from './evidence';
import { isYesNoHeader } from './header-clues';
import { inferClock } from './infer-clock';
import { inferDate, inferMonth } from './infer-date';
import { areCodes, inferNumber } from './infer-number';
import { inferRating } from './infer-rating';
import { areIdentifiers, areKindDigits, identifier, inferWords } from './infer-words';
import { isBlank, isMissingWord } from './missing-words';
import { createYesNoReader, foldWord, isClearYesNo, yesOrNo } from './parse-yes-no';
import type { ColumnInference, DistinctValue } from './types';

const emptyColumn: ColumnInference = { type: 'text', reading: {}, questions: [] };

/**
 * What the values of a column are, how they are to be read, and what only the person can say.
 *
 * Looks at each distinct text once. A type is proposed when nearly all cells read as it (see `tolerated`); the cells
 * that do not are found again by `createReader` and stay visible as issues. The order of the questions asked of a
 * column, from the most to the least telling: codes by name, yes and no, moments, months, clocks, ratings in words,
 * codes by shape, numbers, words. A doubtful order of day and month, a doubtful `3:20` and a duration without a unit become questions.
 */
export function inferColumn(name: string, distinct: readonly DistinctValue[]): ColumnInference {
  const present = distinct.filter(hasValue);
  if (present.length === 0) return emptyColumn;
  const answers = present.filter((value) => value.hint !== CellHint.text || !isMissingWord(value.text));
  return (
    inferYesNo(name, present, answers) ??
    (answers.length === 0 ? null : inferMeasure(name, answers)) ??
    inferWords(name, present)
  );
}

function inferMeasure(name: string, answers: readonly DistinctValue[]): ColumnInference | null {
  if (!answers.some(isCalendarHint) && areIdentifiers(name, answers)) {
    return areRepeatedKinds(name, answers) ? category : identifier;
  }
  // A label of a month is the narrower reading, and 202401 is also a day of 2020.
  const measure = inferMonth(name, answers) ?? inferDate(name, answers) ?? inferClock(name, answers);
  if (measure !== null) return measure;
  const rating = inferRating(name, answers);
  if (rating !== null) return rating;
  if (areCodes(name, answers)) return identifier;
  if (areKindDigits(name, answers)) return category;
  return inferNumber(answers);
}

const category: ColumnInference = { type: 'category', reading: {}, questions: [] };

/** ActivityID 1–9 over thousands of rows names nine kinds of thing, not thousands of things. */
function areRepeatedKinds(name: string, values: readonly DistinctValue[]): boolean {
  const isRepeated = countCells(values) >= 20 * values.length;
  return isRepeated && areKindDigits(name, values) && !values.some((value) => /^0\d/.test(value.text));
}

function hasValue(value: DistinctValue): boolean {
  return value.hint !== CellHint.error && value.hint !== CellHint.formulaWithoutValue && !isBlank(value.text);
}

function isCalendarHint(value: DistinctValue): boolean {
  return value.hint === CellHint.date || value.hint === CellHint.datetime || value.hint === CellHint.time;
}

/**
 * Yes and no by their usual words. Digits 1 and 0 are numbers unless the header asks a question; 有 and 无 are yes
 * and no only together, because 无 alone says that there is no value.
 */
function inferYesNo(
  name: string,
  present: readonly DistinctValue[],
  answers: readonly DistinctValue[],
): ColumnInference | null {
  const words = new Set(sample(present, 200).map((value) => foldWord(value.text)));
  if (words.size > 40) return null;
  if (words.has('有') && words.has('无') && [...words].every((word) => word === '有' || word === '无')) {
    return { type: 'boolean', reading: { yesWords: ['有'] }, questions: [] };
  }
  const digits = answers.filter((value) => /^[01]$/.test(value.text.trim()));
  if (digits.length === answers.length ? !isYesNoHeader(name) : !saysYesOrNo(answers)) return null;
  const read = createYesNoReader(undefined);
  return fits(weigh(answers, ({ text }) => read(text))) ? { type: 'boolean', reading: {}, questions: [] } : null;
}

/** Whether words, not digits, make most of the column, and either both sides occur or one that cannot be misread. */
function saysYesOrNo(answers: readonly DistinctValue[]): boolean {
  const worded = answers.filter((value) => !/^\d+$/.test(value.text.trim()) && yesOrNo(value.text) !== null);
  if (countCells(worded) * 2 < countCells(answers)) return false;
  const sides = new Set(worded.map((value) => yesOrNo(value.text)));
  return sides.size === 2 || worded.some((value) => isClearYesNo(value.text));
}

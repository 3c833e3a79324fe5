import { toHalfWidth } from '../../kernel/text';

const cjkRun = /[\u3400-\u9fff]+/g;
const latinWord = /[a-z]+(?:'[a-z]+)?|\d+/g;
const stopWords: ReadonlySet<string> = new Set(
  (
    'a an and any are as at be been but by can could did do does for from get go had has have he her his how i if in into is it its just me my no not ' +
    'of on one or our out said she so some than that the their them then there they this to up us was we were what when which who why will with would you your am being because also only over very more other own about after again all'
  ).split(' '),
);
/** Words are cut to this many letters: collect, collection and collectors become one. */
const stemLetters = 6;

/**
 * The grams of a text: for Chinese every run of one to three characters, for words in Latin letters their stems and
 * pairs of stems.
 */
export function gramsOf(text: string): readonly string[] {
  const grams: string[] = [];
  const plain = toHalfWidth(text).toLowerCase();
  for (const [run] of plain.matchAll(cjkRun)) {
    for (let size = 1; size <= 3; size++) {
      for (let i = 0; i + size <= run.length; i++) grams.push(run.slice(i, i + size));
    }
  }
  let previous = '';
  for (const [word] of plain.matchAll(latinWord)) {
    if (stopWords.has(word) || /^\d+$/.test(word)) continue;
    const stem = word.replace(/'s$|s$/, '').slice(0, stemLetters);
    grams.push(stem);
    if (previous !== '') grams.push(`${previous} ${stem}`);
    previous = stem;
  }
  return grams;
}

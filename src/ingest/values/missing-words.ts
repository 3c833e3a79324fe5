import { isInk, trimCell } from './clean-cell';

// prettier-ignore
const words = new Set([
  'n/a', 'na', 'n.a.', '#n/a', 'null', '(null)', '<null>', 'nil', 'none', 'nan', '\\n', 'unknown', 'missing',
  '-', '--', '---', '—', '——', '–', '－', '/', '\\', '.', '*', '?',
  '无', '空', '暂无', '未知', '不详', '不明', '待定', '缺失', '不适用', '无数据', '未填', '未填写',
  '#ref!', '#value!', '#div/0!', '#name?', '#null!', '#num!', '#spill!', '#calc!',
]);

/** First characters of those words: nearly every other cell is told apart by its first character alone. */
const firstCodes = new Set([...words].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));
const blanks = new Set([9, 10, 13, 32, 0xa0, 0x3000, 0x200b, 0xfeff]);

/** Whether a cell is empty: nothing but blanks of any width. */
export function isBlank(text: string): boolean {
  return text === '' || (!isInk(text.charCodeAt(0)) && trimCell(text) === '');
}

/**
 * Whether a cell says in words that it has no value, as `N/A`, `--` or `暂无`.
 *
 * Only for columns of numbers and dates: in a column of words `N/A` is an answer like any other and is counted.
 */
export function isMissingWord(text: string): boolean {
  const first = text.charCodeAt(0);
  if (text.length > 20 || !(firstCodes.has(first) || blanks.has(first))) return false;
  const trimmed = trimCell(text);
  return trimmed.length <= 9 && words.has(trimmed.toLowerCase());
}

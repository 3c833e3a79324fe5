/**
 * Whether a cell of a printed table is so short that it stays on one line: a number, a date or a time of at most ten
 * letters, or a word of at most four.
 */
export function staysWhole(text: string): boolean {
  return text.length <= 4 || (text.length <= 10 && /^[\d.,:%/\u2212-]+$/.test(text));
}

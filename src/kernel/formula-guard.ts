/** The apostrophe that our CSV carries before cells a spreadsheet could run, and taking it off again. */

const strictNumber = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Whether a spreadsheet could take the text for a formula: behind blanks and characters that it may drop, in any width. */
function looksLikeFormula(text: string): boolean {
  // Apostrophes of the text itself are passed over, so that taking one guard off gives back the same text.
  const bare = text.replace(/^'+/, '');
  if (strictNumber.test(bare)) return false;
  return /^[\t\r\n]/.test(bare) || /^[\s\p{Cc}\p{Cf}]*[=+\-@]/u.test(bare.normalize('NFKC'));
}

/**
 * Text that no spreadsheet runs: an apostrophe is put before what could be a formula; numbers stay as they are.
 *
 * Source  OWASP, CSV Injection.
 */
export function guardCell(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** The text that `guardCell` was given; an apostrophe that it would not have put stays. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text;
}

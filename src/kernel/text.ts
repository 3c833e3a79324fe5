/** Full-width letters, digits, punctuation and spaces as their half-width forms; everything else unchanged. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

/** Text on one line: line breaks and runs of blanks become one blank, ends are trimmed. */
export function toOneLine(text: string): string {
  return text.replace(/[\s\u00A0\u3000\uFEFF]+/g, ' ').trim();
}

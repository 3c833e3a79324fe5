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

/** Characters that XML 1.0 does not know, lone surrogates among them, taken out. */
export function withoutControls(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- these are the ones to find
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '',
  );
}

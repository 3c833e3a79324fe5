/** Width of a character in em: Chinese signs are as wide as high, Latin letters about half of that. */
function widthOf(sign: string): number {
  return /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u3000-\u303F]/.test(sign)
    ? 1
    : /[ilI.,:;'|! ]/.test(sign)
      ? 0.32
      : 0.56;
}

/**
 * A text in lines no wider than `width` em, at most `lines` of them; what does not fit ends in an ellipsis.
 *
 * Words stay whole where they fit a line; Chinese breaks anywhere.
 */
export function wrapText(text: string, width: number, lines: number): string[] {
  const pieces = text
    .trim()
    .match(
      /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u3000-\u303F]|\s+|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u3000-\u303F]+/g,
    );
  const found: string[] = [];
  let line = '';
  let used = 0;
  const push = (piece: string): void => {
    for (const part of textWidth(piece) > width ? [...piece] : [piece]) {
      if (used > 0 && used + textWidth(part) > width) {
        found.push(line.trimEnd());
        [line, used] = ['', 0];
      }
      if (used === 0 && part.trim() === '') continue;
      line += part;
      used += textWidth(part);
    }
  };
  pieces?.forEach(push);
  if (line.trim() !== '') found.push(line.trimEnd());
  if (found.length <= lines) return found;
  const last = [...found[lines - 1]];
  while (textWidth(last.join('')) + 1 > width) last.pop();
  return [...found.slice(0, lines - 1), `${last.join('')}…`];
}

/** Width of a text in em, about. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + widthOf(sign), 0);
}

/** A stretch of a sentence: fixed words, or the value of a placeholder, which then is named. */
export interface Piece {
  readonly text: string;
  readonly name: string | null;
}

/**
 * Puts values into a sentence.
 *
 * `{name}` is replaced by the value; `{name|row|rows}` by the first word if the value is the number 1, else by the
 * second. An unknown placeholder stays visible, so that a mistake is seen.
 */
export function interpolate(
  sentence: string,
  values: Readonly<Record<string, unknown>>,
  format: (value: unknown) => string,
): string {
  return interpolatePieces(sentence, values, format)
    .map(({ text }) => text)
    .join('');
}

/** The same sentence in pieces, so that a value can be shown as something that can be clicked. */
export function interpolatePieces(
  sentence: string,
  values: Readonly<Record<string, unknown>>,
  format: (value: unknown) => string,
): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const fixed = (text: string): void => {
    if (text !== '') pieces.push({ text, name: null });
  };
  for (const match of sentence.matchAll(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g)) {
    const [whole, name, one, many] = match as unknown as readonly [string, string, string?, string?];
    fixed(sentence.slice(end, match.index));
    end = match.index + whole.length;
    if (!Object.hasOwn(values, name)) fixed(whole);
    else if (one === undefined || many === undefined) pieces.push({ text: format(values[name]), name });
    else fixed(values[name] === 1 ? one : many);
  }
  fixed(sentence.slice(end));
  return pieces;
}

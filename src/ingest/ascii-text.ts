/**
 * Short ASCII bytes as text.
 *
 * For a handful of bytes this is faster than a decoder; and a text put together letter by letter would be a chain that
 * has to be joined before it is looked up.
 */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  const codes: number[] = [];
  for (let i = start; i < end; i++) codes.push(bytes[i]);
  return String.fromCharCode(...codes);
}

/** `head` first and `tail` last characters of a value, stars for each one between. */
export function keepEnds(value: string, head: number, tail: number): string {
  return value.slice(0, head) + '*'.repeat(Math.max(0, value.length - head - tail)) + value.slice(value.length - tail);
}

import { toHalfWidth } from '../kernel/text';

function plain(text: string): string {
  return toHalfWidth(text).toLowerCase();
}

/** Whether every blank-separated word of the query occurs in one of the texts; an empty query matches all. */
export function matchesQuery(query: string, ...texts: readonly (string | undefined)[]): boolean {
  const hay = plain(texts.filter((text) => text !== undefined).join('\n'));
  return plain(query)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

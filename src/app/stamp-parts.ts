/** What a reader sees of a stamp: who wrote it, and when by the writer's clock. */
export function stampAuthor(stamp: string): string {
  return stamp.slice(15);
}

/** Milliseconds since 1970 UTC. */
export function stampTime(stamp: string): number {
  return parseInt(stamp.slice(0, 11), 36);
}

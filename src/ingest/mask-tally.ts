import type { MaskHit } from './mask/create-masker';
import type { MaskFinding } from './types';

const shownExamples = 3;

/** Counts what was masked in one column. */
export class MaskTally {
  private readonly found = new Map<string, { count: number; examples: string[] }>();

  /** `cells`: how many cells hold the text in which these were found. */
  add(hits: readonly MaskHit[], cells: number): void {
    for (const { kind, masked } of hits) {
      const seen = this.found.get(kind) ?? { count: 0, examples: [] };
      this.found.set(kind, seen);
      seen.count += cells;
      if (seen.examples.length < shownExamples && !seen.examples.includes(masked)) seen.examples.push(masked);
    }
  }

  /** What was found in the column of this name, kind by kind. */
  list(column: string): readonly MaskFinding[] {
    return [...this.found].map(([kind, { count, examples }]) => ({ kind, column, count, examples }));
  }
}

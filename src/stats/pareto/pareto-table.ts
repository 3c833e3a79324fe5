/** How often a category occurred, or what it weighs in money or minutes. */
export interface ParetoItem<Category> {
  readonly category: Category;
  readonly count: number;
}

/** A category in its place. Percentages are null where nothing was counted at all. */
export interface ParetoRow<Category> extends ParetoItem<Category> {
  readonly percent: number | null;
  readonly cumulativeCount: number;
  readonly cumulativePercent: number | null;
}

export interface ParetoTable<Category> {
  readonly total: number;
  /** By count, largest first; equal counts in the order they came in. */
  readonly rows: readonly ParetoRow<Category>[];
  /** How many leading categories reach the cutoff. */
  readonly vitalFew: number;
  /** Where the tail begins that may be drawn as one bar; `rows.length` where there is none of two or more. */
  readonly tailStart: number;
}

export interface ParetoOptions {
  /** Default 80. */
  readonly cutoffPercent?: number;
  /** Categories whose cumulative percentage exceeds this form the tail; without it there is none. */
  readonly otherAbovePercent?: number;
}

/** Rounding must not decide whether three categories are 80 %. */
const slack = 1e-9;

/**
 * Pareto table.
 *
 * Shape     counts ≥ 0, RangeError otherwise; a category with count 0 keeps its place at the end
 * Unit      percentages 0 – 100
 * Formula   vital few = fewest leading categories whose cumulative percentage reaches the cutoff
 * Accuracy  1e-12 relative (tests/reference/cases/pareto-*)
 * Source    Juran, Quality Control Handbook
 */
export function paretoTable<Category>(
  items: readonly ParetoItem<Category>[],
  options: ParetoOptions = {},
): ParetoTable<Category> {
  const wrong = items.find(({ count }) => !(count >= 0 && count < Infinity));
  if (wrong) throw new RangeError(`pareto table needs counts of at least 0: ${wrong.count}`);
  const { cutoffPercent = 80, otherAbovePercent = Infinity } = options;
  const sorted = [...items].sort((a, b) => b.count - a.count);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const percentOf = (count: number): number | null => (total > 0 ? (count / total) * 100 : null);
  let cumulativeCount = 0;
  const rows = sorted.map(({ category, count }): ParetoRow<Category> => {
    cumulativeCount += count;
    const cumulativePercent = percentOf(cumulativeCount);
    return { category, count, percent: percentOf(count), cumulativeCount, cumulativePercent };
  });
  const reached = rows.findIndex((row) => (row.cumulativePercent ?? -1) >= cutoffPercent - slack);
  const firstBeyond = rows.findIndex((row) => (row.cumulativePercent ?? -1) > otherAbovePercent + slack);
  return {
    total,
    rows,
    vitalFew: total > 0 ? (reached < 0 ? rows.length : reached + 1) : 0,
    tailStart: firstBeyond >= 0 && rows.length - firstBeyond >= 2 ? firstBeyond : rows.length,
  };
}

/** Counts of observations, categories in order of first appearance; null is passed over. */
export function countCategories<Category>(observations: readonly (Category | null)[]): ParetoItem<Category>[] {
  const counts = new Map<Category, number>();
  for (const category of observations) {
    if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return Array.from(counts, ([category, count]) => ({ category, count }));
}

import type { ProcessMap } from './map';

/** How many coded complaints each taxonomy link has. */
export type LinkCounts = Readonly<Record<string, number>>;

export interface StepHeat {
  readonly count: number;
  /** 0 to 1: this step's complaints ÷ those of the step with most. */
  readonly level: number;
  /** Links that other steps carry too: their complaints are shown at each. */
  readonly shared: readonly string[];
}

export interface MapHeat {
  readonly steps: Readonly<Record<string, StepHeat>>;
  /** Complaints on links that no step carries. */
  readonly elsewhere: number;
  readonly total: number;
}

/**
 * Complaints at each step, from the taxonomy links it carries. A link of several steps counts in full at each, since
 * nobody knows how they divide; `total` and `elsewhere` count every complaint once.
 */
export function heatOf(map: ProcessMap, counts: LinkCounts): MapHeat {
  const carriers = new Map<string, number>();
  for (const { links } of map.steps)
    for (const link of new Set(links)) carriers.set(link, (carriers.get(link) ?? 0) + 1);
  const countOf = (link: string): number => (Object.hasOwn(counts, link) ? counts[link] : 0);
  const sums = map.steps.map(({ links }) => [...new Set(links)].reduce((sum, link) => sum + countOf(link), 0));
  const most = sums.reduce((highest, sum) => Math.max(highest, sum), 0);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const placed = [...carriers.keys()].reduce((sum, link) => sum + countOf(link), 0);
  return {
    steps: Object.fromEntries(
      map.steps.map(({ id, links }, index) => [
        id,
        {
          count: sums[index],
          level: most > 0 ? sums[index] / most : 0,
          shared: links.filter((link) => (carriers.get(link) ?? 0) > 1 && countOf(link) > 0),
        },
      ]),
    ),
    elsewhere: total - placed,
    total,
  };
}

/** The groups of nodes that reach each other, by Tarjan's algorithm; each group and the list of them sorted. */
export function findCycles(edges: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const lowOf = (node: string): number => low.get(node) ?? Infinity;

  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    for (const target of next.get(node) ?? []) {
      if (!index.has(target)) visit(target);
      if (stack.includes(target)) low.set(node, Math.min(lowOf(node), lowOf(target)));
    }
    if (low.get(node) === index.get(node)) groups.push(stack.splice(stack.indexOf(node)).sort());
  };

  for (const node of next.keys()) if (!index.has(node)) visit(node);
  const isCycle = ([first = '', ...others]: string[]): boolean =>
    others.length > 0 || (next.get(first) ?? []).includes(first);
  return groups.filter(isCycle).sort();
}

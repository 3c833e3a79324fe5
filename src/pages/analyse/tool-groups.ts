import { slices } from '../../analyses/registry';

/** The questions that tools answer, in the order one asks them, and the tools for each. */
const groups = {
  where: ['pareto', 'association'],
  stable: ['controlChart', 'chartRanking', 'runChart', 'timeWeighted', 'xbar', 'rareEvents'],
  level: ['dpmo', 'capability', 'summary', 'survival'],
  compare: ['funnelPlot', 'compareMeans', 'compareProportions', 'beforeAfter'],
  relate: ['regression', 'mainEffects'],
  measure: ['attributeAgreement', 'gageRr', 'reliability'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ToolGroup = keyof typeof groups | 'service';

/** The registered tools by question; what no question claims serves planning and service instruments. */
export function toolGroups(): readonly { readonly group: ToolGroup; readonly tools: readonly string[] }[] {
  const known = new Set(slices.map(({ id }) => id));
  const claimed = new Set<string>(Object.values(groups).flat());
  const entries = Object.entries(groups) as [keyof typeof groups, readonly string[]][];
  return [
    ...entries.map(([group, tools]) => ({ group, tools: tools.filter((id) => known.has(id)) })),
    { group: 'service' as const, tools: slices.map(({ id }) => id).filter((id) => !claimed.has(id)) },
  ].filter(({ tools }) => tools.length > 0);
}

import type { ColumnType, Table } from '../table/column';

/** What the person wants to know. */
export const goals = [
  'concentration',
  'stability',
  'level',
  'difference',
  'effect',
  'relation',
  'agreement',
  'planning',
] as const;
export type Goal = (typeof goals)[number];

/** What was recorded. */
export const measures = ['event', 'share', 'number'] as const;
export type Measure = (typeof measures)[number];

/** How the records lie. */
export const arrangements = ['time', 'groups', 'rare'] as const;
export type Arrangement = (typeof arrangements)[number];

/** What a tool cannot do without; checked against the columns of a dataset before it is opened. */
export type Need = 'date' | 'number' | 'category' | 'rows';

export interface Proposal {
  readonly slice: string;
  /** Keys of the spec that follow from the answers; the slice fills in the rest. */
  readonly spec: Readonly<Record<string, string>>;
  /** Why this tool: a key below `assistant.why` in the catalogues. */
  readonly why: string;
  readonly needs: readonly Need[];
}

const pareto: Proposal = { slice: 'pareto', spec: {}, why: 'pareto', needs: ['category'] };
const association: Proposal = { slice: 'association', spec: {}, why: 'association', needs: ['category'] };
const dpmo: Proposal = { slice: 'dpmo', spec: {}, why: 'dpmo', needs: ['rows'] };
const capability: Proposal = { slice: 'capability', spec: {}, why: 'capability', needs: ['number', 'rows'] };
const summary: Proposal = { slice: 'summary', spec: {}, why: 'summary', needs: ['number'] };
const funnel: Proposal = { slice: 'funnelPlot', spec: {}, why: 'funnel', needs: ['category', 'rows'] };
const run: Proposal = { slice: 'runChart', spec: {}, why: 'run', needs: ['date', 'rows'] };
const rare: Proposal = { slice: 'rareEvents', spec: {}, why: 'rare', needs: ['date'] };
const means: Proposal = { slice: 'compareMeans', spec: {}, why: 'means', needs: ['number', 'category'] };
const factors: Proposal = { slice: 'mainEffects', spec: {}, why: 'factors', needs: ['number', 'category'] };
const shares: Proposal = { slice: 'compareProportions', spec: {}, why: 'shares', needs: ['category', 'rows'] };
const effect: Proposal = { slice: 'beforeAfter', spec: {}, why: 'effect', needs: ['date', 'rows'] };
const regression: Proposal = { slice: 'regression', spec: {}, why: 'regression', needs: ['number', 'rows'] };
const coders: Proposal = { slice: 'attributeAgreement', spec: {}, why: 'coders', needs: ['category'] };
const reliability: Proposal = { slice: 'reliability', spec: {}, why: 'reliability', needs: ['number', 'rows'] };
const servqual: Proposal = { slice: 'servqual', spec: {}, why: 'servqual', needs: ['number', 'rows'] };
const index: Proposal = { slice: 'weightedIndex', spec: {}, why: 'index', needs: ['number'] };
const size: Proposal = { slice: 'sampleSize', spec: {}, why: 'size', needs: [] };
const staffing: Proposal = { slice: 'staffing', spec: {}, why: 'staffing', needs: [] };
const survival: Proposal = { slice: 'survival', spec: {}, why: 'survival', needs: ['date', 'rows'] };
const ranking: Proposal = { slice: 'chartRanking', spec: {}, why: 'ranking', needs: ['date', 'category', 'rows'] };
const gage: Proposal = { slice: 'gageRr', spec: {}, why: 'gage', needs: ['number', 'category'] };
const small: Proposal = { slice: 'timeWeighted', spec: {}, why: 'small', needs: ['number', 'date'] };

function controlChart(chart: 'p' | 'u' | 'i'): Proposal {
  return {
    slice: 'controlChart',
    spec: { chart },
    why: `control.${chart}`,
    needs: chart === 'i' ? ['date', 'number', 'rows'] : ['date', 'rows'],
  };
}

const chartOf: Readonly<Record<Measure, 'p' | 'u' | 'i'>> = { event: 'u', share: 'p', number: 'i' };

/**
 * Which chart or test answers a question in plain words, best first. The report card of the tool then checks the
 * assumptions on the data themselves.
 *
 * Source  the selector of control charts and tests that SPC textbooks share (Montgomery, ch. 6–7, 10)
 */
export function propose(goal: Goal, measure: Measure, arrangement: Arrangement): readonly Proposal[] {
  switch (goal) {
    case 'concentration':
      return measure === 'number' ? [pareto, servqual, summary] : [pareto, ranking, association];
    case 'stability':
      if (arrangement === 'rare') return [rare, run];
      if (arrangement === 'groups')
        return [funnel, ...(measure === 'number' ? [] : [ranking]), controlChart(chartOf[measure])];
      return [controlChart(chartOf[measure]), run, ...(measure === 'number' ? [small] : [])];
    case 'level':
      return measure === 'number' ? [capability, survival, summary, index] : [dpmo, controlChart(chartOf[measure])];
    case 'difference':
      if (measure === 'number') return [means, factors, summary];
      return arrangement === 'groups' ? [funnel, shares] : [shares, funnel];
    case 'effect':
      return [effect, controlChart(chartOf[measure]), measure === 'number' ? means : shares, size];
    case 'relation':
      return measure === 'number' ? [regression, factors, means] : [association, shares];
    case 'agreement':
      return measure === 'number' ? [gage, reliability] : [coders];
    case 'planning':
      return [size, staffing];
  }
}

const calendar: readonly ColumnType[] = ['date', 'datetime', 'month'];
const words: readonly ColumnType[] = ['category', 'boolean'];

/** Rows below which a chart or a test says little. */
const enoughRows = 30;

/** The needs of a proposal that these columns do not meet. */
export function unmetNeeds(
  proposal: Proposal,
  data: { readonly rows: number; readonly columns: readonly Pick<Table['columns'][number], 'type'>[] },
): readonly Need[] {
  const has = (types: readonly ColumnType[]): boolean => data.columns.some(({ type }) => types.includes(type));
  const met: Readonly<Record<Need, boolean>> = {
    date: has(calendar),
    number: has(['number', 'duration']),
    category: has(words),
    rows: data.rows >= enoughRows,
  };
  return proposal.needs.filter((need) => !met[need]);
}

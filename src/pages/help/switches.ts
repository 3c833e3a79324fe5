/** Where a reader changes to the other convention: an option in the form of an analysis, and the choice that does it. */
export interface Switch {
  readonly analysis: string;
  readonly field: string;
  readonly choice?: string;
}

/** By row of the page, so that it names options as the forms do, in whatever words these use. */
export const switches = {
  screening: [{ analysis: 'controlChart', field: 'screenRanges' }],
  laney: [{ analysis: 'controlChart', field: 'laney' }],
  rare: [
    { analysis: 'rareEvents', field: 'countMethod', choice: 'moments' },
    { analysis: 'rareEvents', field: 'timeMethod', choice: 'power' },
  ],
  rules: [{ analysis: 'controlChart', field: 'rules' }],
  trend: [{ analysis: 'controlChart', field: 'rules', choice: 'minitab' }],
  twoOfThree: [{ analysis: 'controlChart', field: 'rules', choice: 'nhs' }],
  pooled: [{ analysis: 'xbar', field: 'estimator' }],
  shift: [{ analysis: 'dpmo', field: 'shift' }],
  quantiles: [{ analysis: 'summary', field: 'quantiles', choice: 'type6' }],
  gage: [{ analysis: 'gageRr', field: 'pooling', choice: 'alpha25' }],
  pareto: [{ analysis: 'pareto', field: 'otherAbove' }],
} as const satisfies Readonly<Record<string, readonly Switch[]>>;

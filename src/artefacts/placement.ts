import type { Phase } from './contract';

/** Where each analysis is at home unless a person puts it elsewhere. */
const home: Readonly<Record<string, Phase>> = {
  controlChart: 'measure',
  runChart: 'measure',
  timeWeighted: 'control',
  xbar: 'measure',
  rareEvents: 'control',
  dpmo: 'measure',
  capability: 'measure',
  summary: 'measure',
  survival: 'measure',
  attributeAgreement: 'measure',
  gageRr: 'measure',
  reliability: 'measure',
  beforeAfter: 'improve',
};

/** The phase of an analysis by its slice; what explains is at home in the analysis phase. */
export function phaseOfSlice(slice: string): Phase {
  return Object.hasOwn(home, slice) ? home[slice] : 'analyze';
}

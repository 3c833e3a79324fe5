/** The indicators of service quality. Names, definitions, numerators and denominators stand in the catalogues. */

export const kpiUnits = ['percent', 'points', 'score', 'seconds', 'minutes', 'days', 'perTenThousand', 'ppm'] as const;
export type KpiUnit = (typeof kpiUnits)[number];

export const kpiFamilies = [
  'centre',
  'resolution',
  'quality',
  'selfService',
  'voice',
  'ledger',
  'outlet',
  'people',
] as const;
export type KpiFamily = (typeof kpiFamilies)[number];

/** Who gives the figure: a person who counts, or the records that are kept here. */
export type KpiSource = 'entered' | 'ledger' | 'items' | 'monitoring' | 'training' | 'survey';

export interface Kpi {
  readonly code: string;
  readonly family: KpiFamily;
  readonly unit: KpiUnit;
  /** `none`: neither more nor less is better by itself. */
  readonly direction: 'higher' | 'lower' | 'none';
  readonly source: KpiSource;
  /**
   * `share`: cases among items; `rate`: events per exposure, which may exceed 1; `mean`: a sum over a number of cases;
   * `net`: a difference of counts over a number, which may be negative.
   */
  readonly kind: 'share' | 'rate' | 'mean' | 'net';
}

const factors: Readonly<Record<KpiUnit, number>> = {
  percent: 100,
  points: 100,
  score: 1,
  seconds: 1,
  minutes: 1,
  days: 1,
  perTenThousand: 10_000,
  ppm: 1_000_000,
};

/** By what numerator/denominator is multiplied to be read in a unit. */
export function factorOf(unit: KpiUnit): number {
  return factors[unit];
}

type Row = readonly [Kpi['code'], KpiFamily, KpiUnit, Kpi['direction'], Kpi['kind'], KpiSource?];

const rows: readonly Row[] = [
  ['answerRate', 'centre', 'percent', 'higher', 'share'],
  ['serviceLevel', 'centre', 'percent', 'higher', 'share'],
  ['answerSpeed', 'centre', 'seconds', 'lower', 'mean'],
  ['abandonment', 'centre', 'percent', 'lower', 'share'],
  ['queueWait', 'centre', 'minutes', 'lower', 'mean'],
  ['handleTime', 'centre', 'minutes', 'none', 'mean'],
  ['afterCallWork', 'centre', 'seconds', 'lower', 'mean'],
  ['occupancy', 'centre', 'percent', 'none', 'share'],
  ['utilisation', 'centre', 'percent', 'none', 'share'],
  ['transferRate', 'centre', 'percent', 'lower', 'share'],
  ['repeatCalls', 'centre', 'percent', 'lower', 'share'],
  ['firstContact', 'resolution', 'percent', 'higher', 'share'],
  ['firstTime', 'resolution', 'percent', 'higher', 'share', 'ledger'],
  ['resolved', 'resolution', 'percent', 'higher', 'share'],
  ['qaScore', 'quality', 'score', 'higher', 'mean', 'monitoring'],
  ['criticalErrors', 'quality', 'percent', 'lower', 'share', 'monitoring'],
  ['selfChecksOnTime', 'quality', 'percent', 'higher', 'share', 'monitoring'],
  ['ivrContainment', 'selfService', 'percent', 'higher', 'share'],
  ['ivrToAgent', 'selfService', 'percent', 'none', 'share'],
  ['botResolved', 'selfService', 'percent', 'higher', 'share'],
  ['botHandover', 'selfService', 'percent', 'higher', 'share'],
  ['knowledgeHits', 'selfService', 'percent', 'higher', 'share'],
  ['satisfaction', 'voice', 'percent', 'higher', 'share', 'survey'],
  ['netPromoter', 'voice', 'points', 'higher', 'net', 'survey'],
  ['effort', 'voice', 'score', 'lower', 'mean'],
  ['complaintsPerCalls', 'voice', 'perTenThousand', 'lower', 'rate'],
  ['complaintsPerCustomers', 'voice', 'perTenThousand', 'lower', 'rate'],
  ['onTime', 'ledger', 'percent', 'higher', 'share', 'ledger'],
  ['replyDays', 'ledger', 'days', 'lower', 'mean', 'ledger'],
  ['callBackSatisfied', 'ledger', 'percent', 'higher', 'share', 'ledger'],
  ['callBackRate', 'ledger', 'percent', 'higher', 'share', 'ledger'],
  ['reopened', 'ledger', 'percent', 'lower', 'share', 'ledger'],
  ['itemsOnTime', 'ledger', 'percent', 'higher', 'share', 'items'],
  ['itemsEffective', 'ledger', 'percent', 'higher', 'share', 'items'],
  ['itemsReopened', 'ledger', 'percent', 'lower', 'share', 'items'],
  ['waitInTime', 'outlet', 'percent', 'higher', 'share'],
  ['waitOverTwenty', 'outlet', 'percent', 'lower', 'share'],
  ['machineUptime', 'outlet', 'percent', 'higher', 'share'],
  ['swallowedCards', 'outlet', 'perTenThousand', 'lower', 'rate'],
  ['errorRate', 'outlet', 'ppm', 'lower', 'share'],
  ['turnover', 'people', 'percent', 'lower', 'rate'],
  ['trainingCover', 'people', 'percent', 'higher', 'share', 'training'],
  ['examPassed', 'people', 'percent', 'higher', 'share', 'training'],
  ['coachingFollowed', 'people', 'percent', 'higher', 'share', 'monitoring'],
];

export const kpiCatalogue: readonly Kpi[] = rows.map(([code, family, unit, direction, kind, source = 'entered']) => ({
  code,
  family,
  unit,
  direction,
  kind,
  source,
}));

/** The indicator of a code. */
export function kpiOf(code: string): Kpi | undefined {
  return kpiCatalogue.find((kpi) => kpi.code === code);
}

/**
 * What the sample was made to show: the truths that charts drawn from it must find. Rates and shares are those of the
 * process that produced the events; the events themselves scatter around them as real ones do.
 */
export const sampleFacts = {
  seed: 20_240_101,
  /** Month index (year × 12 + month − 1) of the first of 24 months: January 2024. */
  firstMonth: 2024 * 12,
  months: 24,
  outlets: 30,
  /** Complaints per 10,000 calls. */
  ratePer10k: { before: 23.5, after: 17.2 },
  /** A cut-over of the core system in September 2024: about so many events more than usual, and most answers late. */
  specialCause: {
    month: 2024 * 12 + 8,
    extraEvents: 170,
    links: ['G2.4.2', 'G3.3.2', 'G3.3.4', 'G3.4.2'],
    lateShare: 0.4,
  },
  /** The phone menu is redesigned and call-backs introduced: from January 2025 on these links fall to a part of their rate. */
  improvement: { firstMonth: 2025 * 12, remaining: { 'G2.3.7': 0.25, 'G2.2.1': 0.3204 } },
  /** Courtesy training at the counters from April 2025 on, which changed nothing. */
  noEffect: { firstMonth: 2025 * 12 + 3, link: 'G3.2.1' },
  resolved: { before: 0.853, after: 0.917 },
  resolvedFirst: { before: 0.825, after: 0.892 },
  late: { before: 0.12, after: 0.07 },
  reopened: { before: 0.055, after: 0.035 },
  /** Share of events that nobody has coded yet. */
  uncoded: 0.04,
} as const;

/** Share of the events of an ordinary month before the improvement, by link; the other links share what is left. */
export const linkShares: Readonly<Record<string, number>> = {
  'G2.2.1': 0.24,
  'G2.3.7': 0.14,
  'G3.3.2': 0.07,
  'G2.3.5': 0.06,
  'G3.2.1': 0.06,
  'G2.3.2': 0.05,
  'G2.2.2': 0.045,
  'G3.3.4': 0.035,
  'G3.2.4': 0.035,
  'G3.3.1': 0.03,
  'G2.3.4': 0.025,
  'G2.3.6': 0.025,
  'G3.8.2': 0.02,
  'G2.3.1': 0.015,
  'G2.3.3': 0.015,
  'G2.1.1': 0.015,
  'G3.1.3': 0.012,
  'G4.2.1': 0.01,
  'G4.2.4': 0.01,
  'G4.1.3': 0.01,
};

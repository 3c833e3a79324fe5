/** What is looked at in each kind of monitoring. Weights are a design to begin with; words stand in the catalogues. */

export const monitoringTypes = ['recording', 'mystery', 'onSite', 'readiness'] as const;
export type MonitoringType = (typeof monitoringTypes)[number];

/** Kinds that give a score of 0–100; a readiness check is passed or it is not. */
export const scoredTypes = ['recording', 'mystery', 'onSite'] as const satisfies readonly MonitoringType[];

export interface Criterion {
  readonly id: string;
  readonly weight: number;
  /** Not met, it makes the whole score 0. */
  readonly critical?: boolean;
}

export const criteria: Readonly<Record<MonitoringType, readonly Criterion[]>> = {
  recording: [
    { id: 'greeting', weight: 10 },
    { id: 'identity', weight: 15, critical: true },
    { id: 'listening', weight: 15 },
    { id: 'accuracy', weight: 25, critical: true },
    { id: 'disclosure', weight: 15, critical: true },
    { id: 'courtesy', weight: 10 },
    { id: 'closing', weight: 10 },
  ],
  mystery: [
    { id: 'environment', weight: 15 },
    { id: 'guidance', weight: 20 },
    { id: 'waiting', weight: 20 },
    { id: 'handling', weight: 25 },
    { id: 'disclosure', weight: 10, critical: true },
    { id: 'farewell', weight: 10 },
  ],
  onSite: [
    { id: 'environment', weight: 15 },
    { id: 'equipment', weight: 20 },
    { id: 'conduct', weight: 20 },
    { id: 'queue', weight: 20 },
    { id: 'notices', weight: 10 },
    { id: 'safety', weight: 15, critical: true },
  ],
  readiness: [
    { id: 'function', weight: 1 },
    { id: 'load', weight: 1 },
    { id: 'fallback', weight: 1 },
    { id: 'compliance', weight: 1 },
    { id: 'privacy', weight: 1 },
    { id: 'script', weight: 1 },
    { id: 'training', weight: 1 },
    { id: 'answers', weight: 1 },
    { id: 'monitoring', weight: 1 },
  ],
};

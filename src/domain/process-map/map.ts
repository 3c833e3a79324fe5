/** A process map with swim lanes (service blueprint): plain data, the same in memory, in a record and in a file. */

/** Where a lane stands in a service blueprint; between customer and front runs the line of interaction, below front that of visibility. */
export type Zone = 'customer' | 'front' | 'back' | 'support' | 'system';
export const zones: readonly Zone[] = ['customer', 'front', 'back', 'support', 'system'];

export type StepKind = 'start' | 'step' | 'decision' | 'wait' | 'store' | 'end';
export const stepKinds: readonly StepKind[] = ['start', 'step', 'decision', 'wait', 'store', 'end'];

/** Value added; not value added but necessary; not value added. */
export type ValueClass = 'va' | 'nnva' | 'nva';
export const valueClasses: readonly ValueClass[] = ['va', 'nnva', 'nva'];

/** Lanes of a horizontal map lie below each other, those of a vertical map side by side. */
export type Orientation = 'horizontal' | 'vertical';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels at zoom 1; x and y are the top left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface MapLane extends Box {
  readonly id: string;
  readonly name: string;
  /** null while nobody has said where the lane stands. */
  readonly zone: Zone | null;
}

export interface MapStep extends Box {
  readonly id: string;
  readonly kind: StepKind;
  readonly name: string;
  /** null for a step outside every lane. */
  readonly lane: string | null;
  readonly owner: string;
  /** Working time per execution in minutes: typical value (P50), and what nine of ten stay below. */
  readonly processMinutes: number | null;
  readonly processP90: number | null;
  /** Waiting before the work begins, in minutes. */
  readonly waitMinutes: number | null;
  readonly waitP90: number | null;
  readonly staff: number | null;
  /** Units that reach the step on a day; null: what the start lets in, times the visits. */
  readonly volumePerDay: number | null;
  readonly valueClass: ValueClass | null;
  /** Share that is right the first time, 0 to 1. */
  readonly yieldFraction: number | null;
  /** Share that the step has to do again, 0 to below 1. */
  readonly reworkFraction: number | null;
  /** Defects a day. */
  readonly defectsPerDay: number | null;
  readonly costPerUnit: number | null;
  /** What goes wrong here, in words. */
  readonly failurePoint: string;
  /** Taxonomy links of the complaints that arise here. */
  readonly links: readonly string[];
}

/** `message` tells somebody something and moves no unit: it is drawn, and not calculated with. */
export type FlowKind = 'sequence' | 'message';

export interface MapFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
  /** Share of the units that leave `from` this way; null: whatever the other ways leave. */
  readonly probability: number | null;
  readonly label: string;
  /** Corners between the two ends; empty: the drawing finds its own way. */
  readonly bends: readonly Point[];
}

export interface ProcessMap {
  readonly orientation: Orientation;
  /** Working minutes of one person on one day, for capacity. */
  readonly minutesPerDay: number;
  readonly lanes: readonly MapLane[];
  readonly steps: readonly MapStep[];
  readonly flows: readonly MapFlow[];
}

/** What a map may hold: beyond this nobody can read it, and no calculation is promised to be quick. */
export const mapLimits = { lanes: 60, steps: 1_500, flows: 4_000 } as const;

export const emptyMap: ProcessMap = {
  orientation: 'horizontal',
  minutesPerDay: 480,
  lanes: [],
  steps: [],
  flows: [],
};

/** Usual size of each kind in pixels; what a foreign file draws larger or smaller keeps its size. */
export const usualSize: Readonly<Record<StepKind, { readonly width: number; readonly height: number }>> = {
  start: { width: 36, height: 36 },
  step: { width: 128, height: 64 },
  decision: { width: 56, height: 56 },
  wait: { width: 44, height: 44 },
  store: { width: 56, height: 48 },
  end: { width: 36, height: 36 },
};

/** A step with nothing filled in but its place. */
export function createStep(step: Pick<MapStep, 'id' | 'kind'> & Partial<MapStep>): MapStep {
  return {
    name: '',
    lane: null,
    x: 0,
    y: 0,
    ...usualSize[step.kind],
    owner: '',
    processMinutes: null,
    processP90: null,
    waitMinutes: null,
    waitP90: null,
    staff: null,
    volumePerDay: null,
    valueClass: null,
    yieldFraction: null,
    reworkFraction: null,
    defectsPerDay: null,
    costPerUnit: null,
    failurePoint: '',
    links: [],
    ...step,
  };
}

/** A flow that carries everything that leaves its step. */
export function createFlow(flow: Pick<MapFlow, 'id' | 'from' | 'to'> & Partial<MapFlow>): MapFlow {
  return { kind: 'sequence', probability: null, label: '', bends: [], ...flow };
}

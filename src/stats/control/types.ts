/** Control charts as data: one point per subgroup, `null` where nothing could be measured. */

export type Maybe = number | null;

/** What is plotted. Arrays of one chart have equal length. */
export type ChartData =
  | {
      readonly kind: 'individuals';
      readonly values: readonly Maybe[];
      readonly sigmaEstimator?: 'average_mr' | 'median_mr';
      /** Length of the moving range; default 2. */
      readonly span?: number;
      /** Drops moving ranges above their upper limit once before estimating sigma (Nelson 1982); default off. */
      readonly nelsonScreen?: boolean;
    }
  | { readonly kind: 'p' | 'np' | 'laney-p'; readonly defectives: readonly Maybe[]; readonly sizes: readonly Maybe[] }
  /** `sizes` are areas of opportunity and may be fractional; a count may exceed its size. */
  | { readonly kind: 'u' | 'laney-u'; readonly counts: readonly Maybe[]; readonly sizes: readonly Maybe[] }
  | { readonly kind: 'c'; readonly counts: readonly Maybe[] };

/** Half-open range of points, from 0. */
export interface PointRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch with limits of its own. With `baseline` the limits come from those points only and are frozen for the rest. */
export interface StagePlan extends PointRange {
  readonly baseline?: PointRange;
}

export type RuleId =
  | 'beyond-limits'
  | 'run-one-side'
  | 'trend'
  | 'two-of-three'
  | 'four-of-five'
  | 'within-one-sigma'
  | 'alternating'
  | 'outside-one-sigma';

/** A rule with its length; lengths count points. */
export interface RuleSpec {
  readonly rule: RuleId;
  readonly length: number;
  /** `alternating` and `trend`: count moves instead of points (one point more), as Minitab does. */
  readonly countMoves?: boolean;
  /** `two-of-three`: the whole window on one side, points beyond the limits not counted, as NHS Making Data Count. */
  readonly nearLimits?: boolean;
  /** `outside-one-sigma`: no side condition, as Minitab. */
  readonly eitherSide?: boolean;
}

export interface Signal {
  readonly rule: RuleId;
  /** The point that completes the pattern. */
  readonly completesAt: number;
  /** All points taking part, ascending. */
  readonly members: readonly number[];
  readonly side: 'above' | 'below' | 'both';
}

export interface ControlStage extends PointRange {
  readonly baseline: PointRange | null;
  /** p̄, ū, c̄ or the mean. */
  readonly center: Maybe;
  /** Individuals only: sigma from moving ranges. */
  readonly sigma: Maybe;
  /** Laney charts only: spread of the standardised points. */
  readonly sigmaZ: Maybe;
  /** Points that entered the limits. */
  readonly pointsUsed: number;
  /** Individuals only: mean of the moving ranges that entered sigma. */
  readonly meanMovingRange: Maybe;
  /** Individuals only: moving ranges that Nelson's screen left out. */
  readonly rangesScreened: number;
}

/** A plotted line of points with its limits; every array has one entry per point. */
export interface ChartPanel {
  readonly values: readonly Maybe[];
  readonly center: readonly Maybe[];
  readonly upper: readonly Maybe[];
  readonly lower: readonly Maybe[];
  /** One standard deviation of the plotted value, for zones and rules. */
  readonly sigma: readonly Maybe[];
  readonly signals: readonly Signal[];
}

export interface ControlChart {
  readonly main: ChartPanel;
  /** Individuals charts only; judged by points beyond limits alone. */
  readonly movingRange: ChartPanel | null;
  readonly stages: readonly ControlStage[];
}

export interface ControlChartOptions {
  /** Width of the limits in standard deviations; default 3. */
  readonly k?: number;
  /** Stages in order, covering all points; default one stage. */
  readonly stages?: readonly StagePlan[];
  /** Points left out of the limits (and of the rules), ascending. They stay on the chart; moving ranges break there. */
  readonly excluded?: readonly number[];
  readonly rules: readonly RuleSpec[];
}

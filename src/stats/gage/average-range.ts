import { ok } from '../../kernel/result';
import { rangeConstants } from '../constants/range-constants';
import { ratioOrNull, type Maybe } from '../descriptive/measured';
import { meanOf } from '../special/sums';
import type { TestResult } from '../tests/failures';
import { toGageDesign, type GageMeasurements } from './measurements';

/** Factors that turn ranges into standard deviations. */
export interface RangeFactors {
  /** For the mean range of the trials. */
  readonly k1: number;
  /** For the range of the operator means. */
  readonly k2: number;
  /** For the range of the part means. */
  readonly k3: number;
}

/** Result of a gage study by averages and ranges. */
export interface AverageRangeStudy {
  readonly parts: number;
  readonly operators: number;
  readonly trials: number;
  readonly factors: RangeFactors;
  readonly meanRange: number;
  /** Range of the operator means. */
  readonly operatorRange: number;
  readonly partRange: number;
  /** Standard deviations: repeatability (EV), reproducibility (AV), gage (GRR), parts (PV), total (TV). */
  readonly equipment: number;
  readonly appraiser: number;
  readonly gage: number;
  readonly part: number;
  readonly total: number;
  /** In percent of the total standard deviation; they do not add up to 100. */
  readonly percent: {
    readonly equipment: Maybe;
    readonly appraiser: Maybe;
    readonly gage: Maybe;
    readonly part: Maybe;
  };
  readonly distinctRaw: Maybe;
  readonly distinct: Maybe;
}

/**
 * Crossed gage R&R study by averages and ranges.
 *
 * Shape     as for the analysis of variance; one operator has no reproducibility
 * Formula   EV = R̄·K₁; AV = √((range of operator means·K₂)² − EV²/(parts·trials)), 0 if negative; PV = part range·K₃;
 *           K₁ = 1/d₂(trials), K₂ and K₃ = 1/√(d₂² + d₃²) of operators and parts, unless given
 * Fails     gage-unbalanced, gage-unreplicated, gage-too-few-parts
 * Accuracy  1e-9 relative (tests/reference/cases/gage_rr-08); AIAG prints the factors with four digits
 * Source    AIAG, Measurement Systems Analysis, 4th ed., ch. III; Duncan, Quality Control and Industrial Statistics,
 *           for d₂*
 */
export function averageRangeStudy(
  measurements: GageMeasurements,
  given: Partial<RangeFactors> = {},
): TestResult<AverageRangeStudy> {
  const design = toGageDesign(measurements);
  if (!design.ok) return design;
  const { partNames, operatorNames, trials, cells } = design.value;
  const [parts, operators] = [partNames.length, operatorNames.length];
  const factors: RangeFactors = {
    k1: given.k1 ?? 1 / rangeConstants(trials).d2,
    k2: given.k2 ?? (operators > 1 ? singleRangeFactor(operators) : 0),
    k3: given.k3 ?? singleRangeFactor(parts),
  };
  const meanRange = meanOf(cells.flatMap((row) => row.map(rangeOf)));
  const operatorRange = rangeOf(operatorNames.map((_, j) => meanOf(cells.flatMap((row) => row[j]))));
  const partRange = rangeOf(cells.map((row) => meanOf(row.flat())));
  const equipment = meanRange * factors.k1;
  const appraiser =
    operators > 1 ? Math.sqrt(Math.max(0, (operatorRange * factors.k2) ** 2 - equipment ** 2 / (parts * trials))) : 0;
  const gage = Math.hypot(equipment, appraiser);
  const part = partRange * factors.k3;
  const total = Math.hypot(gage, part);
  const distinctRaw = ratioOrNull(1.41 * part, gage);
  return ok({
    parts,
    operators,
    trials,
    factors,
    meanRange,
    operatorRange,
    partRange,
    equipment,
    appraiser,
    gage,
    part,
    total,
    percent: {
      equipment: ratioOrNull(100 * equipment, total),
      appraiser: ratioOrNull(100 * appraiser, total),
      gage: ratioOrNull(100 * gage, total),
      part: ratioOrNull(100 * part, total),
    },
    distinctRaw,
    distinct: distinctRaw === null ? null : Math.max(1, Math.floor(distinctRaw)),
  });
}

/** 1/d₂* for a single range of n values. */
function singleRangeFactor(n: number): number {
  const { d2, d3 } = rangeConstants(n);
  return 1 / Math.hypot(d2, d3);
}

function rangeOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
}

import { fail, ok } from '../../kernel/result';
import { finiteOrNull, ratioOrNull, type Maybe } from '../descriptive/measured';
import { fisherF } from '../distributions/f';
import { meanOf } from '../special/sums';
import type { TestResult } from '../tests/failures';
import { toGageDesign, type GageDesign, type GageMeasurements } from './measurements';

/** A line of an analysis of variance; f and p are null where there is nothing to divide by. */
export interface AnovaLine {
  readonly df: number;
  readonly ss: number;
  readonly ms: number;
  readonly f: Maybe;
  readonly pValue: Maybe;
}

/** Sources of variation; null for one that the model does not hold. */
export interface GageAnova {
  readonly part: AnovaLine;
  readonly operator: AnovaLine | null;
  readonly interaction: AnovaLine | null;
  readonly repeatability: AnovaLine;
  readonly total: AnovaLine;
}

/** A figure for every component of the variation. */
export interface GageComponents<T> {
  readonly repeatability: T;
  readonly operator: T;
  readonly interaction: T;
  readonly reproducibility: T;
  readonly totalGageRR: T;
  readonly partToPart: T;
  readonly total: T;
}

/** How a crossed study is evaluated. */
export interface GageOptions {
  /** The interaction is pooled where its p is above this; default 0.05 (AIAG uses 0.25). */
  readonly poolingAlpha?: number;
  /** Pooled by its p-value (default), always, or never. */
  readonly pooling?: 'auto' | 'always' | 'never';
  /** Standard deviations that make the study variation; default 6. */
  readonly multiplier?: number;
  /** Width of the tolerance, upper − lower limit. */
  readonly tolerance?: Maybe;
}

/** Result of a crossed gage study. */
export interface GageStudy {
  readonly parts: number;
  readonly operators: number;
  readonly trials: number;
  readonly full: GageAnova;
  /** Null with one operator. */
  readonly interactionPooled: boolean | null;
  /** Without interaction; null where it was not pooled. */
  readonly reduced: GageAnova | null;
  readonly varianceComponents: GageComponents<number>;
  readonly standardDeviations: GageComponents<number>;
  readonly studyVariation: GageComponents<number>;
  /** In percent; null where nothing varies. */
  readonly percentContribution: GageComponents<Maybe>;
  readonly percentStudyVariation: GageComponents<Maybe>;
  /** In percent; null without tolerance. */
  readonly percentTolerance: GageComponents<Maybe> | null;
  /** 1.41·σ part/σ gage; null where the gage shows no variation. */
  readonly distinctRaw: Maybe;
  /** Number of distinct categories, at least 1. */
  readonly distinct: Maybe;
}

/**
 * Crossed gage R&R study by analysis of variance, parts and operators taken as random.
 *
 * Shape     every operator measures every part equally often, at least twice; at least 2 parts; one operator is allowed
 * Unit      that of the values; components its square; percentages 0 … 100
 * Formula   part and operator against the interaction, interaction against repeatability; after pooling all against
 *           repeatability; components from the expected mean squares, negative ones set to 0
 * Fails     gage-unbalanced, gage-unreplicated, gage-too-few-parts, gage-multiplier-not-positive, alpha-outside-unit
 * Accuracy  1e-8 relative (tests/reference/cases/gage_rr-*)
 * Source    AIAG, Measurement Systems Analysis, 4th ed.; Burdick, Borror and Montgomery 2005
 */
export function crossedGageStudy(measurements: GageMeasurements, options: GageOptions = {}): TestResult<GageStudy> {
  const { poolingAlpha = 0.05, pooling = 'auto', multiplier = 6, tolerance = null } = options;
  if (!(poolingAlpha >= 0 && poolingAlpha <= 1)) return fail('alpha-outside-unit', { alpha: poolingAlpha });
  if (!(multiplier > 0)) return fail('gage-multiplier-not-positive', { multiplier });
  const design = toGageDesign(measurements);
  if (!design.ok) return design;
  const { partNames, operatorNames, trials } = design.value;
  const full = fullAnova(design.value);
  const isPooled = full.interaction ? shouldPool(full.interaction, pooling, poolingAlpha) : null;
  const reduced = isPooled ? withoutInteraction(full) : null;
  const variances = componentsOf(reduced ?? full, {
    parts: partNames.length,
    operators: operatorNames.length,
    trials,
  });
  const deviations = mapComponents(variances, Math.sqrt);
  const study = mapComponents(deviations, (sd) => sd * multiplier);
  const distinctRaw = ratioOrNull(1.41 * deviations.partToPart, deviations.totalGageRR);
  return ok({
    parts: partNames.length,
    operators: operatorNames.length,
    trials,
    full,
    interactionPooled: isPooled,
    reduced,
    varianceComponents: variances,
    standardDeviations: deviations,
    studyVariation: study,
    percentContribution: mapComponents(variances, (v) => ratioOrNull(100 * v, variances.total)),
    percentStudyVariation: mapComponents(study, (v) => ratioOrNull(100 * v, study.total)),
    percentTolerance:
      tolerance !== null && tolerance > 0 ? mapComponents(study, (v) => ratioOrNull(100 * v, tolerance)) : null,
    distinctRaw,
    distinct: distinctRaw === null ? null : Math.max(1, Math.floor(distinctRaw)),
  });
}

function shouldPool(interaction: AnovaLine, pooling: 'auto' | 'always' | 'never', alpha: number): boolean {
  if (pooling !== 'auto') return pooling === 'always';
  // Without any repeatability the test has no p: a real interaction stays, none is pooled.
  return interaction.pValue === null ? !(interaction.ss > 0) : interaction.pValue > alpha;
}

function fullAnova({ cells, trials }: GageDesign): GageAnova {
  const parts = cells.length;
  const operators = cells[0].length;
  const cellMeans = cells.map((row) => row.map((cell) => meanOf(cell)));
  const partMeans = cellMeans.map((row) => meanOf(row));
  const operatorMeans = cellMeans[0].map((_, j) => meanOf(cellMeans.map((row) => row[j])));
  const grand = meanOf(partMeans);
  const squares = (values: readonly number[]): number => values.reduce((sum, v) => sum + (v - grand) ** 2, 0);
  let interaction = 0;
  let repeatability = 0;
  cells.forEach((row, i) =>
    row.forEach((cell, j) => {
      interaction += (cellMeans[i][j] - partMeans[i] - operatorMeans[j] + grand) ** 2;
      repeatability += cell.reduce((sum, value) => sum + (value - cellMeans[i][j]) ** 2, 0);
    }),
  );
  const error = toLine(parts * operators * (trials - 1), repeatability, null);
  const crossed = operators > 1 ? toLine((parts - 1) * (operators - 1), trials * interaction, error) : null;
  const against = crossed ?? error;
  return {
    part: toLine(parts - 1, operators * trials * squares(partMeans), against),
    operator: crossed && toLine(operators - 1, parts * trials * squares(operatorMeans), against),
    interaction: crossed,
    repeatability: error,
    total: toLine(parts * operators * trials - 1, squares(cells.flat(2)), null),
  };
}

function withoutInteraction({ part, operator, interaction, repeatability, total }: GageAnova): GageAnova {
  const error = toLine(repeatability.df + (interaction?.df ?? 0), repeatability.ss + (interaction?.ss ?? 0), null);
  return {
    part: toLine(part.df, part.ss, error),
    operator: operator && toLine(operator.df, operator.ss, error),
    interaction: null,
    repeatability: error,
    total,
  };
}

function toLine(df: number, ss: number, against: AnovaLine | null): AnovaLine {
  const ms = ss / df;
  const f = against && ratioOrNull(ms, against.ms);
  return { df, ss, ms, f, pValue: against && f !== null ? finiteOrNull(fisherF(df, against.df).upper(f)) : null };
}

function componentsOf(
  { part, operator, interaction, repeatability }: GageAnova,
  of: { readonly parts: number; readonly operators: number; readonly trials: number },
): GageComponents<number> {
  const { parts, operators, trials } = of;
  const against = interaction ?? repeatability;
  const component = (line: AnovaLine | null, error: AnovaLine, readings: number): number =>
    line ? Math.max(0, (line.ms - error.ms) / readings) : 0;
  const own = {
    repeatability: repeatability.ms,
    operator: component(operator, against, parts * trials),
    interaction: component(interaction, repeatability, trials),
    partToPart: component(part, against, operators * trials),
  };
  const reproducibility = own.operator + own.interaction;
  const totalGageRR = own.repeatability + reproducibility;
  return { ...own, reproducibility, totalGageRR, total: totalGageRR + own.partToPart };
}

function mapComponents<A, B>(components: GageComponents<A>, change: (value: A) => B): GageComponents<B> {
  return {
    repeatability: change(components.repeatability),
    operator: change(components.operator),
    interaction: change(components.interaction),
    reproducibility: change(components.reproducibility),
    totalGageRR: change(components.totalGageRR),
    partToPart: change(components.partToPart),
    total: change(components.total),
  };
}

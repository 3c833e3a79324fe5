import type { PhraseValue } from '../../kernel/result';
import type { AverageRangeStudy } from '../../stats/gage/average-range';
import type { GageStudy } from '../../stats/gage/crossed-anova';
import type { Filter } from '../../table/filter';
import type { DisplayScale } from '../display';
import type { GageSpec } from './spec';

type Maybe = number | null;

/** Where variation comes from, in the order of the study's table. */
export const sources = [
  'totalGageRR',
  'repeatability',
  'reproducibility',
  'operator',
  'interaction',
  'partToPart',
  'total',
] as const;
export type GageSource = (typeof sources)[number];

/** One source of variation; shares are fractions. */
export interface SourceFigures {
  readonly source: GageSource;
  readonly sd: number;
  readonly variance: number;
  readonly contribution: Maybe;
  readonly studyVariation: Maybe;
  /** Null without a tolerance. */
  readonly tolerance: Maybe;
}

/** The readings that one operator made of one part. */
export interface GageCell {
  readonly mean: number;
  readonly filters: readonly Filter[];
}

export interface GageOutcome {
  readonly spec: GageSpec;
  readonly measureName: PhraseValue;
  readonly unit: DisplayScale['unit'];
  readonly partName: PhraseValue;
  readonly operatorName: PhraseValue;
  readonly parts: readonly string[];
  readonly operators: readonly string[];
  readonly trials: number;
  readonly readings: number;
  /** cells[operator][part] */
  readonly cells: readonly (readonly GageCell[])[];
  readonly figures: readonly SourceFigures[];
  readonly distinct: Maybe;
  readonly anova: GageStudy | null;
  readonly averageRange: AverageRangeStudy | null;
}

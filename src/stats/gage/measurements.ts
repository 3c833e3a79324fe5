import { fail, type Failure } from '../../kernel/result';
import { isMeasured, type Maybe } from '../descriptive/measured';
import { medianOf } from '../special/sums';
import type { TestFailureCode } from '../tests/failures';

/** Readings of a crossed study, one per row, in any order. */
export interface GageMeasurements {
  readonly parts: readonly (string | number | null)[];
  readonly operators: readonly (string | number | null)[];
  readonly values: readonly Maybe[];
}

/** A balanced crossed study. */
export interface GageDesign {
  readonly partNames: readonly (string | number)[];
  readonly operatorNames: readonly (string | number)[];
  readonly trials: number;
  /** cells[part][operator][trial], less the median of all readings. */
  readonly cells: readonly (readonly (readonly number[])[])[];
}

/**
 * Sorts readings into cells and refuses what the classical methods cannot take.
 *
 * Shape     lists of equal length; parts and operators in order of first appearance
 * Fails     gage-unbalanced (a reading is missing, or cells differ in size), gage-unreplicated, gage-too-few-parts
 */
export function toGageDesign({
  parts,
  operators,
  values,
}: GageMeasurements):
  | { readonly ok: true; readonly value: GageDesign }
  | { readonly ok: false; readonly failure: Failure<TestFailureCode> } {
  if (parts.length !== values.length || operators.length !== values.length) {
    throw new RangeError(`a gage study needs equal lengths: ${parts.length}, ${operators.length}, ${values.length}`);
  }
  const partNames = namesOf(parts);
  const operatorNames = namesOf(operators);
  if (partNames.length < 2) return fail('gage-too-few-parts', { needed: 2, parts: partNames.length });
  const origin = medianOf(values.filter(isMeasured));
  const cells = partNames.map(() => operatorNames.map((): number[] => []));
  const partAt = new Map(partNames.map((name, i) => [name, i]));
  const operatorAt = new Map(operatorNames.map((name, i) => [name, i]));
  for (const [row, value] of values.entries()) {
    const part = partAt.get(parts[row] ?? '');
    const operator = operatorAt.get(operators[row] ?? '');
    if (part === undefined || operator === undefined || !isMeasured(value)) return fail('gage-unbalanced');
    cells[part][operator].push(value - origin);
  }
  const trials = cells[0][0].length;
  if (cells.some((row) => row.some((cell) => cell.length !== trials))) return fail('gage-unbalanced');
  if (trials < 2) return fail('gage-unreplicated');
  return { ok: true, value: { partNames, operatorNames, trials, cells } };
}

function namesOf(names: readonly (string | number | null)[]): (string | number)[] {
  return [...new Set(names)].filter((name) => name !== null);
}

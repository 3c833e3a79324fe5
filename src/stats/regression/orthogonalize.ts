import { meanOf } from '../special/sums';

/** Columns as orthonormal vectors times a triangle: column j = scale_j·Σₖ≤ⱼ qₖ·R[k][j]. */
export interface Orthogonalized {
  readonly q: readonly Float64Array[];
  /** Upper triangle, by column: triangle[j][k] with k ≤ j. */
  readonly triangle: readonly Float64Array[];
  readonly scales: readonly number[];
  /** Means taken off the columns; 0 without intercept. */
  readonly centers: readonly Center[];
}

/** A mean in two parts: what its rounding left out counts where values are large and close together. */
export interface Center {
  readonly rounded: number;
  readonly rest: number;
}

/** Distance of a value from a mean. */
export function fromCenter(value: number, { rounded, rest }: Center): number {
  return value - rounded - rest;
}

/**
 * Orthogonalises columns, each taken from its mean (with an intercept) and scaled to length 1 beforehand.
 *
 * Shape     columns of equal length, finite
 * Formula   Gram-Schmidt, every projection done twice, which makes the columns orthogonal to the last digit; without
 *           centring and scaling, predictors such as years or their powers lose half the digits
 * Fails     returns the index of the first column that depends on those before it (within 1e-11 of its length, or
 *           within the rounding of its values)
 * Source    Giraud, Langou, Rozložník and van den Eshof 2005
 */
export function orthogonalize(
  columns: readonly Float64Array[],
  hasIntercept: boolean,
): Orthogonalized | { readonly dependent: number } {
  const q: Float64Array[] = [];
  const triangle: Float64Array[] = [];
  const scales: number[] = [];
  const centers: Center[] = [];
  for (const [j, column] of columns.entries()) {
    const { values, center } = hasIntercept ? centre(column) : { values: column.slice(), center: noCenter };
    const largest = column.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    const scale = lengthOf(values);
    const rounding = (4 * Number.EPSILON * largest * Math.sqrt(column.length)) / scale;
    // Below 1e-250 squares and quotients leave the range of doubles.
    if (!(rounding < 1 && scale > 1e-250)) return { dependent: j };
    const unit = values.map((v) => v / scale);
    const factors = new Float64Array(j + 1);
    projectOut(unit, q, factors);
    factors[j] = lengthOf(unit);
    if (!(factors[j] > Math.max(1e-11, rounding))) return { dependent: j };
    q.push(unit.map((v) => v / factors[j]));
    triangle.push(factors);
    scales.push(scale);
    centers.push(center);
  }
  return { q, triangle, scales, centers };
}

/** Takes the part along orthonormal vectors out of `vector`, twice; adds it to `factors`. */
export function projectOut(vector: Float64Array, q: readonly Float64Array[], factors: Float64Array): void {
  for (let pass = 0; pass < 2; pass++) {
    for (const [k, direction] of q.entries()) {
      let product = 0;
      for (let i = 0; i < vector.length; i++) product += vector[i] * direction[i];
      factors[k] += product;
      for (let i = 0; i < vector.length; i++) vector[i] -= product * direction[i];
    }
  }
}

/** Deviations from the mean; the mean's own rounding is taken off as well. */
export function centre(column: Float64Array): { readonly values: Float64Array; readonly center: Center } {
  const rounded = meanOf(column);
  const values = column.map((v) => v - rounded);
  const rest = meanOf(values);
  return { values: values.map((v) => v - rest), center: { rounded, rest } };
}

/** For a model without intercept. */
export const noCenter: Center = { rounded: 0, rest: 0 };

/** Length of a vector, safe from overflow. */
export function lengthOf(vector: Float64Array): number {
  const largest = vector.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  if (!(largest > 0 && largest < Infinity)) return largest;
  return largest * Math.sqrt(vector.reduce((sum, v) => sum + (v / largest) ** 2, 0));
}

/** Solves R·b = z by back substitution, with R as columns. */
export function backSubstitute(triangle: readonly Float64Array[], z: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(z);
  for (let j = triangle.length - 1; j >= 0; j--) {
    solution[j] /= triangle[j][j];
    for (let k = 0; k < j; k++) solution[k] -= triangle[j][k] * solution[j];
  }
  return solution;
}

/** Solves Rᵀ·v = x by forward substitution, with R as columns. */
export function forwardSubstitute(triangle: readonly Float64Array[], x: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(x);
  for (let j = 0; j < triangle.length; j++) {
    for (let k = 0; k < j; k++) solution[j] -= triangle[j][k] * solution[k];
    solution[j] /= triangle[j][j];
  }
  return solution;
}

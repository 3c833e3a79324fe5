import { meanOf } from '../special/sums';
import { ratioOrNull, type Maybe } from './measured';

/**
 * Autocorrelation of a series with itself `lag` steps earlier.
 *
 * Shape     finite values in order of time; null where the series does not vary or is not longer than the lag.
 * Formula   r = Σ(xₜ − x̄)(xₜ₋ₗ − x̄) / Σ(xₜ − x̄)²
 * Accuracy  1e-8 relative where doubles hold the data (tests/reference/cases/descriptive-*)
 * Source    NIST StRD, univariate
 */
export function autocorrelation(series: ArrayLike<number>, lag: number): Maybe {
  if (!(Number.isInteger(lag) && lag >= 1)) throw new RangeError(`autocorrelation requires a whole lag: ${lag}`);
  const mean = meanOf(series);
  let products = 0;
  let squares = 0;
  for (let i = 0; i < series.length; i++) {
    squares += (series[i] - mean) ** 2;
    if (i >= lag) products += (series[i] - mean) * (series[i - lag] - mean);
  }
  return series.length > lag ? ratioOrNull(products, squares) : null;
}

import { ok, type Failure, type Result } from '../../kernel/result';
import { defectRates, type DefectCounts, type DefectRateOptions, type DefectRates } from './dpmo';
import type { YieldFailureCode } from './failures';

/** Defect rates of several characteristics, and of all together. */
export interface CharacteristicRates {
  readonly perCharacteristic: readonly DefectRates[];
  /** Σdefects over Σopportunities, never a mean of DPMOs. */
  readonly total: DefectRates;
}

/**
 * Defect rates of several characteristics.
 *
 * Shape     In the total, a unit is an opportunity: characteristics may be counted on different units.
 * Fails     as `defectRates`, for the first characteristic that fails; units-not-positive without any
 */
export function characteristicRates(
  characteristics: readonly DefectCounts[],
  options: DefectRateOptions = {},
): Result<CharacteristicRates, Failure<YieldFailureCode>> {
  const perCharacteristic: DefectRates[] = [];
  let defects = 0;
  let opportunities = 0;
  for (const counts of characteristics) {
    const rates = defectRates(counts, options);
    if (!rates.ok) return rates;
    perCharacteristic.push(rates.value);
    defects += counts.defects;
    opportunities += rates.value.totalOpportunities;
  }
  const total = defectRates({ defects, units: opportunities, opportunitiesPerUnit: 1 }, options);
  return total.ok ? ok({ perCharacteristic, total: total.value }) : total;
}

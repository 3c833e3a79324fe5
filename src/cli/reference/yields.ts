import { characteristicRates } from '../../stats/yield/characteristics';
import { defectRates, type DefectCounts, type DefectRates } from '../../stats/yield/dpmo';
import { processYields, rolledYield } from '../../stats/yield/rolled-yield';
import { dpoAtSigma, sigmaLongTerm, sigmaShortTerm } from '../../stats/yield/sigma-level';
import { numberOr, present, records, requiredNumber, textOf, valueOf } from './fields';
import type { Fields, KindRunner, KindRunners } from './kind';

function countsOf(fields: Fields): DefectCounts {
  return {
    defects: requiredNumber(fields, 'defects'),
    units: requiredNumber(fields, 'units'),
    opportunitiesPerUnit: requiredNumber(fields, 'opportunitiesPerUnit'),
  };
}

function ratesOf(rates: DefectRates): Fields {
  const { dpu, dpo, dpmo, opportunityYield, throughputYield } = rates;
  const { sigmaLongTerm: long, sigmaShortTerm: short } = rates;
  return { dpu, dpo, dpmo, opportunityYield, throughputYield, sigmaLongTerm: long, sigmaShortTerm: short };
}

const modes: Readonly<Record<string, (input: Fields, shift: number) => unknown>> = {
  counts: (input, shift) => ratesOf(valueOf(defectRates(countsOf(input), { shift }))),
  from_sigma: (input, shift) => {
    const dpos = present(input['sigmaShortTerm']).map((level) => dpoAtSigma(level, shift));
    const yields = present(input['sigmaShortTerm']).map((level) => 100 * dpoAtSigma(-level, -shift));
    return { dpmo: dpos.map((dpo) => dpo * 1e6), yieldPercent: yields };
  },
  from_dpmo: (input, shift) => {
    const dpos = present(input['dpmo']).map((dpmo) => dpmo / 1e6);
    return {
      sigmaShortTerm: dpos.map((dpo) => sigmaShortTerm(dpo, shift)),
      sigmaLongTerm: dpos.map((dpo) => sigmaLongTerm(dpo)),
      yieldPercent: dpos.map((dpo) => (dpo >= 0 && dpo <= 1 ? 100 * (1 - dpo) : null)),
    };
  },
  rolled_yield: (input) => {
    const { rolledThroughputYield, normalizedYield, totalDpu } = valueOf(rolledYield(present(input['stepYields'])));
    return { rty: rolledThroughputYield, normalizedYield, totalDpu };
  },
  process_steps: (input) => {
    const steps = records(input['steps']).map((step) => ({
      unitsIn: requiredNumber(step, 'unitsIn'),
      scrap: requiredNumber(step, 'scrap'),
      rework: requiredNumber(step, 'rework'),
    }));
    const { firstPassYields, finalYields, rolledThroughputYield } = valueOf(processYields(steps));
    return { firstPassYields, finalYields, rty: rolledThroughputYield };
  },
  multiple_characteristics: (input, shift) => {
    const counts = records(input['characteristics']).map(countsOf);
    const { perCharacteristic, total } = valueOf(characteristicRates(counts, { shift }));
    return {
      perCharacteristic: perCharacteristic.map(ratesOf),
      totalDefects: total.defects,
      totalOpportunities: total.totalOpportunities,
      ...ratesOf(total),
    };
  },
};

const dpmo: KindRunner = (input, params) => {
  const mode = textOf(params['mode']) ?? 'counts';
  if (!Object.hasOwn(modes, mode)) throw new RangeError(`unknown mode of a dpmo case: ${mode}`);
  return modes[mode](input, numberOr(params['shift'], 1.5));
};

/** Defect rates, sigma levels and yields. */
export const yieldKinds: KindRunners = { dpmo };

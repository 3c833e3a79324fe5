import { averageRangeStudy } from '../../stats/gage/average-range';
import { crossedGageStudy, type GageAnova, type AnovaLine } from '../../stats/gage/crossed-anova';
import { fitLinearModel } from '../../stats/regression/linear-model';
import { sampleSizeForMargin } from '../../stats/sampling/margin';
import type { SampleSizePlan, Sides } from '../../stats/sampling/plan-checks';
import { powerOfT, sampleSizeForT, type TTestPlan } from '../../stats/sampling/power-t';
import { arcsineSampleSize, powerOfZ, sampleSizeForZ, type ZTestPlan } from '../../stats/sampling/power-z';
import type { TestResult } from '../../stats/tests/failures';
import { boundsOf, countTable, maybes, numberOr, records, requiredNumber, textOf, valueOf } from './fields';
import type { Fields, KindRunner, KindRunners } from './kind';

const regression: KindRunner = (input, params) => {
  const predictors = records(input['predictors']).map((predictor, i) => ({
    name: textOf(predictor['name']) ?? String(i + 1),
    values: maybes(predictor['values']),
  }));
  const model = valueOf(fitLinearModel(predictors, maybes(input['y']), { intercept: params['intercept'] !== false }));
  const at = Array.isArray(params['predictAt']) ? countTable(params['predictAt']) : [];
  return {
    ...model,
    coefficients: model.coefficients.map(({ name, estimate, se, t, pValue: p }) => ({
      name: name ?? '(Intercept)',
      estimate,
      se,
      t,
      p,
    })),
    adjRSquared: model.adjustedRSquared,
    p: model.pValue,
    coefficientCi95: model.coefficients.map(({ interval }) => boundsOf(interval)),
    predictions: at.map((x) => {
      const { fit, confidenceInterval, predictionInterval } = model.predict(x);
      return { x, fit, ci95: boundsOf(confidenceInterval), pi95: boundsOf(predictionInterval) };
    }),
    extra: { vif: model.coefficients.filter(({ name }) => name !== null).map(({ vif }) => vif) },
  };
};

function measurementsOf(input: Fields): Parameters<typeof crossedGageStudy>[0] {
  return {
    parts: names(input['parts']),
    operators: names(input['operators']),
    values: maybes(input['values']),
  };
}

function names(value: unknown): readonly (string | number | null)[] {
  if (!Array.isArray(value)) throw new RangeError(`a case needs a list of names: ${JSON.stringify(value)}`);
  return value as readonly (string | number | null)[];
}

function anovaOf(anova: GageAnova | null): unknown {
  const line = (of: AnovaLine | null): Fields | undefined =>
    of ? { df: of.df, ss: of.ss, ms: of.ms, f: of.f, p: of.pValue } : undefined;
  return (
    anova && {
      part: line(anova.part),
      operator: line(anova.operator),
      interaction: line(anova.interaction),
      repeatability: line(anova.repeatability),
      total: line(anova.total),
    }
  );
}

const gageRR: KindRunner = (input, params) => {
  const measurements = measurementsOf(input);
  if (params['method'] === 'average_range') {
    const factor = (name: string): Record<string, number> => {
      const value = numberOr(params[name], null);
      return value === null ? {} : { [name]: value };
    };
    const study = valueOf(averageRangeStudy(measurements, { ...factor('k1'), ...factor('k2'), ...factor('k3') }));
    const { meanRange, operatorRange, partRange, equipment, appraiser, gage, part, total, percent } = study;
    return {
      rBarBar: meanRange,
      xDiff: operatorRange,
      partRange,
      ev: equipment,
      av: appraiser,
      grr: gage,
      pv: part,
      tv: total,
      pctEv: percent.equipment,
      pctAv: percent.appraiser,
      pctGrr: percent.gage,
      pctPv: percent.part,
      ndcRaw: study.distinctRaw,
      ndc: study.distinct,
    };
  }
  const study = valueOf(
    crossedGageStudy(measurements, {
      poolingAlpha: numberOr(params['alphaPoolInteraction'], 0.05),
      pooling: (textOf(params['interaction']) ?? 'auto') as 'auto' | 'always' | 'never',
      multiplier: numberOr(params['studyVarMultiplier'], 6),
      tolerance: numberOr(params['tolerance'], null),
    }),
  );
  return {
    parts: study.parts,
    operators: study.operators,
    trials: study.trials,
    anovaFull: anovaOf(study.full),
    interactionPooled: study.interactionPooled,
    anovaReduced: anovaOf(study.reduced),
    varComp: study.varianceComponents,
    pctContribution: study.percentContribution,
    stdDev: study.standardDeviations,
    studyVar: study.studyVariation,
    pctStudyVar: study.percentStudyVariation,
    pctTolerance: study.percentTolerance,
    ndcRaw: study.distinctRaw,
    ndc: study.distinct,
  };
};

function sidesOf(params: Fields): Sides {
  const alternative = textOf(params['alternative']) ?? 'two.sided';
  return alternative.startsWith('two') ? 'two-sided' : 'one-sided';
}

/** The size that reaches `power`, or the power that `n` reaches. */
function solve(
  params: Fields,
  sizeFor: (power: number) => TestResult<SampleSizePlan>,
  powerOf: (n: number) => TestResult<number>,
): Fields {
  if (params['solveFor'] === 'power') return { power: valueOf(powerOf(requiredNumber(params, 'n'))) };
  const { raw, n, achievedPower } = valueOf(sizeFor(requiredNumber(params, 'power')));
  return { nRaw: raw, n, achievedPower };
}

function planT(params: Fields, test: TTestPlan['test']): Fields {
  const plan: TTestPlan = {
    test,
    delta: requiredNumber(params, 'delta'),
    sd: requiredNumber(params, 'sd'),
    alpha: requiredNumber(params, 'alpha'),
    sides: sidesOf(params),
  };
  return solve(
    params,
    (power) => sampleSizeForT(plan, power),
    (n) => powerOfT(plan, n),
  );
}

function planMeans(params: Fields, samples: 1 | 2): Fields {
  const plan: ZTestPlan = {
    of: 'mean',
    samples,
    delta: requiredNumber(params, 'delta'),
    sd: requiredNumber(params, 'sd'),
    alpha: requiredNumber(params, 'alpha'),
    sides: sidesOf(params),
  };
  return solve(
    params,
    (power) => sampleSizeForZ(plan, power),
    (n) => powerOfZ(plan, n),
  );
}

function planShares(params: Fields, samples: 1 | 2): Fields {
  const [from, to] = samples === 1 ? ['p0', 'p1'] : ['p1', 'p2'];
  const plan = {
    of: 'share',
    samples,
    from: requiredNumber(params, from),
    to: requiredNumber(params, to),
    alpha: requiredNumber(params, 'alpha'),
    sides: sidesOf(params),
  } as const;
  const power = numberOr(params['power'], null);
  const byArcsine = samples === 2 && power !== null ? arcsineSampleSize(plan, power) : null;
  return {
    ...solve(
      params,
      (wanted) => sampleSizeForZ(plan, wanted),
      (n) => powerOfZ(plan, n),
    ),
    extra: byArcsine?.ok ? { nArcsine: byArcsine.value } : {},
  };
}

function planMargin(params: Fields, of: 'mean' | 'share'): Fields {
  const common = {
    margin: requiredNumber(params, 'margin'),
    confidence: requiredNumber(params, 'confLevel'),
    population: numberOr(params['populationSize'], null),
  };
  const { raw, n } = valueOf(
    sampleSizeForMargin(
      of === 'mean'
        ? { ...common, of, sd: requiredNumber(params, 'sd') }
        : { ...common, of, share: requiredNumber(params, 'p') },
    ),
  );
  return { nRaw: raw, n };
}

const plans: Readonly<Record<string, (params: Fields) => Fields>> = {
  one_sample_t: (params) => planT(params, 'one-sample'),
  paired_sample_t: (params) => planT(params, 'paired'),
  paired_t: (params) => planT(params, 'paired'),
  two_sample_t: (params) => planT(params, 'two-sample'),
  one_sample_z: (params) => planMeans(params, 1),
  two_sample_z: (params) => planMeans(params, 2),
  one_proportion: (params) => planShares(params, 1),
  two_proportions: (params) => planShares(params, 2),
  mean_margin: (params) => planMargin(params, 'mean'),
  proportion_margin: (params) => planMargin(params, 'share'),
};

const sampleSize: KindRunner = (input, params) => {
  const all = { ...input, ...params };
  const test = textOf(all['test']) ?? '';
  if (!Object.hasOwn(plans, test)) throw new RangeError(`unknown test of a sample_size case: ${test}`);
  return plans[test](all);
};

/** Regression, measurement systems and planning. */
export const modelKinds: KindRunners = { regression, gage_rr: gageRR, sample_size: sampleSize };

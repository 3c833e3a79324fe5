import { describe, expect, it } from 'vitest';
import { diagnoseModel } from '../../../../src/stats/regression/diagnostics';
import { fitLinearModel, type Predictor } from '../../../../src/stats/regression/linear-model';
import { failureCode, normals, seeded, times, value } from '../support';

const wamplerX = times(21, (i) => i);
const powers: Predictor[] = times(5, (p) => ({ name: `x${p + 1}`, values: wamplerX.map((x) => x ** (p + 1)) }));
const smooth = wamplerX.map((x) => times(6, (p) => x ** p).reduce((a, b) => a + b, 0));
/** What Wampler3 adds to the polynomial; Wampler4 adds 100 times, Wampler5 10 000 times as much. */
const delta = [
  759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523, -2048,
  2048, -2048, 759,
];
const certifiedErrors = [
  2152.3262467817, 2363.55173469681, 779.343524331583, 101.47550755035, 5.64566512170752, 0.112324854679312,
];

describe('NIST StRD, Wampler', () => {
  it('1: a polynomial without error is found exactly', () => {
    const { coefficients, rSquared, residualSd } = value(fitLinearModel(powers, smooth));
    coefficients.forEach(({ estimate }) => expect(estimate).toBeCloseTo(1, 8));
    expect(rSquared).toBe(1);
    expect(residualSd).toBeLessThan(1e-6);
  });

  it('2: and so is one with small coefficients', () => {
    const y = wamplerX.map((x) => times(6, (p) => (0.1 * x) ** p).reduce((a, b) => a + b, 0));
    const { coefficients } = value(fitLinearModel(powers, y));
    coefficients.forEach(({ estimate }, p) => expect(estimate / 0.1 ** p).toBeCloseTo(1, 8));
  });

  it.each([
    [3, 1],
    [4, 100],
    [5, 10_000],
  ])('%i: the certified standard errors hold however large the error is', (_, factor) => {
    const { coefficients, residualSd } = value(
      fitLinearModel(
        powers,
        smooth.map((y, i) => y + factor * delta[i]),
      ),
    );
    coefficients.forEach(({ estimate, se }, p) => {
      expect(se / factor / certifiedErrors[p]).toBeCloseTo(1, 9);
      expect(Math.abs(estimate - 1)).toBeLessThan(1e-7 * factor);
    });
    expect(residualSd / factor).toBeCloseTo(2360.14502379268, 7);
  });
});

describe('fitLinearModel', () => {
  it('finds a slope among years and values near 10¹⁵', () => {
    const years = times(12, (i) => 2010 + i);
    const { coefficients } = value(
      fitLinearModel(
        [{ name: 'year', values: years }],
        years.map((year, i) => 1e15 + 4 * (year - 2010) + (i % 2)),
      ),
    );
    // Slope of i mod 2 by hand: Σ(i − 5.5)(i mod 2)/Σ(i − 5.5)² = 3/143
    expect(coefficients[1].estimate).toBeCloseTo(4 + 3 / 143, 10);
  });

  it('calls an exact fit exact, without dividing by nothing', () => {
    const model = value(fitLinearModel([{ name: 'x', values: [1, 2, 3, 4] }], [3, 5, 7, 9]));
    expect(model.rSquared).toBe(1);
    expect({ f: model.f, pValue: model.pValue, residualSd: model.residualSd }).toEqual({
      f: null,
      pValue: 0,
      residualSd: 0,
    });
    expect(model.coefficients[1]).toMatchObject({ se: 0, t: null, pValue: 0 });
    expect(diagnoseModel(model).durbinWatson).toBeNull();
  });

  it('explains nothing of a response that does not vary', () => {
    const { rSquared, f, pValue } = value(fitLinearModel([{ name: 'x', values: [1, 2, 4] }], [5, 5, 5]));
    expect({ rSquared, f, pValue }).toEqual({ rSquared: null, f: null, pValue: null });
  });

  it('refuses predictors that say the same, by name', () => {
    const rate = [0.1, 0.4, 0.2, 0.7, 0.3, 0.6];
    const result = fitLinearModel(
      [
        { name: 'rate', values: rate },
        { name: 'percent', values: rate.map((r) => 3 + 100 * r) },
      ],
      [1, 2, 3, 4, 5, 7],
    );
    expect(failureCode(result)).toBe('model-predictors-dependent');
    expect(result.ok ? null : result.failure.params['predictor']).toBe('percent');
    expect(failureCode(fitLinearModel([{ name: 'c', values: [2, 2, 2] }], [1, 2, 3]))).toBe(
      'model-predictors-dependent',
    );
    expect(failureCode(fitLinearModel([{ name: 'x', values: [1, 2] }], [1, 2]))).toBe('model-too-few-rows');
  });

  it('takes a constant predictor where there is no intercept', () => {
    const { coefficients } = value(
      fitLinearModel([{ name: 'one', values: [1, 1, 1, 1] }], [1, 2, 3, 6], { intercept: false }),
    );
    expect(coefficients[0].estimate).toBeCloseTo(3, 14);
  });
});

describe('diagnoseModel', () => {
  const draw = normals(seeded(5));
  const x1 = times(15, draw);
  const x2 = times(15, (i) => draw() + x1[i]);
  const y = times(15, (i) => 2 + x1[i] - x2[i] + draw());
  const predictors = (skip: number | null): Predictor[] => [
    { name: 'a', values: x1.filter((_, i) => i !== skip) },
    { name: 'b', values: x2.filter((_, i) => i !== skip) },
  ];
  const model = value(fitLinearModel(predictors(null), y));
  const diagnostics = diagnoseModel(model);

  it('has leverages that add up to the number of coefficients', () => {
    expect(model.leverages.reduce((sum, h) => sum + h, 0)).toBeCloseTo(3, 12);
  });

  it('agrees with leaving each row out and fitting again', () => {
    let press = 0;
    for (let row = 0; row < 15; row++) {
      const without = value(
        fitLinearModel(
          predictors(row),
          y.filter((_, i) => i !== row),
        ),
      );
      const moved = times(15, (i) => without.predict([x1[i], x2[i]]).fit - model.fitted[i]);
      const cook = moved.reduce((sum, m) => sum + m * m, 0) / (3 * model.residualSd ** 2);
      expect(diagnostics.cooksDistance[row]).toBeCloseTo(cook, 10);
      const error = y[row] - without.predict([x1[row], x2[row]]).fit;
      press += error * error;
      const deleted = error * (1 - model.leverages[row]);
      expect(diagnostics.deleted[row]).toBeCloseTo(
        deleted / (without.residualSd * Math.sqrt(1 - model.leverages[row])),
        10,
      );
    }
    expect(diagnostics.press).toBeCloseTo(press, 9);
  });

  it('has the Durbin-Watson statistic of its definition', () => {
    const e = model.residuals;
    const moves = times(14, (i) => (e[i + 1] - e[i]) ** 2).reduce((a, b) => a + b, 0);
    expect(diagnostics.durbinWatson).toBeCloseTo(moves / model.ssResidual, 12);
  });
});

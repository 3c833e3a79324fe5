import { getBit } from '../../kernel/bitmap';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { pearson } from '../../stats/correlation/pearson';
import { spearman } from '../../stats/correlation/spearman';
import { testNormality } from '../../stats/normality/test-normality';
import { diagnoseModel, type ModelDiagnostics } from '../../stats/regression/diagnostics';
import { fitLinearModel, type LinearModel } from '../../stats/regression/linear-model';
import type { Table } from '../../table/column';
import { findNumeric } from '../../table/find-column';
import { forEachRow } from '../../table/group';
import type { AnalysisInput } from '../contract';
import { columnName } from '../column-name';
import { openMeasure, type Measure } from '../measure';
import { selectScope, type Scope } from '../scope';
import type { BandPoint, FittedPoint, RegressionOutcome, Variable } from './outcome';
import type { RegressionSpec } from './spec';

const mostPredictors = 20;
const mostPoints = 2000;
const bandSteps = 80;

/** Rows → complete rows in order of time → least squares with its diagnostics. */
export function runRegression({ table }: AnalysisInput, spec: RegressionSpec): Result<RegressionOutcome, Failure> {
  const variables = openVariables(table, spec);
  if (!variables.ok) return variables;
  const [response, ...predictors] = variables.value;
  const selected = selectScope(table, spec);
  if (!selected.ok) return selected;
  const scope = selected.value;
  const { rows, byTime } = orderedRows(table, scope, variables.value, spec.dateColumn);
  const valuesOf = ({ column, size }: Measure): Float64Array =>
    Float64Array.from(rows, (row) => column.values[row] / size);
  const y = valuesOf(response);
  const xs = predictors.map(valuesOf);
  if (rows.length > 1 && y.every((value) => value === y[0])) return fail('sample-all-equal', { value: y[0] });
  const named = xs.map((values, i) => ({ name: columnText(predictors[i]), values }));
  const fitted = fitLinearModel(named, y);
  if (!fitted.ok) return fitted;
  const model = fitted.value;
  const diagnostics = diagnoseModel(model);
  const isSimple = xs.length === 1;
  const correlation = isSimple ? correlate(xs[0], y) : null;
  const unusual = rowsWhere(rows, diagnostics.deleted, (value) => Math.abs(value) > 3);
  const influential = rowsWhere(rows, diagnostics.cooksDistance, (value) => value > 1);
  const variable = ({ name, unit }: Measure, values: Float64Array): Variable => ({
    measureName: name,
    unit,
    low: values.reduce((low, value) => Math.min(low, value)),
    high: values.reduce((high, value) => Math.max(high, value)),
  });
  return ok({
    spec,
    response: variable(response, y),
    predictors: predictors.map((predictor, i) => variable(predictor, xs[i])),
    coefficients: model.coefficients,
    model: { ...figuresOf(model), predictedRSquared: diagnostics.predictedRSquared },
    correlation,
    band: isSimple ? makeBand(model, variable(predictors[0], xs[0])) : [],
    points: thin(
      makePoints(rows, isSimple ? xs[0] : null, y, model, diagnostics, new Set([...unusual, ...influential])),
    ),
    checks: {
      unusual,
      influential,
      durbinWatson: diagnostics.durbinWatson,
      byTime,
      ...judgeResiduals(model),
      curvature: isSimple ? curvatureOf(xs[0], y) : null,
    },
    filters: scope.filters,
    coverage: { rows: scope.count, incomplete: scope.count - rows.length, undated: scope.undated },
  });
}

function figuresOf(model: LinearModel): Omit<RegressionOutcome['model'], 'predictedRSquared'> {
  const { n, rSquared, adjustedRSquared, residualSd, dfModel, dfResidual, ssRegression, ssResidual, f, pValue } = model;
  return { n, rSquared, adjustedRSquared, residualSd, dfModel, dfResidual, ssRegression, ssResidual, f, pValue };
}

function columnText({ column }: Measure): string {
  return column.name;
}

/** The response and the predictors, in this order. */
function openVariables(table: Table, spec: RegressionSpec): Result<readonly Measure[], Failure> {
  const ids = [...new Set(spec.predictors)];
  if (spec.response === null) return fail('choose-measure');
  if (ids.length === 0) return fail('regression-choose-predictor');
  if (ids.length > mostPredictors) return fail('regression-too-many', { n: ids.length, most: mostPredictors });
  if (ids.includes(spec.response)) {
    return fail('regression-same-column', { column: columnName(table, spec.response) });
  }
  const opened: Measure[] = [];
  for (const id of [spec.response, ...ids]) {
    const one = id === spec.response ? openMeasure(table, id) : openPredictor(table, id);
    if (!one.ok) return one;
    opened.push(one.value);
  }
  return ok(opened);
}

function openPredictor(table: Table, id: string): Result<Measure, Failure> {
  const column = findNumeric(table, id);
  if (column?.type !== 'boolean') return openMeasure(table, id);
  return ok({ column, name: columnName(table, id), unit: null, size: 1 });
}

/** Rows with every value, by date where every one of them has one, else in the order of the file. */
function orderedRows(
  table: Table,
  scope: Scope,
  variables: readonly Measure[],
  dateColumn: string | null,
): { readonly rows: readonly number[]; readonly byTime: boolean } {
  const rows: number[] = [];
  forEachRow(scope.rows, table.rows, (row) => {
    if (variables.every(({ column }) => !getBit(column.missing, row))) rows.push(row);
  });
  const dates = dateColumn === null ? undefined : findNumeric(table, dateColumn);
  if (!dates || rows.some((row) => getBit(dates.missing, row))) return { rows, byTime: false };
  return { rows: rows.sort((a, b) => dates.values[a] - dates.values[b] || a - b), byTime: true };
}

function correlate(x: Float64Array, y: Float64Array): RegressionOutcome['correlation'] {
  const linear = pearson(x, y);
  const ranked = spearman(x, y);
  return linear.ok && ranked.ok ? { pearson: linear.value, spearman: ranked.value } : null;
}

function rowsWhere(
  rows: readonly number[],
  values: ModelDiagnostics['deleted'],
  test: (value: number) => boolean,
): number[] {
  return rows
    .filter((_, i) => {
      const value = values[i];
      return value !== null && test(value);
    })
    .sort((a, b) => a - b);
}

function makeBand(model: LinearModel, { low, high }: Variable): BandPoint[] {
  return Array.from({ length: bandSteps + 1 }, (_, i) => {
    const x = low + ((high - low) * i) / bandSteps;
    const { fit, confidenceInterval, predictionInterval } = model.predict([x]);
    return { x, fit, confidence: confidenceInterval, prediction: predictionInterval };
  });
}

function makePoints(
  rows: readonly number[],
  x: Float64Array | null,
  y: Float64Array,
  model: LinearModel,
  diagnostics: ModelDiagnostics,
  unusual: ReadonlySet<number>,
): FittedPoint[] {
  return rows.map((row, i) => ({
    row,
    x: x ? x[i] : null,
    observed: y[i],
    fitted: model.fitted[i],
    residual: model.residuals[i],
    standardized: diagnostics.standardized[i],
    isUnusual: unusual.has(row),
  }));
}

/** An even choice of the rows, with every unusual one. */
function thin(points: readonly FittedPoint[]): readonly FittedPoint[] {
  if (points.length <= mostPoints) return points;
  const step = points.length / mostPoints;
  return points.filter(
    ({ isUnusual }, i) => isUnusual || Math.floor(i / step) !== Math.floor((i - 1) / step) || i === 0,
  );
}

function judgeResiduals(model: LinearModel): Pick<RegressionOutcome['checks'], 'normality' | 'spread'> {
  const normality = testNormality(model.residuals);
  const spread = spearman(model.residuals.map(Math.abs), model.fitted);
  return {
    normality: normality.ok
      ? { aSquared: normality.value.andersonDarling.aSquared, pValue: normality.value.andersonDarling.pValue }
      : null,
    spread: spread.ok ? { rho: spread.value.rho, pValue: spread.value.exactP ?? spread.value.approximateP } : null,
  };
}

/** p of a square term; the predictor is centred first, or the two would say much the same. */
function curvatureOf(x: Float64Array, y: Float64Array): number | null {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const bent = fitLinearModel(
    [
      { name: 'x', values: x },
      { name: 'x²', values: x.map((value) => (value - mean) ** 2) },
    ],
    y,
  );
  return bent.ok ? bent.value.coefficients[2].pValue : null;
}

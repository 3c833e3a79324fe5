import { getBit } from '../../kernel/bitmap';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { averageRangeStudy, type AverageRangeStudy } from '../../stats/gage/average-range';
import { crossedGageStudy, type GageOptions, type GageStudy } from '../../stats/gage/crossed-anova';
import type { GageMeasurements } from '../../stats/gage/measurements';
import { valueText } from '../../table/cell-text';
import type { Column } from '../../table/column';
import { findColumn } from '../../table/find-column';
import { forEachRow } from '../../table/group';
import { columnName } from '../column-name';
import type { AnalysisInput } from '../contract';
import { openMeasure } from '../measure';
import { selectScope } from '../scope';
import { sources, type GageCell, type GageOutcome, type SourceFigures } from './outcome';
import type { GageSpec } from './spec';

const mostCells = 5000;

interface Readings extends GageMeasurements {
  readonly parts: readonly (string | null)[];
  readonly operators: readonly (string | null)[];
  readonly rows: readonly number[];
}

/** How much of the variation comes from the measuring and not from what is measured. */
export function runGage(input: AnalysisInput, spec: GageSpec): Result<GageOutcome, Failure> {
  const { table } = input;
  const measure = openMeasure(table, spec.measure);
  if (!measure.ok) return measure;
  if (spec.part === null || spec.operator === null || spec.part === spec.operator) return fail('gage-choose-columns');
  const part = findColumn(table, spec.part);
  const operator = findColumn(table, spec.operator);
  if (!part || !operator) return fail('column-unknown', { column: part ? spec.operator : spec.part });
  const scope = selectScope(table, { filters: spec.filters, dateColumn: null, period: null });
  if (!scope.ok) return scope;
  const { column, size } = measure.value;
  const rows: number[] = [];
  forEachRow(scope.value.rows, table.rows, (row) => void rows.push(row));
  const readings: Readings = {
    rows,
    parts: rows.map((row) => nameAt(part, row)),
    operators: rows.map((row) => nameAt(operator, row)),
    values: rows.map((row) => (getBit(column.missing, row) ? null : column.values[row] / size)),
  };
  const parts = namesOf(readings.parts);
  const operators = namesOf(readings.operators);
  if (parts.length * operators.length > mostCells)
    return fail('gage-too-many-cells', { parts: parts.length, operators: operators.length });
  const studied = study(readings, spec);
  if (!studied.ok) return studied;
  return ok({
    spec,
    measureName: measure.value.name,
    unit: measure.value.unit,
    partName: columnName(table, spec.part),
    operatorName: columnName(table, spec.operator),
    parts,
    operators,
    readings: rows.length,
    cells: cellsOf(readings, parts, operators),
    ...studied.value,
  });
}

function nameAt(column: Column, row: number): string | null {
  if (getBit(column.missing, row)) return null;
  return column.layout === 'dictionary'
    ? column.dictionary[column.codes[row]]
    : valueText(column.values[row], column.type);
}

/** Numbers by size, other names in order of first appearance. */
function namesOf(names: readonly (string | null)[]): string[] {
  const found = [...new Set(names)].filter((name) => name !== null);
  return found.every((name) => Number.isFinite(Number(name))) ? found.sort((a, b) => Number(a) - Number(b)) : found;
}

type Studied = Pick<GageOutcome, 'figures' | 'distinct' | 'trials' | 'anova' | 'averageRange'>;

const poolings: Readonly<Record<GageSpec['pooling'], GageOptions>> = {
  alpha05: { poolingAlpha: 0.05 },
  alpha25: { poolingAlpha: 0.25 },
  never: { pooling: 'never' },
  always: { pooling: 'always' },
};

function study(readings: Readings, { method, pooling, tolerance }: GageSpec): Result<Studied, Failure> {
  if (method === 'averageRange') {
    const made = averageRangeStudy(readings);
    if (!made.ok) return made;
    const { distinct, trials } = made.value;
    return ok({
      figures: rangeFigures(made.value, tolerance),
      distinct,
      trials,
      anova: null,
      averageRange: made.value,
    });
  }
  const made = crossedGageStudy(readings, { ...poolings[pooling], tolerance });
  if (!made.ok) return made;
  const { distinct, trials } = made.value;
  return ok({ figures: anovaFigures(made.value), distinct, trials, anova: made.value, averageRange: null });
}

const asFraction = (percent: number | null): number | null => (percent === null ? null : percent / 100);

function anovaFigures(made: GageStudy): SourceFigures[] {
  const left: readonly string[] = made.reduced || made.operators === 1 ? ['interaction'] : [];
  return sources
    .filter((source) => !left.includes(source))
    .map((source) => ({
      source,
      sd: made.standardDeviations[source],
      variance: made.varianceComponents[source],
      contribution: asFraction(made.percentContribution[source]),
      studyVariation: asFraction(made.percentStudyVariation[source]),
      tolerance: made.percentTolerance && asFraction(made.percentTolerance[source]),
    }));
}

function rangeFigures(
  { gage, equipment, appraiser, part, total }: AverageRangeStudy,
  tolerance: number | null,
): SourceFigures[] {
  const figures = [
    ['totalGageRR', gage],
    ['repeatability', equipment],
    ['reproducibility', appraiser],
    ['partToPart', part],
    ['total', total],
  ] as const;
  return figures.map(([source, sd]) => ({
    source,
    sd,
    variance: sd * sd,
    contribution: total > 0 ? (sd / total) ** 2 : null,
    studyVariation: total > 0 ? sd / total : null,
    tolerance: tolerance === null ? null : (6 * sd) / tolerance,
  }));
}

function cellsOf(
  { parts, operators, values, rows }: Readings,
  partNames: string[],
  operatorNames: string[],
): GageCell[][] {
  const cells = operatorNames.map(() => partNames.map(() => ({ sum: 0, count: 0, rows: [] as number[] })));
  rows.forEach((row, i) => {
    const cell = cells[operatorNames.indexOf(operators[i] ?? '')]?.[partNames.indexOf(parts[i] ?? '')];
    cell.sum += values[i] ?? 0;
    cell.count++;
    cell.rows.push(row);
  });
  return cells.map((line) =>
    line.map((cell) => ({ mean: cell.sum / cell.count, filters: [{ op: 'rows' as const, rows: cell.rows }] })),
  );
}

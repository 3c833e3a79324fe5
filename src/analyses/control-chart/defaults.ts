import { fail, type Failure, type Result } from '../../kernel/result';
import type { AnalysisInput } from '../contract';
import { findCalendar, findMeasure } from '../find-calendar';
import { findFlag } from '../find-flag';
import { parseControlChartSpec, type ControlChartSpec } from './spec';

/**
 * A chart that runs without questions: a share of a two-valued column by period, else rows per period, else the first
 * number column row by row.
 */
export function controlChartDefaults({ table }: AnalysisInput): Result<ControlChartSpec, Failure> {
  const calendar = findCalendar(table);
  if (calendar) {
    const { subgroup, column: dates } = calendar;
    const flag = findFlag(table);
    return parseControlChartSpec(
      flag
        ? { chart: 'p', subgroup, dateColumn: dates.id, countedColumn: flag.column.id, countedValues: [flag.rarer] }
        : { chart: 'c', subgroup, dateColumn: dates.id, numerator: 'rows' },
    );
  }
  const numbers = findMeasure(table);
  if (!numbers) return fail('control-no-column');
  return parseControlChartSpec({ chart: 'i', subgroup: 'row', measure: numbers.id, direction: 'none' });
}

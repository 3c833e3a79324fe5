import { CellHint } from './raw-table';
import { customerColumn } from './customer-column';
import { saysTotal } from './find-totals';
import { periodKind, type PeriodKind } from './period-names';
import type { ColumnPlan, ColumnProposal, ImportPlan, UnpivotPlan } from './types';
import { inferColumn } from './values/infer-column';

/** Names of the new columns, in the language of the file's own headers. Data, not interface text. */
const words: Readonly<Record<PeriodKind | 'mixed' | 'other' | 'value', { readonly zh: string; readonly en: string }>> =
  {
    month: { zh: '月份', en: 'Month' },
    quarter: { zh: '季度', en: 'Quarter' },
    year: { zh: '年份', en: 'Year' },
    week: { zh: '周', en: 'Week' },
    day: { zh: '日期', en: 'Date' },
    mixed: { zh: '期间', en: 'Period' },
    other: { zh: '项目', en: 'Item' },
    value: { zh: '数值', en: 'Value' },
  };

/** Whether the cells of a column can stand in one column with those of others: measures without an open question. */
export function canUnpivot({ type, questions, present }: ColumnProposal): boolean {
  return present === 0 || type === 'number' || (type === 'duration' && questions.length === 0);
}

/**
 * What to make of a cross-table: most of its columns are named as periods and hold measures, and at least one says what
 * a row is about. Columns of totals are neither. Null where the file is no cross-table.
 */
export function proposeUnpivot(columns: readonly ColumnProposal[]): UnpivotPlan | null {
  const parts = columns.filter(({ name }, index) => index < 2 || !saysTotal(name));
  const periods = parts.filter((column) => periodKind(column.name) !== null && canUnpivot(column));
  const isCrossTable =
    periods.length >= 2 &&
    periods.length * 2 > parts.length &&
    periods.length < parts.length &&
    periods.some(({ present }) => present > 0);
  return isCrossTable
    ? planUnpivot(
        columns,
        periods.map(({ id }) => id),
      )
    : null;
}

/**
 * The plan to turn these columns into two: one for their headers, one for their cells.
 *
 * Shape  ids of `columns`; the new columns have ids that no column of the file has
 */
export function planUnpivot(columns: readonly ColumnProposal[], ids: readonly string[]): UnpivotPlan {
  const chosen = new Set(ids);
  const turned = columns.filter(({ id }) => chosen.has(id));
  const others = new Set(columns.filter(({ id }) => !chosen.has(id)).map(({ name }) => name));
  const language = columns.some(({ name }) => /\p{Script=Han}/u.test(name)) ? 'zh' : 'en';
  const kinds = new Set(turned.map(({ name }) => periodKind(name)));
  const [kind] = kinds;
  const word = kinds.has(null) ? 'other' : kinds.size === 1 && kind ? kind : 'mixed';
  return {
    columns: turned.map(({ id }) => id),
    period: {
      id: `c${columns.length}`,
      name: freeName(words[word][language], others),
      ...readingOfHeaders(turned, words[word][language]),
      include: true,
    },
    value: {
      id: `c${columns.length + 1}`,
      name: freeName(words.value[language], others),
      ...readingOfCells(turned),
      include: true,
    },
  };
}

/** Headers are a calendar only where each says its year; all others are words in the order of the file. */
function readingOfHeaders(turned: readonly ColumnProposal[], name: string): Pick<ColumnPlan, 'type' | 'reading'> {
  const headers = turned.map((column) => ({ text: column.name, hint: CellHint.text, count: 1 }));
  const { type, reading, questions } = inferColumn(name, headers);
  const isCalendar = (type === 'month' || type === 'date') && questions.length === 0;
  return isCalendar ? { type, reading } : { type: 'category', reading: {} };
}

function readingOfCells(turned: readonly ColumnProposal[]): Pick<ColumnPlan, 'type' | 'reading'> {
  const filled = turned.filter(({ present }) => present > 0);
  const first = filled.find(({ reading }) => reading.decimal === ',') ?? filled[0];
  const areDurations = filled.length > 0 && filled.every(({ type }) => type === 'duration');
  if (areDurations) return { type: 'duration', reading: first.reading };
  if (filled.length > 0 && filled.every(({ reading }) => reading.rating)) {
    return { type: 'number', reading: { rating: 'five' } };
  }
  return { type: 'number', reading: first?.reading.decimal === undefined ? {} : { decimal: first.reading.decimal } };
}

function freeName(base: string, taken: ReadonlySet<string>): string {
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base} (${number})`;
  return name;
}

/** Columns of the file that a plan turns into rows; columns that are not imported are not among them. */
export function unpivotedColumns(plan: ImportPlan): readonly ColumnPlan[] {
  const turned = new Set(plan.unpivot?.columns ?? []);
  return plan.columns.filter(({ id, include }) => include && turned.has(id) && id !== plan.customer?.column);
}

/** The columns that a plan leads to, in their order. */
export function plannedColumns(plan: ImportPlan): readonly ColumnPlan[] {
  const turned = new Set(unpivotedColumns(plan));
  const kept = [
    ...plan.columns.filter((column) => column.include && !turned.has(column) && column.id !== plan.customer?.column),
    ...(plan.customer ? [customerColumn(plan.customer)] : []),
  ];
  return plan.unpivot && turned.size > 0 ? [...kept, plan.unpivot.period, plan.unpivot.value] : kept;
}

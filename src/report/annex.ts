import type { PhraseValue } from '../kernel/result';
import type { CaseRow } from '../domain/report/rows';
import type { Translator } from '../i18n/translator';
import type { ReportDocument } from './model';

/** A table for a file; texts are guarded by whoever writes it. */
export interface Annex {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const columns = [
  'number',
  'day',
  'outlet',
  'source',
  'channel',
  'business',
  'cause',
  'liability',
  'link',
  'severity',
  'status',
  'reply',
  'open',
  'overdue',
  'reopened',
] as const satisfies readonly (keyof CaseRow)[];

/** The events that a report counts, one a line, without any text that a person wrote. */
export function eventAnnex(rows: readonly CaseRow[], translator: Translator): Annex {
  const word = (key: string): string => translator.phrase({ code: key, params: {} });
  const cell = (row: CaseRow, column: (typeof columns)[number]): string | number | null => {
    const value = row[column];
    if (value === null) return null;
    if (typeof value === 'boolean') return word(value ? 'report.yes' : 'report.no');
    if (column === 'day') return translator.value({ as: 'date', epochDay: value as number } satisfies PhraseValue);
    switch (column) {
      case 'source':
      case 'channel':
      case 'business':
      case 'status':
        return word(`events.${column}.${value}`);
      case 'liability':
      case 'reply':
        return word(`report.${column}.${value}`);
      default:
        return value;
    }
  };
  return {
    header: columns.map((column) => word(`report.query.field.${column}`)),
    rows: rows.map((row) => columns.map((column) => cell(row, column))),
  };
}

/** Every number of a report with what it counts. */
export function figureAnnex({ origins, words }: ReportDocument): Annex {
  return {
    header: [words.number, words.value, words.origin, words.rows],
    rows: Object.values(origins).map(({ value, words: origin, rows }, index) => [
      index + 1,
      value,
      origin,
      rows.join(' / '),
    ]),
  };
}

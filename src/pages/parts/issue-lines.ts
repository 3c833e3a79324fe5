import type { Translator } from '../../i18n/translate';
import type { Issue } from '../../ingest/types';
import { unpackRows } from '../../kernel/row-list';
import type { CsvCell } from '../../ui/export-csv';

/** More than any file has that is read here; a damaged dataset may claim more. */
const mostLines = 5_000_000;

/**
 * The lines of a list of issues, every row on a line of its own that a sentence cannot name.
 *
 * Shape  severity, row, column, sentence, count
 */
export function issueLines(issues: readonly Issue[], translator: Translator): readonly (readonly CsvCell[])[] {
  const { t } = translator;
  return issues.flatMap((issue): (readonly CsvCell[])[] => {
    const level = t(`data.issue.${issue.severity}`);
    const column = issue.column ?? null;
    const sentence = translator.phrase(issue, 'issue');
    const rows = issue.rows === undefined ? [] : unpackRows(issue.rows, mostLines);
    if (rows.length === 0) return [[level, issue.row ?? null, column, sentence, issue.count ?? 1]];
    const what = issue.code === 'moreInRows' ? t('data.issue.same') : sentence;
    return rows.map((row) => [level, row, column, what, 1]);
  });
}

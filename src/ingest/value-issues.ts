import type { IssueLog } from './issue-log';
import { createMasker } from './mask/create-masker';
import { CellHint, entryText, type RawColumn } from './raw-table';
import { hintOf, type ReadDictionary } from './read-dictionary';
import type { Issue } from './types';
import { toValueIssue } from './values/value-issue';

interface ReadCells {
  readonly raw: RawColumn;
  readonly read: ReadDictionary;
  readonly name: string;
  /** Position in the file, from 1. */
  readonly position: number;
  readonly sourceRows: Uint32Array;
  /** Rows that take part; null = all. */
  readonly kept: Uint32Array | null;
}

/**
 * Reports the cells that could not be read as the column's type, were read with a doubt, or hold what a workbook
 * could not tell (a formula without a stored value, an error value).
 *
 * Cells that need a look are reported one by one; a mere remark on how cells were read, once for the column. Cell
 * texts in issues are masked, because issues are stored with the dataset.
 */
export function noteValueIssues(cells: ReadCells, issues: IssueLog): void {
  const { raw, read, name, position, sourceRows, kept } = cells;
  const found = remarkedEntries(raw, read);
  if (found.size === 0) return;
  const mask = createMasker({ column: name, type: 'text' });
  const remarks = new Map<string, Issue>();
  const rows = kept?.length ?? raw.codes.length;
  for (let i = 0; i < rows; i++) {
    const row = kept ? kept[i] : i;
    const code = found.get(raw.codes[row]);
    if (code === undefined) continue;
    const first = remarks.get(code);
    if (first) {
      const count = (first.count ?? 1) + 1;
      remarks.set(code, { ...first, params: { ...first.params, n: count }, count });
      continue;
    }
    const text = mask(entryText(raw, raw.codes[row])).text;
    const issue = toValueIssue(code, { row: sourceRows[row], column: position, name, text, count: 1 });
    if (issue.severity === 'info') remarks.set(code, issue);
    else issues.add(issue);
  }
  issues.addAll([...remarks.values()]);
}

/** The issue code of each dictionary entry that has one. */
function remarkedEntries(raw: RawColumn, read: ReadDictionary): Map<number, string> {
  const found = new Map(read.remarks);
  if (!raw.hints) return found;
  for (let entry = 0; entry < raw.dictionary.length; entry++) {
    const hint = hintOf(raw, entry);
    if (hint === CellHint.formulaWithoutValue) found.set(entry, 'formulaWithoutValue');
    else if (hint === CellHint.error) found.set(entry, 'errorValue');
  }
  return found;
}

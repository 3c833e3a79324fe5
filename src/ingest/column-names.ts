import { unguardCell } from '../kernel/formula-guard';
import { toOneLine } from '../kernel/text';
import { generatedName } from './generated-name';
import type { IssueLog } from './issue-log';
import { maskName } from './mask/mask-name';

/**
 * Column names from header cells: on one line, never empty, all different, and without personal data.
 *
 * An empty cell gets a generated name; the second `A` becomes `A (2)`. Both are reported, except generated names of
 * a file without a header.
 *
 * Shape  `header` null = the file has no header; result length `width`
 */
export function columnNames(header: readonly string[] | null, width: number, issues: IssueLog): readonly string[] {
  const written = Array.from({ length: width }, (_, i) => maskName(toOneLine(unguardCell(header?.[i] ?? ''))));
  const taken = new Set(written.filter((name) => name !== ''));
  const used = new Set<string>();
  return written.map((name, index) => {
    const column = index + 1;
    if (name !== '' && !used.has(name)) {
      used.add(name);
      return name;
    }
    const fresh = firstFree(name === '' ? generatedName(column) : name, name !== '', taken);
    taken.add(fresh);
    used.add(fresh);
    if (name !== '') issues.note('duplicateHeader', 'warning', { header: name, name: fresh, column }, { column });
    else if (header) issues.note('emptyHeader', 'warning', { name: fresh, column }, { column });
    return fresh;
  });
}

function firstFree(base: string, isTaken: boolean, taken: ReadonlySet<string>): string {
  if (!isTaken && !taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base} (${number})`)) number++;
  return `${base} (${number})`;
}

import type { IssueLog } from './issue-log';
import { createMasker } from './mask/create-masker';
import type { RawColumn, RawTable } from './raw-table';

const shownCharacters = 80;
/** What stands behind this many characters is not shown, so that it need not be masked either. */
const maskedCharacters = 4_000;

/**
 * How many columns the table really has.
 *
 * More than the header names, when cells beyond it are filled in more than five rows and a tenth of all; fewer,
 * when the last columns have neither a name nor a cell.
 */
export function fitWidth(raw: RawTable, header: readonly string[] | null, promised: number): number {
  let width = promised;
  const enough = Math.max(5, raw.rows / 10);
  for (let c = promised; c < raw.columns.length; c++) if (countFilled(raw.columns[c]) > enough) width = c + 1;
  if (width > promised) return width;
  const isNamed = (c: number): boolean => (header?.[c] ?? '').trim() !== '';
  while (width > 1 && !isNamed(width - 1) && (width > raw.columns.length || countFilled(raw.columns[width - 1]) === 0))
    width--;
  return width;
}

/** The first `width` columns; missing ones are added empty, cells beyond are reported row by row. */
export function fitColumns(raw: RawTable, width: number, issues: IssueLog): RawTable {
  noteExtraCells(raw, width, issues);
  const columns = Array.from({ length: width }, (_, c) => raw.columns[c] ?? emptyColumn(raw.rows));
  return { ...raw, columns };
}

function countFilled({ codes, dictionary }: RawColumn): number {
  const empty = new Uint8Array(dictionary.length);
  dictionary.forEach((text, code) => {
    if (text.trim() === '') empty[code] = 1;
  });
  let filled = 0;
  for (const code of codes) if (empty[code] === 0) filled++;
  return filled;
}

function emptyColumn(rows: number): RawColumn {
  return { codes: new Uint32Array(rows), dictionary: [''], hints: null };
}

function noteExtraCells(raw: RawTable, width: number, issues: IssueLog): void {
  const extra = raw.columns.slice(width);
  if (extra.length === 0) return;
  const mask = createMasker({ column: '', type: 'text' });
  for (let row = 0; row < raw.rows; row++) {
    const texts = extra.map(({ codes, dictionary }) => dictionary[codes[row]].trim()).filter((text) => text !== '');
    if (texts.length === 0) continue;
    const text = cutMasked(mask(texts.join(' | ').slice(0, maskedCharacters)).text);
    const place = { row: raw.sourceRows[row] };
    issues.note('extraCells', 'warning', { ...place, n: texts.length, text }, place);
  }
}

/** The beginning of a masked text, without half a number that was masked. */
function cutMasked(text: string): string {
  if (text.length <= shownCharacters) return text;
  const cut = text.slice(0, shownCharacters);
  const half = /[^\s|]*$/.exec(cut)?.[0] ?? '';
  const whole = half + (/^[^\s|]*/.exec(text.slice(shownCharacters))?.[0] ?? '');
  return whole.includes('*') && half.length < cut.length ? cut.slice(0, cut.length - half.length) : cut;
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { chiSquareTable } from '../../stats/tests/chi-square-table';
import { wholePercents } from './checks';

/** Parts of a whole in one period, and in another where it is known. */
export interface Mix {
  readonly parts: readonly {
    readonly name: string;
    readonly count: number;
    /** Percent; all parts add up to 100. */
    readonly share: number | null;
    readonly second: number | null;
    readonly secondShare: number | null;
  }[];
  readonly sum: number;
  readonly secondSum: number | null;
  /** Whether the two periods are of one mix; null without a second period, or where a part is empty in both. */
  readonly shift: { readonly chiSquared: number; readonly pValue: number } | null;
}

/**
 * Staffing or channels as pasted: name, count and perhaps the count of another period, apart by tabs or commas.
 *
 * Formula  shares by the largest remainder with one decimal; χ² test of the two columns
 * Fails    kpi-mix-unreadable (with the line), kpi-mix-empty
 */
export function parseMix(text: string): Result<Mix, Failure> {
  const rows: { name: string; counts: readonly number[] }[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const [name, ...cells] = raw.split(/\t|,|，/).map((cell) => cell.trim());
    if (name === '' && cells.every((cell) => cell === '')) continue;
    const counts = cells.filter((cell) => cell !== '').map(Number);
    const isWrong =
      counts.length < 1 || counts.length > 2 || !counts.every((count) => Number.isInteger(count) && count >= 0);
    if (name === '' || isWrong || (rows.length > 0 && counts.length !== rows[0].counts.length)) {
      return fail('kpi-mix-unreadable', { line: index + 1 });
    }
    rows.push({ name, counts });
  }
  if (rows.length === 0) return fail('kpi-mix-empty');
  const first = rows.map(({ counts }) => counts[0]);
  const second = rows[0].counts.length === 2 ? rows.map(({ counts }) => counts[1]) : null;
  const shares = wholePercents(first, 1);
  const secondShares = second && wholePercents(second, 1);
  const test = second && rows.length > 1 ? chiSquareTable([first, second]) : null;
  return ok({
    parts: rows.map(({ name }, i) => ({
      name,
      count: first[i],
      share: shares[i] ?? null,
      second: second?.[i] ?? null,
      secondShare: secondShares?.[i] ?? null,
    })),
    sum: first.reduce((total, count) => total + count, 0),
    secondSum: second?.reduce((total, count) => total + count, 0) ?? null,
    shift: test?.ok ? { chiSquared: test.value.chiSquared, pValue: test.value.pValue } : null,
  });
}

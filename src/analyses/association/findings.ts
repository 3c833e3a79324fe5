import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { alpha, pPhrase } from '../p-value';
import { figure, fixed, percent, say, term } from '../phrases';
import { cellFilters } from './chart';
import type { AssociationOutcome, TableCell } from './outcome';
import { columnTitle, strengthWord } from './words';

const cellsNamed = 5;

/** Whether two columns depend on one another, where that shows, and how it came about. */
export function associationFindings(outcome: AssociationOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

/** Cells that stand out, the most unexpected first. */
function standouts({ cells }: AssociationOutcome): TableCell[] {
  return cells
    .filter(({ against }) => against !== 'within')
    .sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual));
}

function headline(outcome: AssociationOutcome): Findings['headline'] {
  const { test, total, cramerV } = outcome;
  const marked = standouts(outcome);
  return [
    {
      label: say('analyses.association.headline.result'),
      value: term(
        test.pValue < alpha ? 'analyses.association.word.associated' : 'analyses.association.word.independent',
      ),
      note: say('analyses.association.headline.p', { p: pPhrase(test.pValue) }),
    },
    {
      label: say('analyses.association.headline.strength'),
      value: fixed(cramerV, 3),
      note:
        test.pValue < alpha
          ? say('analyses.association.headline.strengthNote', { word: strengthWord(outcome) })
          : say('analyses.association.headline.strengthOpen'),
    },
    {
      label: say('analyses.association.headline.cells'),
      value: figure(marked.length),
      note: say('analyses.association.headline.cellsNote', { n: outcome.cells.length }),
      ...(marked.length > 0 && marked[0].count > 0 ? { drill: cellFilters(outcome, marked[0]) } : {}),
    },
    { label: say('analyses.association.headline.n'), value: figure(total) },
  ];
}

function sentences(outcome: AssociationOutcome): Phrase[] {
  const { test, rows, columns } = outcome;
  const isClear = test.pValue < alpha;
  const said = [
    say(isClear ? 'analyses.association.finding.associated' : 'analyses.association.finding.independent', {
      rowName: outcome.rowName,
      columnName: columnTitle(outcome),
      p: pPhrase(test.pValue),
      v: fixed(outcome.cramerV, 3),
      word: strengthWord(outcome),
    }),
  ];
  const marked = standouts(outcome);
  for (const cell of marked.slice(0, cellsNamed)) {
    said.push(
      say(`analyses.association.finding.${cell.against}`, {
        row: rows[cell.row].label,
        column: columns[cell.column].label,
        count: figure(cell.count),
        expected: fixed(cell.expected, 1),
        share: percent(cell.count / columns[cell.column].total),
      }),
    );
  }
  if (marked.length > cellsNamed)
    said.push(say('analyses.association.finding.more', { n: marked.length - cellsNamed }));
  if (isClear && marked.length === 0) said.push(say('analyses.association.finding.noCell'));
  said.push(say(isClear ? 'analyses.association.finding.cause' : 'analyses.association.finding.notIndependent'));
  return said;
}

function reportCard({ test, total, coverage, rows, columns }: AssociationOutcome): Check[] {
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.association.check.${code}`, params),
  });
  const amount = total >= 100 ? 'good' : total >= 30 ? 'caution' : 'bad';
  const expected =
    test.used === 'fisher'
      ? 'exact'
      : test.minExpected >= 5
        ? 'good'
        : test.shareBelowFive <= 0.2 && test.minExpected >= 1
          ? 'caution'
          : 'bad';
  const checks = [
    check(amount, `amount.${amount}`, { n: total }),
    check(expected === 'exact' ? 'good' : expected, `expected.${expected}`, {
      expected: fixed(test.minExpected, 1),
      share: percent(test.shareBelowFive, 0),
    }),
  ];
  if (coverage.blank > 0) {
    const share = coverage.blank / coverage.rows;
    checks.push(check(share > 0.2 ? 'bad' : 'caution', 'blank', { n: coverage.blank, share: percent(share) }));
  }
  const joined = [...rows, ...columns].reduce((sum, margin) => sum + margin.joined, 0);
  if (joined > 0) checks.push(check('caution', 'joined', { n: joined }));
  if (coverage.undated > 0) checks.push(check('caution', 'undated', { n: coverage.undated }));
  return [...checks, check('caution', 'volume'), check('caution', 'independence')];
}

function howComputed(outcome: AssociationOutcome): Phrase[] {
  const { test, total, rows, columns, cells, cramerV } = outcome;
  const strongest = cells.reduce((best, cell) => (Math.abs(cell.residual) > Math.abs(best.residual) ? cell : best));
  return [
    say('analyses.association.how.expected', {
      row: rows[strongest.row].label,
      column: columns[strongest.column].label,
      rowTotal: figure(rows[strongest.row].total),
      columnTotal: figure(columns[strongest.column].total),
      n: figure(total),
      expected: fixed(strongest.expected, 2),
    }),
    say('analyses.association.how.chiSquare', {
      chi: fixed(test.chiSquared, 3),
      rows: rows.length,
      columns: columns.length,
      df: test.df,
      p: pPhrase(test.pValue),
    }),
    ...(test.used === 'fisher' ? [say('analyses.association.how.fisher')] : []),
    say('analyses.association.how.cramerV', {
      chi: fixed(test.chiSquared, 3),
      n: figure(total),
      k: Math.min(rows.length, columns.length),
      v: fixed(cramerV, 4),
    }),
    say('analyses.association.how.residual', {
      count: figure(strongest.count),
      expected: fixed(strongest.expected, 2),
      residual: fixed(strongest.residual, 2),
      cells: cells.length,
    }),
  ];
}

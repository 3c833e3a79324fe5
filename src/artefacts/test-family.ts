/** Tests that a project reads together, and what is left of each once their number is taken into account. */

import type { PhraseValue } from '../kernel/result';
import { holm } from '../stats/correction/holm';
import { rowsOf, textOf } from './columns';
import type { ProjectView, Row } from './contract';
import { artefactsOf, findAnalysis, findRow } from './project';

/** What the analysis behind a row found. */
export interface FamilyTest {
  readonly pValue: number;
  /** Corrected by Holm for all tests of the family. */
  readonly adjustedP: number;
}

/** The analysis by which a row is judged: the one it names, else that of the test card it names; empty = none. */
export function evidenceOf({ cells }: Row, project: ProjectView): string {
  const own = textOf(cells, 'evidence');
  const card = own === '' ? findRow(project, textOf(cells, 'test')) : undefined;
  return card ? textOf(card.row.cells, 'evidence') : own;
}

/**
 * Every analysis with a p-value that a test card or a cause of the project rests on, each once, however often it is
 * named.
 */
export function familyOf(project: ProjectView): ReadonlyMap<string, FamilyTest> {
  const rows = [
    ...artefactsOf(project, 'testCards').flatMap(({ content }) => rowsOf(content, 'tests')),
    ...artefactsOf(project, 'fishbone').flatMap(({ content }) => rowsOf(content, 'causes')),
  ];
  const ids = [...new Set(rows.map((row) => evidenceOf(row, project)))];
  const tests = ids.flatMap((id) => {
    const pValue = findAnalysis(project, id)?.result?.cited.pValue ?? null;
    return pValue === null ? [] : [{ id, pValue }];
  });
  const adjusted = holm(tests.map(({ pValue }) => pValue));
  return new Map(tests.map(({ id, pValue }, index) => [id, { pValue, adjustedP: adjusted[index] ?? pValue }]));
}

/** The test behind a row; undefined where its analysis has no p-value, or has not been computed. */
export function testOf(row: Row, project: ProjectView): FamilyTest | undefined {
  return familyOf(project).get(evidenceOf(row, project));
}

/** A p-value in a cell or a sentence: four decimals, and never 0 where it is only too small for them. */
export function probability(p: number): PhraseValue {
  return p < 0.000_05 ? { as: 'term', key: 'artefacts.word.tinyP' } : { as: 'decimal', value: p, digits: 4 };
}

/** The level of significance of a test card; the usual one while it names none. */
export const usualAlpha = 0.05;

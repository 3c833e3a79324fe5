/** The answers of respondents to the questions of a questionnaire, one number column per question. */

import { getBit } from '../kernel/bitmap';
import { ok, type Failure, type Result } from '../kernel/result';
import type { Maybe } from '../stats/descriptive/measured';
import type { NumericColumn, Table } from '../table/column';
import { forEachRow } from '../table/group';
import { isCoded } from './column-name';
import { openMeasure, type Measure } from './measure';
import type { Scope } from './scope';

/** Scales that questionnaires use: 1–5, 1–7 and 0–10. */
export type AnswerScale = 'nps' | 'five' | 'seven';

/** Answers as answers[respondent][question]. */
export type Answers = readonly (readonly Maybe[])[];

/** Signs that a sheet was not filled in with care. */
export interface AnswerQuality {
  /** Respondents with at least one answer. */
  readonly respondents: number;
  readonly complete: number;
  /** Rows without any answer. */
  readonly blank: number;
  /** More than a fifth of the questions left out. */
  readonly sparse: number;
  /** The same answer to every question; 0 where there are too few questions to tell. */
  readonly straight: number;
}

const mostLeftOut = 0.2;
const fewestToTell = 5;

/**
 * The number columns with these ids, each once, in the order given.
 *
 * Fails  column-unknown, measure-not-numbers
 */
export function openQuestions(table: Table, ids: readonly string[]): Result<readonly Measure[], Failure> {
  const opened: Measure[] = [];
  for (const id of new Set(ids)) {
    const one = openMeasure(table, id);
    if (!one.ok) return one;
    opened.push(one.value);
  }
  return ok(opened);
}

/** The answers of every selected row, in the unit shown; null = not answered. */
export function readAnswers(table: Table, questions: readonly Measure[], scope: Scope): Answers {
  const answers: Maybe[][] = [];
  forEachRow(scope.rows, table.rows, (row) => {
    answers.push(questions.map(({ column, size }) => (getBit(column.missing, row) ? null : column.values[row] / size)));
  });
  return answers;
}

/** How carefully the sheets were filled in. */
export function judgeAnswers(answers: Answers): AnswerQuality {
  const questions = answers[0]?.length ?? 0;
  const quality = { respondents: 0, complete: 0, blank: 0, sparse: 0, straight: 0 };
  for (const sheet of answers) {
    const given = sheet.filter((answer) => answer !== null);
    if (given.length === 0) {
      quality.blank++;
      continue;
    }
    quality.respondents++;
    if (given.length === questions) quality.complete++;
    if (given.length < (1 - mostLeftOut) * questions) quality.sparse++;
    if (given.length >= fewestToTell && given.every((answer) => answer === given[0])) quality.straight++;
  }
  return quality;
}

/** The smallest scale that holds every value; null where the values are no answers. */
export function scaleOf({ values, missing }: NumericColumn): AnswerScale | null {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    if (getBit(missing, row)) continue;
    if (!Number.isInteger(values[row])) return null;
    low = Math.min(low, values[row]);
    high = Math.max(high, values[row]);
  }
  if (!(low < high) || low < 0 || high > 10) return null;
  if (low === 0 || high > 7) return high > 5 ? 'nps' : null;
  return high > 5 ? 'seven' : 'five';
}

/** The columns of a file that hold answers, each with its scale. */
export function answerColumns(
  table: Table,
): readonly { readonly column: NumericColumn; readonly scale: AnswerScale }[] {
  return table.columns.flatMap((column) => {
    if (column.layout !== 'numeric' || column.type !== 'number' || isCoded(column.id)) return [];
    const scale = scaleOf(column);
    return scale === null ? [] : [{ column, scale }];
  });
}

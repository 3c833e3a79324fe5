import type { PhraseValue } from '../../kernel/result';
import { choice, isOn, number, numberOf, plain, reference, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Content, Finding, ProjectView, Row } from '../contract';
import { doubtful } from '../finding';
import { familyOf, probability, testOf, usualAlpha } from '../test-family';

/** The p-value that an answer is read by: corrected where the document says so, else that of the test alone. */
function readP(row: Row, content: Content, project: ProjectView): number | null {
  const test = testOf(row, project);
  return test ? (isOn(content.fields, 'holm') ? test.adjustedP : test.pValue) : null;
}

const pOf =
  (which: 'pValue' | 'adjustedP') =>
  (row: Row, _: Content, project: ProjectView): PhraseValue | null => {
    const test = testOf(row, project);
    return test ? probability(test[which]) : null;
  };

/** Hypothesis tests: the question in words, the analysis that answers it, and what follows. */
export const testCards: ArtefactKind = {
  id: 'testCards',
  phase: 'analyze',
  fields: [plain('switch', 'holm')],
  lists: [
    {
      key: 'tests',
      columns: [
        text('question', { required: true }),
        text('responseY'),
        reference('cause', 'fishbone.causes'),
        text('nullHypothesis'),
        number('alpha', { min: 0.001, max: 0.5, step: 0.01 }),
        choice('sides', 'sides', ['two', 'one']),
        plain('analysis', 'evidence'),
        text('assumptions'),
        text('effectSize'),
        choice('answer', 'answer', ['yes', 'no', 'unclear']),
        text('conclusion', { lines: 2 }),
      ],
      computed: [
        { key: 'pValue', value: pOf('pValue') },
        { key: 'pValueHolm', value: pOf('adjustedP') },
      ],
    },
  ],

  check(content, project) {
    const tests = rowsOf(content, 'tests');
    const found = tests.flatMap((row): Finding[] => {
      const at = { list: 'tests', row: row.id };
      const answer = textOf(row.cells, 'answer');
      if (answer === '') return [];
      if (textOf(row.cells, 'evidence') === '')
        return [doubtful('answerWithoutAnalysis', { ...at, column: 'evidence' })];
      const p = readP(row, content, project);
      const alpha = numberOf(row.cells, 'alpha') ?? usualAlpha;
      if (p === null || answer === 'unclear' || (answer === 'yes') === p < alpha) return [];
      const params = { p: probability(p), alpha: { as: 'decimal', value: alpha } as const };
      return [
        doubtful(answer === 'yes' ? 'answerYesAboveAlpha' : 'answerNoBelowAlpha', { ...at, column: 'answer' }, params),
      ];
    });
    return tests.length > 1 && !isOn(content.fields, 'holm')
      ? [...found, doubtful('manyTests', { field: 'holm' }, { n: tests.length })]
      : found;
  },

  outputs(content, project) {
    const tests = rowsOf(content, 'tests');
    const holds = (row: Row): boolean => {
      const test = testOf(row, project);
      return test !== undefined && test.adjustedP < (numberOf(row.cells, 'alpha') ?? usualAlpha);
    };
    return [
      { key: 'testFamily', value: familyOf(project).size },
      { key: 'testsHolding', value: tests.filter(holds).length },
    ];
  },
};

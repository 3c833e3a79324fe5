import { choice, isOn, number, plain, reference, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Finding } from '../contract';
import { doubtful } from '../finding';

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
    },
  ],

  check(content) {
    const tests = rowsOf(content, 'tests');
    const found = tests
      .filter(({ cells }) => textOf(cells, 'answer') !== '' && textOf(cells, 'evidence') === '')
      .map(({ id }): Finding => doubtful('answerWithoutAnalysis', { list: 'tests', row: id, column: 'evidence' }));
    return tests.length > 1 && !isOn(content.fields, 'holm')
      ? [...found, doubtful('manyTests', { field: 'holm' }, { n: tests.length })]
      : found;
  },
};

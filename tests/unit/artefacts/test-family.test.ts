import { describe, expect, it } from 'vitest';
import { checkArtefact } from '../../../src/artefacts/check';
import type { AnalysisView, ArtefactView, CellValue, ProjectView } from '../../../src/artefacts/contract';
import { testCards } from '../../../src/artefacts/kinds/test-cards';
import { familyOf } from '../../../src/artefacts/test-family';
import { nothingCited } from '../../../src/domain/improvement/citation';
import { analysisOf, artefactOf, contentOf, projectOf } from './build-project';

function tested(id: string, pValue: number | null): AnalysisView {
  return analysisOf(id, {
    result: {
      signals: 0,
      worst: 'good',
      points: 2,
      lastStageSignals: 0,
      lastStagePoints: 2,
      cited: { ...nothingCited, pValue },
    },
  });
}

// Holm by hand: sorted 0.01, 0.02, 0.03, 0.04 times 4, 3, 2, 1, each at least the one before: 0.04, 0.06, 0.06, 0.06.
const analyses = [tested('a', 0.01), tested('b', 0.04), tested('c', 0.03), tested('d', 0.02), tested('chart', null)];

function cardsOf(rows: readonly Record<string, CellValue>[], holm = false): ArtefactView {
  return artefactOf('testCards', contentOf({ holm }, { tests: rows.map((row) => ({ question: 'q', ...row })) }));
}

const cards = cardsOf([{ evidence: 'a' }, { evidence: 'b' }, { evidence: 'c' }, { evidence: 'chart' }]);
const causes = artefactOf(
  'fishbone',
  contentOf(
    { effect: 'e' },
    {
      causes: [
        { cause: 'x', bone: 'people', evidence: 'd', verified: true },
        // Named a second time: one test all the same.
        { cause: 'y', bone: 'people', test: 'tests1', verified: true },
        { cause: 'z', bone: 'people', evidence: 'chart', verified: true },
      ],
    },
  ),
);
const codesOf = (artefact: ArtefactView, project: ProjectView): readonly string[] =>
  checkArtefact(artefact, project).map(({ code }) => code);

describe('tests that a project reads together', () => {
  const project = projectOf([cards, causes], { analyses });

  it('are every analysis with a p-value behind a card or a cause, each once, corrected by Holm', () => {
    const family = familyOf(project);
    expect([...family.keys()]).toEqual(['a', 'b', 'c', 'd']);
    for (const [id, adjusted] of Object.entries({ a: 0.04, b: 0.06, c: 0.06, d: 0.06 }))
      expect(family.get(id)?.adjustedP).toBeCloseTo(adjusted, 12);
  });

  it('stand beside each card, alone and corrected; a chart has none', () => {
    const [p, adjusted] = testCards.lists[0].computed ?? [];
    const cells = cards.content.lists.tests.map((row) =>
      [p, adjusted].map(({ value }) => value(row, cards.content, project)),
    );
    expect(cells[0]).toEqual([
      { as: 'decimal', value: 0.01, digits: 4 },
      { as: 'decimal', value: 0.04, digits: 4 },
    ]);
    expect(cells[3]).toEqual([null, null]);
  });

  it('leave in doubt a cause that only holds while nobody counts the tests', () => {
    const found = checkArtefact(causes, project).filter(({ code }) => code === 'verifiedAboveAlpha');
    expect(found.map(({ at }) => at)).toEqual([{ list: 'causes', row: 'causes1', column: 'verified' }]);
  });

  it('count in the figures of the document', () => {
    expect(testCards.outputs?.(cards.content, project)).toEqual([
      { key: 'testFamily', value: 4 },
      { key: 'testsHolding', value: 1 },
    ]);
  });
});

describe('an answer that its test does not bear', () => {
  const rows: readonly Record<string, CellValue>[] = [
    { evidence: 'd', answer: 'yes' },
    { evidence: 'c', answer: 'no', alpha: 0.05 },
    { evidence: 'b', answer: 'unclear' },
  ];

  it('is named by p alone, and by the corrected p once the document says so', () => {
    // Alone 0.02, 0.03, 0.04; corrected 0.06 each.
    const alone = cardsOf(rows);
    expect(codesOf(alone, projectOf([alone], { analyses }))).toEqual(
      expect.arrayContaining(['answerNoBelowAlpha', 'manyTests']),
    );
    expect(codesOf(alone, projectOf([alone], { analyses }))).not.toContain('answerYesAboveAlpha');
    const corrected = cardsOf(rows, true);
    const codes = codesOf(corrected, projectOf([corrected], { analyses }));
    expect(codes).toContain('answerYesAboveAlpha');
    expect(codes).not.toContain('answerNoBelowAlpha');
    expect(codes).not.toContain('manyTests');
  });

  it('is not judged before the analysis was computed', () => {
    const open = cardsOf([{ evidence: 'e', answer: 'yes' }]);
    expect(codesOf(open, projectOf([open], { analyses: [analysisOf('e')] }))).toEqual([]);
  });
});

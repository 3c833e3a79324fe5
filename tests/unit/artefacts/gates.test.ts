import { describe, expect, it } from 'vitest';
import { nothingCited } from '../../../src/domain/improvement/citation';
import { phases, type ArtefactView, type ProjectView } from '../../../src/artefacts/contract';
import {
  currentPhase,
  hasPassed,
  judgeGate,
  projectHealth,
  refuseDecision,
  type GateReview,
} from '../../../src/artefacts/gates';
import { insertRow, readContent } from '../../../src/artefacts/content';
import { readReviews, reviewCells, reviewList } from '../../../src/artefacts/reviews';
import { createTranslator } from '../../../src/i18n/translator';
import { analysisOf, artefactOf, contentOf, projectOf, today } from './build-project';

const stateOf = (project: ProjectView, id: string): string | undefined =>
  phases.flatMap((phase) => judgeGate(phase, project)).find((criterion) => criterion.id === id)?.state;

const result = {
  signals: 0,
  worst: 'good',
  points: 24,
  lastStageSignals: 0,
  lastStagePoints: 12,
  cited: nothingCited,
} as const;

describe('the criteria', () => {
  it('are all missing in an empty project, but for the reminder of quick wins, and have words', () => {
    const criteria = phases.flatMap((phase) => judgeGate(phase, projectOf([])));
    expect(criteria).toHaveLength(23);
    expect(criteria.filter(({ state }) => state !== 'missing').map(({ id }) => id)).toEqual(['quickWinsLogged']);
    const { phrase } = createTranslator('en');
    for (const { id } of criteria)
      expect(phrase({ code: `artefacts.criterion.${id}`, params: {} })).not.toContain('artefacts.');
  });

  it('say where to go, also while there is no artefact yet', () => {
    expect(judgeGate('define', projectOf([]))[0].place).toEqual({ kind: 'charter', artefact: null, at: {} });
    const charter = artefactOf('charter', contentOf({ baseline: 3 }));
    expect(judgeGate('define', projectOf([charter]))[1].place).toEqual({
      kind: 'charter',
      artefact: 'charter',
      at: { field: 'baseline' },
    });
  });

  it('take the best of several artefacts of a kind', () => {
    const charters = [
      artefactOf('charter', contentOf(), 'draft', 'a'),
      artefactOf('charter', contentOf(), 'approved', 'b'),
    ];
    expect(stateOf(projectOf(charters), 'charterApproved')).toBe('met');
  });

  it('a baseline of fewer than 30 values is a caution', () => {
    const at = (baselineN: number): string | undefined =>
      stateOf(
        projectOf([artefactOf('charter', contentOf({ baseline: 5, baselineN, metricChart: 'a' }))]),
        'baselineSourced',
      );
    expect([at(30), at(29)]).toEqual(['met', 'warning']);
  });

  it('a baseline is stable by its chart, or by special causes that were found', () => {
    const baseline = (more = {}): ArtefactView =>
      artefactOf('baseline', contentOf({ stabilityAnalysis: 'a', ...more }));
    const state = (artefact: ArtefactView, signals: number | null): string | undefined =>
      stateOf(
        projectOf([artefact], {
          analyses: [analysisOf('a', signals === null ? {} : { result: { ...result, signals } })],
        }),
        'baselineStable',
      );
    expect(state(baseline(), 0)).toBe('met');
    expect(state(baseline(), 1)).toBe('missing');
    expect(state(baseline({ specialCauses: 'cut-over' }), 1)).toBe('met');
    expect(state(baseline(), null)).toBe('warning');
    expect(stateOf(projectOf([baseline()]), 'baselineStable')).toBe('missing');
  });

  it('a root cause needs data and logic; votes are neither', () => {
    const causes = (more = {}): ArtefactView =>
      artefactOf(
        'fishbone',
        contentOf(
          { effect: 'e' },
          { causes: [{ id: 'c', cause: 'x', bone: 'people', retained: true, votes: 9, ...more }] },
        ),
      );
    const proven = (...artefacts: ArtefactView[]): string | undefined => stateOf(projectOf(artefacts), 'causesProven');
    expect(proven(causes())).toBe('missing');
    expect(proven(causes({ evidence: 'a' }))).toBe('missing');
    expect(proven(causes({ mechanism: 'm' }))).toBe('missing');
    expect(proven(causes({ evidence: 'a', mechanism: 'm' }))).toBe('met');
    expect(proven(causes({ evidence: 'a' }), artefactOf('fiveWhys', contentOf({ cause: 'c' })))).toBe('met');
    const [first] = judgeGate('analyze', projectOf([causes()]));
    expect(first.place).toEqual({
      kind: 'fishbone',
      artefact: 'fishbone',
      at: { list: 'causes', row: 'c', column: 'evidence' },
    });
  });

  it('risks of high priority must be scored again', () => {
    const failure = { failureMode: 'm', failureEffect: 'e', severity: 9, occurrence: 8, detection: 8 };
    const fmea = (more = {}): ArtefactView =>
      artefactOf('fmea', contentOf({}, { failures: [{ ...failure, ...more }] }));
    expect(stateOf(projectOf([fmea()]), 'risksRescored')).toBe('missing');
    const after = { severityAfter: 9, occurrenceAfter: 2, detectionAfter: 3 };
    expect(stateOf(projectOf([fmea(after)]), 'risksRescored')).toBe('met');
  });

  it('a chart is stable with eight points without a signal in its last stage', () => {
    const plan = artefactOf('controlPlan', contentOf({ chart: 'a' }));
    const state = (more = {}): string | undefined =>
      stateOf(
        projectOf([plan], { analyses: [analysisOf('a', { result: { ...result, signals: 3, ...more } })] }),
        'chartStable',
      );
    expect(state()).toBe('met');
    expect(state({ lastStagePoints: 7 })).toBe('warning');
    expect(state({ lastStageSignals: 1 })).toBe('missing');
  });

  it('finance signs only where a hard benefit is claimed', () => {
    const handover = (more = {}): ArtefactView => artefactOf('handover', contentOf({ ownerAccepted: true, ...more }));
    const hard = artefactOf(
      'benefits',
      contentOf({}, { entries: [{ item: 'i', benefitType: 'hard', amountPerYear: 1 }] }),
    );
    expect(stateOf(projectOf([handover()]), 'handoverSigned')).toBe('met');
    expect(stateOf(projectOf([handover(), hard]), 'handoverSigned')).toBe('missing');
    expect(stateOf(projectOf([handover({ financeSigned: true }), hard]), 'handoverSigned')).toBe('met');
  });
});

describe('reviews', () => {
  const review = (phase: GateReview['phase'], decision: GateReview['decision']): GateReview => ({
    id: '1',
    phase,
    decision,
    by: 'n',
    on: today,
    comment: '',
    reason: '',
    missing: [],
  });

  it('the latest decides', () => {
    expect(currentPhase([])).toBe('define');
    expect(currentPhase([review('define', 'passed')])).toBe('measure');
    expect(hasPassed([review('define', 'passed'), review('define', 'returned')], 'define')).toBe(false);
    expect(currentPhase(phases.map((phase) => review(phase, 'exceptions')))).toBeNull();
  });

  it('need a name; passing needs everything met, exceptions a reason, returning a comment', () => {
    const open = judgeGate('define', projectOf([]));
    const draft = { decision: 'passed', by: 'n', reason: '', comment: '' } as const;
    expect(refuseDecision(open, { ...draft, by: ' ' })).toBe('gate-name-missing');
    expect(refuseDecision(open, draft)).toBe('gate-not-met');
    expect(refuseDecision([], draft)).toBeNull();
    expect(refuseDecision(open, { ...draft, decision: 'exceptions' })).toBe('gate-reason-missing');
    expect(refuseDecision(open, { ...draft, decision: 'exceptions', reason: 'r' })).toBeNull();
    expect(refuseDecision(open, { ...draft, decision: 'returned' })).toBe('gate-comment-missing');
  });

  it('are rows on the project, written and read back', () => {
    const { id, ...rest } = { ...review('measure', 'exceptions'), reason: 'r', missing: ['ctqDefined'] };
    const changes = insertRow(reviewList, { id, cells: reviewCells(rest) }, new Map());
    const registers = Object.fromEntries(changes.map(({ field, value }) => [field, { value }]));
    expect(readReviews(readContent(registers))).toEqual([{ id, ...rest }]);
  });
});

describe('health', () => {
  const charter = (defineEnd: number): ArtefactView => artefactOf('charter', contentOf({ defineEnd }));
  it('is bad when late, a caution in the last week with something missing, else good', () => {
    expect(projectHealth(projectOf([charter(today - 1)]), 'define')).toBe('bad');
    expect(projectHealth(projectOf([charter(today + 7)]), 'define')).toBe('caution');
    expect(projectHealth(projectOf([charter(today + 8)]), 'define')).toBe('good');
    expect(projectHealth(projectOf([charter(today - 1)]), null)).toBe('good');
  });
});

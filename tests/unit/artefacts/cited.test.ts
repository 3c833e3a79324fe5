import { describe, expect, it } from 'vitest';
import { baselineCells, movedBaseline, offerBaselines } from '../../../src/artefacts/baseline-source';
import { checkArtefact } from '../../../src/artefacts/check';
import type { AnalysisView } from '../../../src/artefacts/contract';
import { judgeGate } from '../../../src/artefacts/gates';
import { coderAgreement } from '../../../src/artefacts/kinds/coder-agreement';
import { taskCells, watchedSignals } from '../../../src/artefacts/signal-tasks';
import { nothingCited, type Citation } from '../../../src/domain/improvement/citation';
import { analysisOf, artefactOf, contentOf, projectOf, today } from './build-project';

function computed(id: string, cited: Partial<Citation>, more: Partial<AnalysisView> = {}): AnalysisView {
  return analysisOf(id, {
    ...more,
    result: {
      signals: 0,
      worst: 'good',
      points: 24,
      lastStageSignals: 0,
      lastStagePoints: 12,
      cited: { ...nothingCited, ...cited },
    },
  });
}

const rate = computed('rate', {
  levels: [
    { of: '', name: null, quantity: 'rate', value: 0.002_351, n: 1_200_000, from: 19_700, to: 20_000 },
    { of: '2025-01', name: '新菜单', quantity: 'rate', value: 0.001_72, n: 900_000, from: 20_001, to: 20_200 },
  ],
});

describe('a baseline taken from an analysis', () => {
  const project = projectOf([], { analyses: [rate] });

  it('is offered in the unit of the charter, or in its own while none was chosen', () => {
    expect(offerBaselines(contentOf({ unit: 'per10k' }), project).map(({ value }) => value)).toEqual([23.51, 17.2]);
    expect(offerBaselines(contentOf(), project).map(({ unit }) => unit)).toEqual(['per10k', 'per10k']);
    expect(offerBaselines(contentOf({ unit: 'percent' }), project)).toEqual([]);
  });

  it('fills value, sample, period and source at once, and leaves a chart that was chosen', () => {
    const [first, second] = offerBaselines(contentOf(), project);
    expect(baselineCells(contentOf(), first)).toEqual({
      unit: 'per10k',
      baseline: 23.51,
      baselineN: 1_200_000,
      baselineFrom: 19_700,
      baselineTo: 20_000,
      baselineAnalysis: 'rate',
      baselineOf: null,
      metricChart: 'rate',
    });
    expect(baselineCells(contentOf({ metricChart: 'other' }), second)).toMatchObject({ baselineOf: '2025-01' });
    expect(baselineCells(contentOf({ metricChart: 'other' }), second)).not.toHaveProperty('metricChart');
  });

  it('is compared with what the analysis says today', () => {
    const fields = { unit: 'per10k', baseline: 23.51, baselineAnalysis: 'rate' };
    expect(movedBaseline(contentOf(fields), project)).toBeNull();
    expect(movedBaseline(contentOf({ ...fields, baseline: 22 }), project)).toBe(23.51);
    const charter = artefactOf('charter', contentOf({ ...fields, baseline: 22 }));
    const findings = checkArtefact(charter, projectOf([charter], { analyses: [rate] }));
    expect(findings.map(({ code }) => code)).toContain('baselineMoved');
    expect(findings.find(({ code }) => code === 'baselineMoved')?.params).toEqual({ value: 23.51 });
  });
});

describe('the goal of a charter', () => {
  const codesOf = (fields: Parameters<typeof contentOf>[0]): readonly string[] => {
    const charter = artefactOf('charter', contentOf(fields));
    return checkArtefact(charter, projectOf([charter])).map(({ code }) => code);
  };

  it('names the target of the field, and a day until when', () => {
    expect(codesOf({ goal: '从 23.5 降到 17.2', target: 17.2, controlEnd: 20_100 })).not.toContain('goalOtherTarget');
    expect(codesOf({ goal: '降到 12,000 元', target: 12_000 })).not.toContain('goalOtherTarget');
    const codes = codesOf({ goal: '从 23.5 降到 17.2', target: 15 });
    expect(codes).toContain('goalOtherTarget');
    expect(codes).toContain('goalWithoutDate');
    expect(codesOf({ goal: '2025 年底前降到 15' })).not.toContain('goalWithoutDate');
  });
});

describe('agreement of coders', () => {
  const gate = (kappa: number | null, fields: Parameters<typeof contentOf>[0], aspectKappa: number | null = null) => {
    const study = computed('study', {
      agreement: { kappa, low: 0.5, high: 0.9, cases: 50, raters: 2, aspectKappa },
    });
    const artefact = artefactOf('coderAgreement', contentOf({ agreementAnalysis: 'study', ...fields }));
    const project = projectOf([artefact], { analyses: [study] });
    return {
      state: judgeGate('measure', project).find(({ id }) => id === 'agreementPassed')?.state,
      codes: checkArtefact(artefact, project).map(({ code }) => code),
      means: coderAgreement.outputs?.(artefact.content, project).find(({ key }) => key === 'agreementMeans')?.value,
    };
  };

  it('passes by its kappa, without anybody writing a figure down', () => {
    expect(gate(0.7, {}).state).toBe('met');
    expect(gate(0.6993, {}).state).toBe('missing');
    expect(gate(0.9, { agreementVerdict: 'failed' }).state).toBe('missing');
  });

  it('does not pass by a word that the figure contradicts', () => {
    const judged = gate(0.55, { agreementVerdict: 'passed' });
    expect(judged.state).toBe('missing');
    expect(judged.codes).toContain('verdictAgainstKappa');
    expect(gate(null, { agreementVerdict: 'passed' }).state).toBe('missing');
  });

  it('is a caution once its limitation was said', () => {
    expect(gate(0.55, { agreementVerdict: 'limited', limitation: '只用 17 方面' }).state).toBe('warning');
  });

  it('says when one level up can be counted', () => {
    const word = (level: string) => ({ as: 'term', key: `artefacts.choice.agreementLevel.${level}` });
    expect(gate(0.65, {}, 0.75).means).toEqual(word('aspectOnly'));
    expect(gate(0.65, {}, 0.74).means).toEqual(word('poor'));
    expect(gate(0.75, {}, null).means).toEqual(word('usable'));
  });
});

describe('the verdict of a pilot', () => {
  it('is doubted where the analysis says otherwise', () => {
    const state = (verdict: string, cited: Citation['verdict']) => {
      const pilot = artefactOf('pilot', contentOf({ effectAnalysis: 'e', verdict }));
      const project = projectOf([pilot], { analyses: [computed('e', { verdict: cited }, { slice: 'beforeAfter' })] });
      return [
        judgeGate('improve', project).find(({ id }) => id === 'pilotEffective')?.state,
        checkArtefact(pilot, project).some(({ code }) => code === 'verdictAgainstData'),
      ];
    };
    expect(state('effective', 'effective')).toEqual(['met', false]);
    expect(state('effective', 'unproven')).toEqual(['warning', true]);
    expect(state('effective', null)).toEqual(['met', false]);
    expect(state('worse', 'notEffective')).toEqual(['missing', false]);
  });
});

describe('tasks from signals', () => {
  const chart = computed('chart', {
    signals: [
      { point: '2025-03', rules: ['beyond-limits'], good: false },
      { point: '2025-04', rules: ['run-one-side'], good: true },
      { point: '2025.05', rules: ['trend', 'beyond-limits'], good: false },
    ],
  });
  const plan = artefactOf(
    'controlPlan',
    contentOf({}, { lines: [{ id: 'l1', measure: '投诉率', chart: 'chart', owner: '赵经理', cause: 'x1' }] }),
  );
  const ocap = artefactOf(
    'ocap',
    contentOf(
      { chart: 'chart' },
      { branches: [{ id: 'b1', trigger: 'beyondLimits', responseHours: 30, checkQuestion: '系统变更？' }] },
    ),
  );
  const project = projectOf([plan, ocap], { analyses: [chart] });

  it('are offered of every signal that is no improvement', () => {
    const signals = watchedSignals(plan, project);
    expect(signals.map(({ signal, trigger, branch }) => [signal.point, trigger, branch?.id])).toEqual([
      ['2025-03', 'beyondLimits', 'b1'],
      ['2025.05', 'sixTrend', undefined],
    ]);
    expect(watchedSignals(ocap, project).map(({ taskId }) => taskId)).toEqual(signals.map(({ taskId }) => taskId));
    expect(signals.every(({ taskId }) => !taskId.includes('.'))).toBe(true);
  });

  it('are due when the OCAP says, by the owner of the line', () => {
    const [first, second] = watchedSignals(plan, project);
    expect(taskCells(first, '先查', today)).toMatchObject({
      action: '先查',
      owner: '赵经理',
      cause: 'x1',
      due: today + 2,
      actionState: 'open',
    });
    expect(taskCells(second, '先查', today)).toMatchObject({ due: today + 1 });
  });

  it('are made once', () => {
    const [{ taskId }] = watchedSignals(plan, project);
    const actions = artefactOf('actions', contentOf({}, { items: [{ id: taskId, action: '先查' }] }));
    const [first] = watchedSignals(plan, projectOf([plan, ocap, actions], { analyses: [chart] }));
    expect(first.task?.artefact.id).toBe('actions');
  });
});

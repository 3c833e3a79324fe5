import { describe, expect, it } from 'vitest';
import { slices } from '../../../src/analyses/registry';
import { actionPriority, riskPriorityNumber } from '../../../src/artefacts/action-priority';
import { checkArtefact } from '../../../src/artefacts/check';
import { reservedColumns } from '../../../src/artefacts/content';
import { phases, type ArtefactView, type CellValue, type Content } from '../../../src/artefacts/contract';
import { actionLight } from '../../../src/artefacts/kinds/actions';
import { baseline } from '../../../src/artefacts/kinds/baseline';
import { benefits, sumBenefits } from '../../../src/artefacts/kinds/benefits';
import { causeScore, rankInputs } from '../../../src/artefacts/kinds/cause-matrix';
import { charter } from '../../../src/artefacts/kinds/charter';
import { neededSample } from '../../../src/artefacts/kinds/data-plan';
import { rankFailures } from '../../../src/artefacts/kinds/fmea';
import { findRankFlips, rankOptions, swingWeights } from '../../../src/artefacts/kinds/solutions';
import { phaseOfSlice } from '../../../src/artefacts/placement';
import { artefactKinds } from '../../../src/artefacts/registry';
import { createTranslator } from '../../../src/i18n/translator';
import { artefactOf, contentOf, projectOf, today } from './build-project';

const codesOf = (artefact: ArtefactView, others: readonly ArtefactView[] = []): string[] =>
  checkArtefact(artefact, projectOf([artefact, ...others])).map(({ code }) => code);

describe('the registry', () => {
  it('has every artefact of each phase', () => {
    const count = (phase: string): number => artefactKinds.filter((kind) => kind.phase === phase).length;
    expect(phases.map(count)).toEqual([6, 4, 7, 3, 5]);
    expect(new Set(artefactKinds.map(({ id }) => id)).size).toBe(artefactKinds.length);
  });

  it('names no column as the encoding does, and none with a dot', () => {
    const keys = artefactKinds.flatMap(({ fields, lists }) => [
      ...fields.map(({ key }) => key),
      ...lists.flatMap(({ key, columns }) => [key, ...columns.map((column) => column.key)]),
    ]);
    expect(keys.filter((key) => reservedColumns.includes(key) || key.includes('.'))).toEqual([]);
  });

  it('refers only to lists that exist', () => {
    const known = new Set(artefactKinds.flatMap(({ id, lists }) => lists.map((list) => `${id}.${list.key}`)));
    const named = artefactKinds.flatMap(({ fields, lists }) =>
      [...fields, ...lists.flatMap(({ columns }) => columns)].flatMap((column) =>
        column.input === 'row' ? column.of.map(({ kind, list }) => `${kind}.${list}`) : [],
      ),
    );
    expect(named.filter((place) => !known.has(place))).toEqual([]);
  });

  it.each(['zh-CN', 'en'] as const)('has a word for everything in %s', (locale) => {
    const { phrase } = createTranslator(locale);
    const keys = artefactKinds.flatMap(({ id, fields, lists }) => [
      `kind.${id}.name`,
      `kind.${id}.purpose`,
      ...lists.map((list) => `list.${list.key}`),
      ...lists.flatMap((list) => (list.computed ?? []).map(({ key }) => `label.${key}`)),
      ...[...fields, ...lists.flatMap(({ columns }) => columns)].flatMap((column) => [
        `label.${column.key}`,
        ...(column.input === 'choice' ? column.choices.map((choice) => `choice.${column.set}.${choice}`) : []),
      ]),
    ]);
    const silent = keys.filter((key) => phrase({ code: `artefacts.${key}`, params: {} }) === `artefacts.${key}`);
    expect(silent).toEqual([]);
  });

  it('puts every analysis into a phase', () => {
    expect(slices.map(({ id }) => phaseOfSlice(id)).every((phase) => phases.includes(phase))).toBe(true);
    expect(phaseOfSlice('pareto')).toBe('analyze');
    expect(phaseOfSlice('beforeAfter')).toBe('improve');
  });
});

describe('the general checks', () => {
  it('name the cell of a reference whose row was deleted, and keep what it said', () => {
    const fishbone = artefactOf('fishbone', contentOf({ effect: 'e' }, { causes: [] }));
    const actions = artefactOf(
      'actions',
      contentOf({}, { items: [{ action: 'a', cause: 'gone', owner: 'o', due: today, actionState: 'draft' }] }),
    );
    const found = checkArtefact(actions, projectOf([fishbone, actions]));
    expect(found).toContainEqual({
      severity: 'error',
      code: 'rowGone',
      at: { list: 'items', row: 'items1', column: 'cause' },
      params: { cell: { as: 'term', key: 'artefacts.label.cause' } },
    });
    expect(actions.content.lists.items[0].cells.cause).toBe('gone');
  });

  it('do not take a row of another list for the one meant', () => {
    const fishbone = artefactOf('fishbone', contentOf({}, { causes: [{ id: 'c', cause: 'x', bone: 'people' }] }));
    const map = artefactOf('processMap', contentOf({}, { steps: [{ name: 's', stepType: 'step', lane: 'c' }] }));
    expect(codesOf(map, [fishbone])).toContain('rowGone');
  });

  it('find numbers outside their range, unknown choices and codes, and analyses that are gone', () => {
    const fmea = artefactOf(
      'fmea',
      contentOf(
        {},
        {
          failures: [
            { failureMode: 'm', failureEffect: 'e', severity: 11, occurrence: 2.5, detection: 0, link: 'G9.9.9' },
          ],
        },
      ),
    );
    expect(codesOf(fmea)).toEqual(
      expect.arrayContaining(['numberAbove', 'numberNotWhole', 'numberBelow', 'codeUnknown']),
    );
    const raci = artefactOf('raci', contentOf({}, { activities: [{ activity: 'a', supervision: 'Z' }] }));
    expect(codesOf(raci)).toContain('choiceUnknown');
    const pilot = artefactOf('pilot', contentOf({ effectAnalysis: 'gone' }));
    expect(codesOf(pilot)).toContain('analysisGone');
  });

  it('say nothing about a kind of a newer build', () => {
    expect(codesOf(artefactOf('somethingNew', contentOf({ a: 1 })))).toEqual([]);
  });
});

describe('the charter', () => {
  const sound = {
    problem: '2024 年 1–12 月，人工接通率为 82.5%',
    goal: '接通率从 82.5% 提高到 89.2%，2025 年 6 月底前达到',
    metric: '接通率',
    unit: 'percent',
    direction: 'higher',
    baseline: 82.5,
    baselineN: 1000,
    target: 89.2,
    sponsor: 's',
    leader: 'l',
    processOwner: 'p',
  };
  const codes = (more: Readonly<Record<string, CellValue>>): string[] =>
    codesOf(artefactOf('charter', contentOf({ ...sound, ...more })));

  it('finds nothing in a sound one', () => {
    expect(codes({})).toEqual([]);
  });

  it('names a target on the wrong side', () => {
    expect(codes({ target: 80 })).toContain('targetWrongSide');
    expect(codes({ target: 80, direction: 'lower' })).not.toContain('targetWrongSide');
    expect(codes({ target: 82.5 })).toContain('targetWrongSide');
  });

  it('names dates out of order, each with the one it must follow', () => {
    const found = checkArtefact(
      artefactOf('charter', contentOf({ ...sound, startOn: 100, defineEnd: 130, measureEnd: 120, controlEnd: 125 })),
      projectOf([]),
    );
    expect(found.map(({ code, at }) => [code, at.field])).toEqual([['datesOutOfOrder', 'measureEnd']]);
    expect(codes({ baselineFrom: 10, baselineTo: 5 })).toContain('endBeforeStart');
  });

  it('asks for phenomena only, a figure in the goal, and 30 values', () => {
    expect(codes({ problem: '由于人手不足，接通率低' })).toContain('problemNamesCause');
    expect(codes({ problem: 'Answers are late because of staffing' })).toContain('problemNamesCause');
    expect(codes({ problem: '【起止月份】的接通率为【基线】%' })).toContain('placeholderLeft');
    expect(codes({ goal: 'from [baseline] % to 90 %' })).toContain('placeholderLeft');
    expect(codes({ goal: '显著改善' })).toContain('goalWithoutFigure');
    expect(codes({ baselineN: 29 })).toContain('baselineProvisional');
  });

  it('gives the gap in points, relative and in failures', () => {
    const outputs = Object.fromEntries(
      (charter.outputs?.(contentOf(sound), projectOf([])) ?? []).map(({ key, value }) => [key, value]),
    );
    expect(outputs.gapPoints).toBeCloseTo(6.7, 10);
    expect(outputs.gapRelative).toMatchObject({ value: expect.closeTo(0.0812, 4) as number });
    expect(outputs.failureChange).toMatchObject({ value: expect.closeTo(-0.3829, 4) as number });
    expect(outputs.sigmaNow).toMatchObject({ value: expect.closeTo(2.43, 2) as number });
    expect(outputs.sigmaTarget).toMatchObject({ value: expect.closeTo(2.74, 2) as number });
  });
});

describe('FMEA', () => {
  it.each([
    [9, 4, 1, 'M'],
    [9, 2, 6, 'M'],
    [10, 1, 10, 'L'],
    [8, 7, 1, 'M'],
    [4, 8, 5, 'H'],
    [6, 9, 4, 'M'],
    [3, 10, 7, 'M'],
    [1, 10, 10, 'L'],
  ] as const)('rates (%i, %i, %i) as %s', (severity, occurrence, detection, expected) => {
    expect(actionPriority({ severity, occurrence, detection })).toBe(expected);
  });

  it('has 318 high, 214 medium and 468 low cells', () => {
    const counts = { H: 0, M: 0, L: 0 };
    for (let severity = 1; severity <= 10; severity++)
      for (let occurrence = 1; occurrence <= 10; occurrence++)
        for (let detection = 1; detection <= 10; detection++)
          counts[actionPriority({ severity, occurrence, detection }) ?? 'L']++;
    expect(counts).toEqual({ H: 318, M: 214, L: 468 });
  });

  it('rates nothing outside 1 to 10', () => {
    for (const wrong of [0, 11, 2.5, NaN]) {
      expect(actionPriority({ severity: wrong, occurrence: 1, detection: 1 })).toBeNull();
      expect(riskPriorityNumber({ severity: 1, occurrence: wrong, detection: 1 })).toBeNull();
    }
    expect(riskPriorityNumber({ severity: 7, occurrence: 3, detection: 4 })).toBe(84);
  });

  const row = (severity: number, occurrence: number, detection: number, more = {}): Record<string, CellValue> => ({
    failureMode: 'm',
    failureEffect: 'e',
    severity,
    occurrence,
    detection,
    ...more,
  });

  it('sorts by priority, then severity, then RPN', () => {
    const content = contentOf(
      {},
      { failures: [row(3, 2, 2), row(9, 4, 1), row(10, 9, 9), row(4, 8, 5), { failureMode: 'x' }] },
    );
    expect(rankFailures(content).map(({ id }) => id)).toEqual([
      'failures3',
      'failures4',
      'failures2',
      'failures1',
      'failures5',
    ]);
  });

  it('lets severity fall only with a change of design', () => {
    const after = { severityAfter: 5, occurrenceAfter: 2, detectionAfter: 2, action: 'a' };
    expect(codesOf(artefactOf('fmea', contentOf({}, { failures: [row(8, 3, 3, after)] })))).toContain('severityFell');
    expect(
      codesOf(artefactOf('fmea', contentOf({}, { failures: [row(8, 3, 3, { ...after, designChange: true })] }))),
    ).not.toContain('severityFell');
  });
});

describe('the solution matrix', () => {
  const matrix = (weights: readonly number[], scores: readonly (readonly number[])[]): Content =>
    contentOf(
      {},
      {
        criteria: weights.map((weight, index) => ({ id: `k${index}`, criterion: `k${index}`, weight })),
        options: scores.map((row, index) => ({
          id: `o${index}`,
          option: `o${index}`,
          ...Object.fromEntries(row.map((score, at) => [`k${at}`, score])),
        })),
      },
    );

  it('ranks by Σw·s/Σw; 90, 84 and 80 at 30, 30 and 40 give 84.2', () => {
    const [best] = rankOptions(matrix([30, 30, 40], [[90, 84, 80]]));
    expect(best.score).toBeCloseTo(84.2, 12);
  });

  it('finds the weights that turn the choice', () => {
    // 3.8 against 3.6 by hand; with the first weight at 40 instead of 50: 2.6/… against …, the second option leads.
    const close = matrix(
      [50, 50],
      [
        [5, 2],
        [3, 3.9],
      ],
    );
    expect(rankOptions(close).map(({ row }) => row.id)).toEqual(['o0', 'o1']);
    const flips = findRankFlips(close);
    const by = (first: number, second: number) => (scores: readonly number[]) =>
      (first * scores[0] + second * scores[1]) / (first + second);
    const expected = (
      [
        ['k0', -0.2, by(40, 50)],
        ['k0', 0.2, by(60, 50)],
        ['k1', -0.2, by(50, 40)],
        ['k1', 0.2, by(50, 60)],
      ] as const
    ).flatMap(([criterion, change, score]) =>
      score([3, 3.9]) > score([5, 2]) ? [{ criterion, change, winner: 'o1', flips: true }] : [],
    );
    expect(expected).toHaveLength(2);
    expect(flips).toEqual(expected);
    expect(
      findRankFlips(
        matrix(
          [50, 50],
          [
            [5, 5],
            [1, 1],
          ],
        ),
      ),
    ).toEqual([]);
  });

  it('says the winner of every swing, flipped or not', () => {
    const sure = matrix(
      [50, 50],
      [
        [5, 5],
        [1, 1],
      ],
    );
    expect(swingWeights(sure)).toEqual(
      ['k0', 'k1'].flatMap((criterion) =>
        [-0.2, 0.2].map((change) => ({ criterion, change, winner: 'o0', flips: false })),
      ),
    );
    expect(swingWeights(contentOf({}, { criteria: [{ criterion: 'k', weight: 100 }] }))).toEqual([]);
  });

  it('ranks nothing that fails a must-have or lacks a score', () => {
    const content = contentOf(
      {},
      {
        criteria: [{ id: 'k', criterion: 'k', weight: 100 }],
        options: [
          { id: 'a', option: 'a', k: 5, failsMust: true },
          { id: 'b', option: 'b' },
          { id: 'c', option: 'c', k: 2 },
        ],
      },
    );
    expect(rankOptions(content).map(({ row }) => row.id)).toEqual(['c']);
    expect(codesOf(artefactOf('solutions', content))).toContain('scoreMissing');
  });

  it('wants weights of 100 and more than one option', () => {
    const codes = codesOf(artefactOf('solutions', matrix([60, 30], [[1, 2]])));
    expect(codes).toContain('weightsNotFull');
    expect(codes).toContain('oneOptionOnly');
  });
});

describe('figures that follow', () => {
  it('cause matrix: the strongest input first, with the share reached so far', () => {
    const content = contentOf(
      {},
      {
        outcomes: [
          { id: 'y1', outcome: 'Y1', weight: 10 },
          { id: 'y2', outcome: 'Y2', weight: 5 },
        ],
        inputs: [
          { id: 'weak', input: 'a', y1: 1, y2: 1 },
          { id: 'unrated', input: 'b' },
          { id: 'strong', input: 'c', y1: 9, y2: 3 },
        ],
      },
    );
    // 9·10 + 3·5 = 105 and 10 + 5 = 15 of 120.
    expect(rankInputs(content).map(({ row, score, cumulative }) => [row.id, score, cumulative])).toEqual([
      ['strong', 105, 105 / 120],
      ['weak', 15, 1],
    ]);
  });

  it('benefits: the ledger against what the charter promised', () => {
    const ledger = contentOf(
      {},
      {
        entries: [
          { item: 'a', benefitType: 'hard', countPerYear: 1000, savingPerUnit: 90, audited: true },
          { item: 'b', benefitType: 'soft', amountPerYear: 40_000 },
        ],
      },
    );
    const outputs = (promised: number | null) =>
      benefits.outputs?.(
        ledger,
        projectOf([artefactOf('charter', contentOf(promised === null ? {} : { benefitHard: promised }))]),
      );
    expect(outputs(120_000)?.at(-1)).toEqual({
      key: 'hardOfEstimate',
      value: { as: 'percent', value: 0.75, digits: 0 },
    });
    expect(outputs(null)?.map(({ key }) => key)).toEqual(['hardPerYear', 'hardAudited', 'softPerYear']);
  });

  it('baseline: 47 of 1200 × 3 is 13,055.6 DPMO at 3.72 sigma', () => {
    const outputs = Object.fromEntries(
      (
        baseline.outputs?.(contentOf({ defectCount: 47, unitCount: 1200, opportunityCount: 3 }), projectOf([])) ?? []
      ).map((output) => [output.key, output]),
    );
    expect(outputs.dpu.value).toMatchObject({ value: expect.closeTo(0.0391667, 7) as number });
    expect(outputs.dpmo.value).toMatchObject({ value: expect.closeTo(13055.56, 2) as number });
    expect(outputs.dpmo.note?.params).toMatchObject({
      low: { value: expect.closeTo(9592.7, 1) as number },
      high: { value: expect.closeTo(17361.1, 1) as number },
    });
    expect(outputs.sigma.value).toMatchObject({ value: expect.closeTo(3.7246, 4) as number });
  });

  it('baseline without a defect: at least 4.64, never infinite', () => {
    const outputs = baseline.outputs?.(
      contentOf({ defectCount: 0, unitCount: 1200, opportunityCount: 3 }),
      projectOf([]),
    );
    expect(outputs?.find(({ key }) => key === 'sigmaAtLeast')?.value).toMatchObject({
      value: expect.closeTo(4.64, 2) as number,
    });
    expect(codesOf(artefactOf('baseline', contentOf({ defectCount: 9, unitCount: 1, opportunityCount: 3 })))).toContain(
      'countsImpossible',
    );
  });

  it('sample size of a share: 50 % ± 5 points needs 385', () => {
    const row = (cells: Record<string, CellValue>) => ({ id: 'r', cells });
    expect(neededSample(row({ dataType: 'proportion', expected: 50, margin: 5 }))).toBe(385);
    expect(neededSample(row({ dataType: 'continuous', expected: 10, margin: 2 }))).toBe(97);
    expect(neededSample(row({ dataType: 'proportion', expected: 0, margin: 5 }))).toBeNull();
    expect(neededSample(row({ dataType: 'proportion' }))).toBeNull();
  });

  it('cause-and-effect matrix: Σ importance × relation', () => {
    const content = contentOf(
      {},
      {
        outcomes: [
          { id: 'y1', outcome: 'a', weight: 10 },
          { id: 'y2', outcome: 'b', weight: 4 },
        ],
        inputs: [{ id: 'x', input: 'x', y1: 9, y2: 3 }],
      },
    );
    expect(causeScore(content.lists.inputs[0], content)).toBe(102);
  });

  it('benefits: count × saving unless an amount was entered', () => {
    const content = contentOf(
      {},
      {
        entries: [
          { item: 'a', benefitType: 'hard', countPerYear: 1200, savingPerUnit: 25 },
          { item: 'b', benefitType: 'hard', amountPerYear: 5000, audited: true },
          { item: 'c', benefitType: 'soft', amountPerYear: 700 },
        ],
      },
    );
    expect([sumBenefits(content, 'hard'), sumBenefits(content, 'hard', true), sumBenefits(content, 'soft')]).toEqual([
      35_000, 5000, 700,
    ]);
  });
});

describe('the light of an action', () => {
  const light = (cells: Record<string, CellValue>): string => actionLight({ id: 'r', cells }, today);
  const running = { actionState: 'running', startOn: today - 50, due: today + 50 };

  it.each([
    ['green while progress keeps up', { ...running, progress: 50 }, 'green'],
    ['amber when more than 15 points behind', { ...running, progress: 34 }, 'amber'],
    ['amber in the last week below 80 %', { ...running, due: today + 7, progress: 79 }, 'amber'],
    ['amber once extended', { ...running, originalDue: today + 40, progress: 50 }, 'amber'],
    [
      'red in the last fifth when more than 30 behind',
      { ...running, startOn: today - 80, due: today + 20, progress: 49 },
      'red',
    ],
    ['red when overdue', { ...running, due: today - 1, progress: 99 }, 'red'],
    [
      'blue while awaiting verification, also overdue',
      { ...running, due: today - 1, actionState: 'submitted' },
      'blue',
    ],
    ['grey on hold', { ...running, actionState: 'onHold' }, 'grey'],
  ] as const)('is %s', (_name, cells, expected) => {
    expect(light(cells)).toBe(expected);
  });
});

describe('other kinds', () => {
  it.each([
    ['sipoc', {}, { process: [{ name: '1' }, { name: '2' }, { name: '3' }] }, 'stepsOutside'],
    ['sipoc', {}, { outputs: [{ name: 'o' }] }, 'outputWithoutCustomer'],
    ['voice', {}, { ctqs: [{ characteristic: 'speed', unitName: 's' }] }, 'ctqNotMeasurable'],
    ['voice', {}, { ctqs: [{ characteristic: 'speed', unitName: 's', lsl: 3, usl: 2 }] }, 'limitsCrossed'],
    [
      'stakeholders',
      {},
      { people: [{ name: 'a', influence: 5, attitudeNow: -1, attitudeNeeded: 1 }] },
      'gapWithoutAction',
    ],
    ['raci', {}, { activities: [{ activity: 'a', leadingGroup: 'A', supervision: 'AR' }] }, 'accountableNotOne'],
    ['raci', {}, { activities: [{ activity: 'a', leadingGroup: 'A' }] }, 'nobodyResponsible'],
    [
      'dataPlan',
      {},
      { measures: [{ measure: 'm', dataType: 'proportion', definition: 'd', source: 's', sampling: 'all' }] },
      'shareWithoutParts',
    ],
    [
      'dataPlan',
      {},
      { measures: [{ measure: 'm', dataType: 'proportion', expected: 50, margin: 5, sampleSize: 100 }] },
      'sampleTooSmall',
    ],
    [
      'opportunities',
      {},
      { opportunities: Array.from({ length: 11 }, () => ({ opportunity: 'o', counted: true })) },
      'tooManyOpportunities',
    ],
    ['coderAgreement', { items: 19 }, {}, 'studyTooSmall'],
    ['focus', {}, { cuts: [{ cutKind: 'stratification', smallestN: 29 }] }, 'cellTooSmall'],
    ['fishbone', {}, { causes: [{ cause: 'c', bone: 'people', verified: true }] }, 'verifiedWithoutEvidence'],
    ['fishbone', { boneSet: 'sides' }, { causes: [{ cause: 'c', bone: 'people' }] }, 'boneOfOtherSet'],
    [
      'fiveWhys',
      {},
      {
        whys: [
          { why: '1', assumed: true },
          { why: '2', assumed: true },
        ],
      },
      'whysTooFew',
    ],
    ['fiveWhys', {}, { whys: [{ why: '1' }] }, 'whyWithoutEvidence'],
    [
      'causeMatrix',
      {},
      { outcomes: [{ id: 'y', outcome: 'y', weight: 3 }], inputs: [{ input: 'x', y: 4 }] },
      'relationUnusual',
    ],
    ['testCards', {}, { tests: [{ question: 'a' }, { question: 'b' }] }, 'manyTests'],
    ['actions', {}, { items: [{ action: 'a', owner: 'x', verifier: 'x' }] }, 'verifierIsOwner'],
    ['actions', {}, { items: [{ action: 'a', startOn: 9, due: 8 }] }, 'endBeforeStart'],
    ['pilot', { beforeFrom: 5, beforeTo: 9, afterFrom: 8 }, {}, 'datesOutOfOrder'],
    ['pilot', { registeredOn: 9, afterFrom: 8 }, {}, 'registeredTooLate'],
    ['controlPlan', {}, { lines: [{ measure: 'm' }] }, 'lineWithoutReaction'],
    ['ocap', {}, { branches: [{ trigger: 'beyondLimits' }] }, 'ruleWithoutBranch'],
    ['handover', {}, {}, 'checkpointsMissing'],
    ['benefits', {}, { entries: [{ item: 'a', benefitType: 'hard', audited: true }] }, 'auditedByNobody'],
    ['lessons', {}, { lessons: [{ lesson: 'l', published: true }] }, 'lessonUncoded'],
  ] as const)('%s finds what is wrong (%#)', (kind, fields, lists, expected) => {
    expect(codesOf(artefactOf(kind, contentOf(fields, lists)))).toContain(expected);
  });

  it('the control plan names verified causes that nobody watches', () => {
    const fishbone = artefactOf(
      'fishbone',
      contentOf({}, { causes: [{ id: 'c', cause: 'x', bone: 'people', verified: true }] }),
    );
    expect(codesOf(artefactOf('controlPlan', contentOf()), [fishbone])).toContain('causeUnwatched');
    const plan = artefactOf('controlPlan', contentOf({}, { lines: [{ measure: 'm', cause: 'c' }] }));
    expect(codesOf(plan, [fishbone])).not.toContain('causeUnwatched');
  });
});

import { describe, expect, it } from 'vitest';
import { rowsToCarry } from '../../../src/artefacts/carry-over';
import { listOf } from '../../../src/artefacts/registry';
import { artefactKinds } from '../../../src/artefacts/registry';
import { artefactOf, contentOf, projectOf } from './build-project';

const nothing = contentOf();

const project = projectOf([
  artefactOf(
    'sipoc',
    contentOf({}, { process: [{ name: '受理' }, { name: '核实' }], outputs: [{ name: '答复', spec: '三日内' }] }),
  ),
  artefactOf(
    'voice',
    contentOf({}, { ctqs: [{ id: 'c1', characteristic: '接通', unitName: '秒', importance: 4, opportunity: '接听' }] }),
  ),
  artefactOf(
    'processMap',
    contentOf(
      {},
      {
        steps: [
          { id: 's1', name: '核实', failurePoint: '漏填', link: 'G2.2.1' },
          { id: 's2', name: '办结' },
        ],
      },
    ),
  ),
  artefactOf(
    'fishbone',
    contentOf(
      {},
      {
        causes: [
          { id: 'x1', cause: '菜单深', step: 's1', verified: true, evidence: 'a1' },
          { id: 'x2', cause: '座席少' },
        ],
      },
    ),
  ),
]);

const carried = (kind: string, list: string, content = nothing) =>
  rowsToCarry({ kind, list }, content, project)?.rows ?? [];

describe('rows carried over', () => {
  it('bring the steps of the outline to the map, those of the same name left out', () => {
    const map = contentOf({}, { steps: [{ name: '核实' }] });
    expect(carried('processMap', 'steps', map)).toEqual([{ name: '受理', stepType: 'step' }]);
  });

  it('bring an output and its specification as a characteristic', () => {
    expect(carried('voice', 'ctqs')).toEqual([{ characteristic: '答复', defectRule: '三日内' }]);
  });

  it('bring characteristics to the plan, the opportunities and the matrix, each with its reference', () => {
    expect(carried('dataPlan', 'measures')).toEqual([{ measure: '接通', ctq: 'c1', unitName: '秒' }]);
    expect(carried('opportunities', 'opportunities')).toEqual([{ opportunity: '接听', ctq: 'c1', counted: true }]);
    expect(carried('causeMatrix', 'outcomes')).toEqual([{ outcome: '接通', ctq: 'c1', weight: 8 }]);
  });

  it('offer nothing that already points to its source', () => {
    const plan = contentOf({}, { measures: [{ measure: '另一个名字', ctq: 'c1' }] });
    expect(rowsToCarry({ kind: 'dataPlan', list: 'measures' }, plan, project)).toBeNull();
  });

  it('bring failure points of the map to the FMEA', () => {
    expect(carried('fmea', 'failures')).toEqual([{ step: 's1', failureMode: '漏填', link: 'G2.2.1' }]);
  });

  it('bring causes without evidence to test cards, and proven ones to the control plan', () => {
    expect(carried('testCards', 'tests')).toEqual([{ question: '座席少', cause: 'x2' }]);
    expect(carried('controlPlan', 'lines')).toEqual([{ cause: 'x1', measure: '菜单深', step: 's1' }]);
  });

  it('bring rules without an answer and checks without a date', () => {
    const answered = contentOf({}, { branches: [{ trigger: 'sixTrend' }] });
    expect(carried('ocap', 'branches', answered).map(({ trigger }) => trigger)).toEqual([
      'beyondLimits',
      'nineOneSide',
      'twoOfThree',
    ]);
    const accepted = contentOf({ acceptedOn: 20_000 }, { reviews: [{ checkpoint: '30' }] });
    expect(carried('handover', 'reviews', accepted)).toEqual([
      { checkpoint: '60', due: 20_060 },
      { checkpoint: '90', due: 20_090 },
    ]);
  });

  it('fill only cells that their list declares', () => {
    const filled = contentOf({ acceptedOn: 20_000 });
    const offers = artefactKinds.flatMap(({ id, lists }) =>
      lists.flatMap(({ key }) =>
        (rowsToCarry({ kind: id, list: key }, filled, project)?.rows ?? []).map((cells) => ({ id, key, cells })),
      ),
    );
    expect(offers.length).toBeGreaterThan(10);
    const unknown = offers.flatMap(({ id, key, cells }) => {
      const declared = new Set(listOf(id, key)?.columns.map((column) => column.key));
      return Object.keys(cells).filter((cell) => !declared.has(cell));
    });
    expect(unknown).toEqual([]);
  });
});

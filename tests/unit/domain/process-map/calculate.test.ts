import { describe, expect, it } from 'vitest';
import { calculateMap, type MapTotals } from '../../../../src/domain/process-map/calculate';
import type { ProcessMap } from '../../../../src/domain/process-map/map';
import { branchYield, rolledYield } from '../../../../src/stats/yield/rolled-yield';
import { chain, lane, mapOf } from './support';

function totals(map: ProcessMap): MapTotals {
  const result = calculateMap(map);
  if (!result.ok) throw new Error(`not calculable: ${JSON.stringify(result.failure)}`);
  return result.value;
}

describe('the rolled yield of a map', () => {
  it('is the product along a chain', () => {
    const yields = [0.98, 0.95, 0.99, 0.97, 0.96];
    const found = totals(chain(yields.map((yieldFraction) => ({ yieldFraction }))));
    expect(found.rolledThroughputYield).toBeCloseTo(0.858278, 6);
    expect(found.normalizedYield).toBeCloseTo(0.969897, 6);
    const reference = rolledYield(yields);
    expect(reference.ok && reference.value.totalDpu).toBeCloseTo(found.totalDpu ?? NaN, 12);
    expect(found.stepsPassed).toBe(5);
  });

  it('goes through branches by their shares', () => {
    const map = mapOf(
      {
        start: {},
        a: { yieldFraction: 0.98 },
        d: {},
        b: { yieldFraction: 0.95 },
        c: { yieldFraction: 0.9 },
        e: { yieldFraction: 0.97 },
        end: {},
      },
      ['start>a', 'a>d', 'd>b:0.6', 'd>c:0.4', 'b>e', 'c>e', 'e>end'],
    );
    const branches = branchYield([
      { share: 0.6, yield: 0.95 },
      { share: 0.4, yield: 0.9 },
    ]);
    expect(totals(map).rolledThroughputYield).toBeCloseTo(0.884058, 6);
    expect(totals(map).rolledThroughputYield).toBeCloseTo(0.98 * branches * 0.97, 12);
    expect(totals(map).stepsPassed).toBeCloseTo(3, 12);
  });

  it('goes through loops: y·(1 − q)/(1 − q·y) for a share q that comes back', () => {
    const [y, q] = [0.9, 0.2];
    const map = mapOf({ start: {}, a: { yieldFraction: y }, d: {}, end: {} }, ['start>a', 'a>d', `d>a:${q}`, 'd>end']);
    expect(totals(map).rolledThroughputYield).toBeCloseTo((y * (1 - q)) / (1 - q * y), 12);
    expect(totals(map).steps.a.visits).toBeCloseTo(1 / (1 - q), 12);
  });

  it('takes defects per unit, and rework, where no yield is entered', () => {
    expect(totals(chain([{ defectsPerDay: 47, volumePerDay: 1200 }])).rolledThroughputYield).toBeCloseTo(
      Math.exp(-47 / 1200),
      12,
    );
    expect(totals(chain([{ reworkFraction: 0.05 }])).rolledThroughputYield).toBeCloseTo(0.95, 12);
  });

  it('has no defects per unit where nothing comes through', () => {
    const found = totals(chain([{ yieldFraction: 0 }]));
    expect(found.rolledThroughputYield).toBe(0);
    expect(found.totalDpu).toBeNull();
  });
});

describe('time and cost of a map', () => {
  it('add process and wait along the way, by value class', () => {
    const found = totals(
      chain([
        { processMinutes: 6, waitMinutes: 20, valueClass: 'va', costPerUnit: 3 },
        { processMinutes: 4, waitMinutes: 10, valueClass: 'nnva', costPerUnit: 2 },
        { kind: 'wait', waitMinutes: 60, processMinutes: 999 },
      ]),
    );
    expect(found.leadMinutes).toBe(100);
    expect(found.minutesBy).toEqual({ va: 6, nnva: 4, nva: 0, unclassified: 0, wait: 90 });
    expect(found.cycleEfficiency).toBeCloseTo(0.06, 12);
    expect(found.costPerUnit).toBe(5);
  });

  it('weigh branches by their shares and repeat what is done again', () => {
    const map = mapOf(
      {
        start: {},
        d: {},
        b: { processMinutes: 10, reworkFraction: 0.2, costPerUnit: 1 },
        c: { processMinutes: 40, costPerUnit: 5 },
        end: {},
      },
      ['start>d', 'd>b:0.75', 'd>c', 'b>end', 'c>end'],
    );
    const found = totals(map);
    expect(found.leadMinutes).toBeCloseTo(0.75 * (10 / 0.8) + 0.25 * 40, 12);
    expect(found.costPerUnit).toBeCloseTo(0.75 / 0.8 + 0.25 * 5, 12);
    expect(found.criticalPath.steps).toEqual(['start', 'd', 'c', 'end']);
    expect(found.criticalPath.minutes).toBe(40);
  });

  it('find the longest way past loops', () => {
    const map = mapOf(
      {
        start: {},
        a: { processMinutes: 5 },
        d: {},
        fix: { processMinutes: 30 },
        b: { processMinutes: 1 },
        end: {},
      },
      ['start>a', 'a>d', 'd>fix:0.1', 'fix>a', 'd>b', 'b>end'],
    );
    expect(totals(map).criticalPath.steps).toEqual(['start', 'a', 'd', 'b', 'end']);
    expect(totals(map).leadMinutes).toBeCloseTo(5 / 0.9 + (30 * 0.1) / 0.9 + 1, 12);
  });

  it('leave out what nothing leads to', () => {
    const map = mapOf({ start: {}, a: { processMinutes: 5 }, end: {}, loose: { processMinutes: 90 } }, [
      'start>a',
      'a>end',
      'loose>a',
    ]);
    expect(totals(map).leadMinutes).toBe(5);
  });
});

describe('load, hand-offs and gaps', () => {
  it('finds the most loaded step from staff, time and volume', () => {
    const map = chain([
      { processMinutes: 4, staff: 2 },
      { processMinutes: 10, staff: 3, reworkFraction: 0.1 },
      { processMinutes: 90 },
    ]);
    map.steps.forEach((step, index) => index === 0 && Object.assign(step, { volumePerDay: 120 }));
    const found = totals(map);
    expect(found.steps.s1.utilization).toBeCloseTo((120 * 4) / (2 * 480), 12);
    expect(found.bottleneck?.step).toBe('s2');
    expect(found.bottleneck?.utilization).toBeCloseTo(((120 / 0.9) * 10) / (3 * 480), 12);
    expect(found.steps.s3.utilization).toBeNull();
  });

  it('counts changes of lane as hand-offs, as often as they happen', () => {
    const map = mapOf({ start: { lane: 'A' }, d: { lane: 'A' }, b: { lane: 'B' }, end: { lane: 'A' } }, [
      'start>d',
      'd>b:0.3',
      'd>end',
      'b>end',
    ]);
    const found = totals({ ...map, lanes: [lane('A', 0), lane('B', 160)] });
    expect(found.handOffs).toBeCloseTo(0.6, 12);
    expect(found.handOffFlows).toBe(2);
  });

  it('says how many steps the totals rest on', () => {
    const found = totals(chain([{ processMinutes: 1 }, {}, { yieldFraction: 0.9, costPerUnit: 1 }]));
    expect(found.known).toEqual({ steps: 3, time: 1, yield: 1, cost: 1 });
  });

  it('moves no unit by messages or past stores', () => {
    const map = mapOf({ start: {}, a: { processMinutes: 1 }, store: { processMinutes: 50 }, end: {} }, [
      'start>a',
      'a>end',
      'a>store',
      'store>end',
    ]);
    const [first] = map.flows;
    const told = {
      ...map,
      flows: [...map.flows, { ...first, id: 'm', from: 'a', to: 'start', kind: 'message' as const }],
    };
    expect(totals(told).leadMinutes).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { calculateMap } from '../../../../src/domain/process-map/calculate';
import { checkMap } from '../../../../src/domain/process-map/check';
import { createStep, emptyMap, mapLimits, type ProcessMap } from '../../../../src/domain/process-map/map';
import { chain, lane, mapOf } from './support';

const codes = (map: ProcessMap, linkCodes?: ReadonlySet<string>): string[] =>
  checkMap(map, { linkCodes }).map(({ code, at }) => `${code} ${at.id}`.trim());

describe('the check of a map', () => {
  it('is content with a plain one', () => {
    expect(checkMap(chain([{ processMinutes: 1 }]))).toEqual([]);
  });

  it('names what is missing', () => {
    expect(codes(emptyMap)).toEqual(['empty']);
    expect(codes(mapOf({ a: {} }, []))).toEqual(['no-start', 'no-end', 'dead-end a']);
  });

  it('wants one start', () => {
    const map = chain([{}]);
    const two = { ...map, steps: [...map.steps, createStep({ id: 'start2', kind: 'start' })] };
    expect(codes(two)).toContain('several-starts start2');
    expect(calculateMap(two)).toMatchObject({ ok: false, failure: { code: 'map-not-calculable' } });
  });

  it.each([
    ['a sum beside 100 %', ['d>a:0.5', 'd>b:0.4'], 'share-sum d'],
    ['a share above 100 %', ['d>a:1.2', 'd>b'], 'share-range d>a:1.2'],
    ['a negative share', ['d>a:-0.1', 'd>b'], 'share-range d>a:-0.1'],
    ['two shares left open', ['d>a', 'd>b'], 'share-missing d'],
    ['shares beyond 100 % beside an open one', ['d>a:0.8', 'd>b:0.4', 'd>end'], 'share-sum d'],
  ])('does not accept %s', (_name, exits, expected) => {
    const map = mapOf({ start: {}, d: {}, a: {}, b: {}, end: {} }, ['start>d', ...exits, 'a>end', 'b>end']);
    expect(codes(map)).toContain(expected);
    expect(calculateMap(map).ok).toBe(false);
  });

  it('forgives half a percentage point and takes the rounding out', () => {
    const map = mapOf({ start: {}, d: {}, a: {}, b: {}, c: {}, end: {} }, [
      'start>d',
      'd>a:0.333',
      'd>b:0.333',
      'd>c:0.333',
      'a>end',
      'b>end',
      'c>end',
    ]);
    expect(checkMap(map)).toEqual([]);
    const found = calculateMap(map);
    expect(found.ok && found.value.steps.end.visits).toBeCloseTo(1, 12);
  });

  it('names a loop without a way out, and calculates nothing', () => {
    const map = mapOf({ start: {}, a: {}, b: {}, end: {} }, ['start>a', 'a>b', 'b>a']);
    expect(codes(map)).toContain('closed-loop a');
    expect(calculateMap(map).ok).toBe(false);
  });

  it('lets a loop pass that is never entered, and says that it is loose', () => {
    const map = mapOf({ start: {}, a: {}, b: {}, end: {} }, ['start>end', 'a>b', 'b>a']);
    expect(codes(map)).toEqual(['unreachable a', 'unreachable b', 'closed-loop a']);
    expect(calculateMap(map).ok).toBe(true);
  });

  it('keeps customers above the line of visibility and waits without value', () => {
    const lanes = [lane('back', 0, { zone: 'back' }), lane('customer', 160, { zone: 'customer' })];
    const map = chain([{ kind: 'wait', valueClass: 'va' }], { lanes });
    expect(codes(map)).toEqual(
      expect.arrayContaining(['customer-below-line customer', 'wait-value-added s1', 'lane-none s1']),
    );
    expect(calculateMap(map).ok).toBe(true);
  });

  it('names loose flows, unknown lanes, unknown links and impossible numbers', () => {
    const map = chain([
      {
        lane: 'gone',
        links: ['G9.9.9'],
        processMinutes: -1,
        yieldFraction: 1.2,
        reworkFraction: 1,
        waitMinutes: 9,
        waitP90: 3,
      },
    ]);
    const loose = { ...map, flows: [...map.flows, { ...map.flows[0], id: 'loose', to: 'nowhere' }] };
    expect(codes(loose, new Set(['G2.2.1']))).toEqual(
      expect.arrayContaining([
        'flow-loose loose',
        'lane-unknown s1',
        'link-unknown s1',
        'number-negative s1',
        'number-share s1',
        'rework-whole s1',
        'p90-below-p50 s1',
      ]),
    );
  });

  it('refuses what no one could read', () => {
    const steps = Array.from({ length: mapLimits.steps + 1 }, (_, index) =>
      createStep({ id: `${index}`, kind: 'step' }),
    );
    expect(codes({ ...emptyMap, steps })).toEqual(['too-large']);
  });
});

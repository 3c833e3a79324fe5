import { describe, expect, it } from 'vitest';
import { agentsForServiceLevel, erlangC } from '../../../../src/stats/queueing/erlang-c';
import { failureCode, value } from '../support';

const load = { arrivalsPerHour: 100, handlingSeconds: 300 };

describe('erlangC', () => {
  it('agrees with the golden example: 100 calls an hour, 300 s, 11 and 12 agents', () => {
    const eleven = value(erlangC(load, 11, 20));
    expect(eleven.waitProbability).toBeCloseTo(0.2996, 4);
    expect(eleven.averageWaitSeconds).toBeCloseTo(33.7, 1);
    expect(100 * eleven.serviceLevel).toBeCloseTo(74.9, 1);
    expect(100 * eleven.occupancy).toBeCloseTo(75.8, 1);
    expect(100 * value(erlangC(load, 12, 20)).serviceLevel).toBeCloseTo(86.2, 1);
  });

  it('is the single-server queue for one agent', () => {
    const { waitProbability, averageWaitSeconds } = value(erlangC({ arrivalsPerHour: 6, handlingSeconds: 300 }, 1, 0));
    expect(waitProbability).toBeCloseTo(0.5, 14);
    expect(averageWaitSeconds).toBeCloseTo(300, 10);
  });

  it('says that a queue with too few agents never settles', () => {
    const { isStable, averageWaitSeconds, serviceLevel, occupancy } = value(erlangC(load, 8, 20));
    expect({ isStable, averageWaitSeconds, serviceLevel, occupancy }).toEqual({
      isStable: false,
      averageWaitSeconds: null,
      serviceLevel: 0,
      occupancy: 1,
    });
  });

  it('computes with five thousand agents', () => {
    const { waitProbability } = value(erlangC({ arrivalsPerHour: 58_800, handlingSeconds: 300 }, 5000, 20));
    expect(waitProbability).toBeGreaterThan(0);
    expect(waitProbability).toBeLessThan(0.2);
  });

  it('finds the fewest agents that reach a service level', () => {
    const { agents } = value(agentsForServiceLevel(load, { serviceLevel: 0.8, withinSeconds: 20 }));
    expect(agents).toBe(12);
    const nobody = { arrivalsPerHour: 0, handlingSeconds: 300 };
    expect(value(agentsForServiceLevel(nobody, { serviceLevel: 0.9, withinSeconds: 0 })).agents).toBe(1);
  });

  it('refuses impossible figures', () => {
    expect(failureCode(erlangC(load, 2.5, 20))).toBe('queue-input-invalid');
    expect(failureCode(erlangC({ ...load, handlingSeconds: 0 }, 2, 20))).toBe('queue-input-invalid');
    expect(failureCode(agentsForServiceLevel(load, { serviceLevel: 1, withinSeconds: 20 }))).toBe(
      'queue-target-outside-unit',
    );
    const flood = { arrivalsPerHour: 1e9, handlingSeconds: 3600 };
    expect(failureCode(agentsForServiceLevel(flood, { serviceLevel: 0.8, withinSeconds: 20 }))).toBe(
      'queue-out-of-reach',
    );
  });
});

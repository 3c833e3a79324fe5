import { describe, expect, it } from 'vitest';
import { emptyCheck, type MonitoringCheck } from '../../../../src/domain/monitoring/check';
import { criteria } from '../../../../src/domain/monitoring/criteria';
import { planSampling } from '../../../../src/domain/monitoring/sampling-plan';

let next = 0;
/** A recording in which everything is met but the listed criteria. */
function recording(person: string | null, missed: readonly string[] = []): MonitoringCheck {
  return {
    ...emptyCheck(`r${next++}`),
    type: 'recording',
    person,
    day: 100,
    result: criteria.recording.map(({ id }) => ({ id, verdict: missed.includes(id) ? 'not' : 'met', note: null })),
  };
}

const wish = { margin: 5, calls: 400, usualSd: 10 };

describe('how many recordings to score', () => {
  // By hand: n₀ = (1.959964·10/5)² = 15.366; n = 15.366/(1 + 14.366/400) = 14.83, so 15.
  it('follows from the margin and the usual spread while nothing is known', () => {
    const plan = planSampling([], wish);
    expect(plan).toMatchObject({ ok: true, value: { sd: 10, sdOf: 0, needed: 15, people: [], missing: 0 } });
  });

  // Scores 100, 85 (listening) and 100, 90 (closing): s² = 112.5 and 50, pooled 81.25, s = 9.014.
  it('takes the spread within persons where there is one', () => {
    const checks = [
      recording('李强'),
      recording('李强', ['listening']),
      recording('王芳'),
      recording('王芳', ['closing']),
      recording('赵敏'),
      recording(null, ['closing']),
      { ...recording('李强'), result: [] },
      { ...recording('李强'), type: 'mystery' as const },
    ];
    const plan = planSampling(checks, wish);
    if (!plan.ok) throw new Error(plan.failure.code);
    expect(plan.value.sd).toBeCloseTo(Math.sqrt(81.25), 12);
    expect(plan.value.sdOf).toBe(4);
    // n₀ = (1.959964·9.0139/5)² = 12.485; with 400 calls 12.13, so 13.
    expect(plan.value.needed).toBe(13);
    expect(plan.value.people).toEqual([
      { person: '赵敏', scored: 1, mean: 100, missing: 12 },
      { person: '李强', scored: 2, mean: 92.5, missing: 11 },
      { person: '王芳', scored: 2, mean: 95, missing: 11 },
    ]);
    expect(plan.value.missing).toBe(34);
  });

  it('does not take scores that never differ for certainty', () => {
    const plan = planSampling([recording('李强'), recording('李强')], wish);
    expect(plan).toMatchObject({ ok: true, value: { sd: 10, sdOf: 0, needed: 15 } });
  });

  it('is never more than there are', () => {
    expect(planSampling([], { ...wish, margin: 0.1, calls: 20 })).toMatchObject({ ok: true, value: { needed: 20 } });
    expect(planSampling([], { ...wish, margin: 0 }).ok).toBe(false);
  });
});

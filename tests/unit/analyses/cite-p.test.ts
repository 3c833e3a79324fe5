import { describe, expect, it } from 'vitest';
import { sliceById } from '../../../src/analyses/registry';

const citedP = (slice: string, outcome: unknown): number | null | undefined => sliceById(slice)?.cite?.(outcome).pValue;

describe('the p-value that a test hands to documents', () => {
  it.each(['association', 'compareMeans', 'compareProportions'])('is that of its one question: %s', (slice) => {
    expect(citedP(slice, { test: { pValue: 0.02 } })).toBe(0.02);
  });

  it('of a regression is that of the whole model', () => {
    expect(citedP('regression', { model: { pValue: 0.001 } })).toBe(0.001);
  });

  it('of a change is what the control leaves of it, where there is one', () => {
    const change = { pValue: 0.01 };
    expect(citedP('beforeAfter', { verdict: 'unproven', change, controlled: null })).toBe(0.01);
    expect(citedP('beforeAfter', { verdict: 'unproven', change, controlled: { pValue: 0.4 } })).toBe(0.4);
    expect(citedP('beforeAfter', { verdict: 'unproven', change, controlled: { pValue: null } })).toBeNull();
  });
});

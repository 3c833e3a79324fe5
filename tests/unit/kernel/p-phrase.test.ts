import { describe, expect, it } from 'vitest';
import { pPhrase } from '../../../src/kernel/p-phrase';

describe('a p-value after its letter', () => {
  it.each([
    [0, '< 0.001'],
    [0.00099, '< 0.001'],
    [0.001, '= 0.0010'],
    [0.0496, '= 0.0496'],
    [0.25, '= 0.250'],
    [1, '= 1.000'],
  ])('is never 0 nor rounded across the level: %d → %s', (p, expected) => {
    expect(pPhrase(p)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { voteOf } from '../../../src/pages/projects/vote-keys';

describe('votes by keys', () => {
  it.each([
    ['+', 2, 3],
    ['ArrowUp', 0, 1],
    ['-', 2, 1],
    ['ArrowDown', 0, 0],
    ['7', 2, 7],
    ['Enter', 2, null],
    ['a', 2, null],
  ] as const)('%s turns %d into %s', (key, votes, after) => {
    expect(voteOf(key)?.(votes) ?? null).toBe(after);
  });
});

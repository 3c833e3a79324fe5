import { describe, expect, it } from 'vitest';
import { leadingShare, voteKappa } from '../../../src/artefacts/kinds/workshop';

const ballots = (...lists: readonly (readonly string[])[]) => lists.map((list) => ({ cells: { ballots: list } }));

describe('votes of a workshop', () => {
  it('agree by Fleiss: the golden five cases of three', () => {
    // [[3,0,0],[2,1,0],[0,3,0],[0,1,2],[0,0,3]] is .600.
    const found = voteKappa(
      ballots(['a', 'a', 'a'], ['a', 'a', 'b'], ['b', 'b', 'b'], ['b', 'c', 'c'], ['c', 'c', 'c']),
    );
    expect(found).toMatchObject({ cases: 5, voters: 3 });
    expect(found?.kappa).toBeCloseTo(0.6, 9);
  });

  it('are counted of cases with equally many voters', () => {
    const found = voteKappa(ballots(['a', 'b'], ['a', 'a'], ['a'], ['a', 'a', 'a'], ['b', 'b']));
    expect(found).toMatchObject({ cases: 3, voters: 2 });
  });

  it('say nothing before the first, and no kappa where all chose the same', () => {
    expect(voteKappa(ballots([], ['a']))).toBeNull();
    expect(voteKappa(ballots(['a', 'a'], ['a', 'a']))?.kappa).toBeNull();
  });

  it('have a leading share', () => {
    expect(leadingShare({ cells: { ballots: ['a', 'b', 'a', 'c'] } })).toBe(0.5);
    expect(leadingShare({ cells: {} })).toBeNull();
  });
});

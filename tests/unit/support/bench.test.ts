import { describe, expect, it } from 'vitest';
import { bench, median, runBench, type Bench, type BenchLine } from '../../support/bench';

/** A clock that only work moves on, and no collection, which would take seconds beside the heap of the other tests. */
function setup() {
  let time = 0;
  const collected = { times: 0 };
  const run = (definition: Bench): Promise<BenchLine[]> =>
    runBench(
      definition,
      () => time,
      () => void collected.times++,
    );
  return { run, collected, take: (ms: number) => () => void (time += ms) };
}

describe('the bench', () => {
  it('takes the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 3])).toBe(4);
  });

  it('compares with the first contestant and judges by the limit', async () => {
    const { run, collected, take } = setup();
    const lines = await run(
      bench({
        name: 'x',
        rounds: 3,
        contestants: { base: take(10), fast: take(5), slow: take(30) },
        limits: { fast: 0.6, slow: 2 },
      }),
    );
    expect(lines.map(({ contestant, ratio, kept }) => [contestant, ratio, kept])).toEqual([
      ['base', 1, true],
      ['fast', 0.5, true],
      ['slow', 3, false],
    ]);
    expect(lines[0]).toMatchObject({ rounds: 3, medianMs: 10, minMs: 10, maxMs: 10 });
    expect(collected.times).toBe(4 * 3);
  });

  it('judges by an absolute limit, whatever the ratio', async () => {
    const { run, take } = setup();
    const of = (limitsMs: Readonly<Record<string, number>>) =>
      run(
        bench({
          name: 'x',
          rounds: 3,
          contestants: { base: take(2000), one: take(2001) },
          limits: { one: 2 },
          limitsMs,
        }),
      );
    expect((await of({ one: 2000 })).map(({ limitMs, kept }) => [limitMs, kept])).toEqual([
      [null, true],
      [2000, false],
    ]);
    expect((await of({ base: 2000, one: 2001 })).map(({ kept }) => kept)).toEqual([true, true]);
  });

  it('takes the time that a contestant measured itself', async () => {
    const { run, take } = setup();
    const inside = (): { measuredMs: number } => (take(50)(), { measuredMs: 7 });
    const lines = await run(
      bench({ name: 'x', rounds: 3, contestants: { base: take(10), inside }, limitsMs: { inside: 6 } }),
    );
    expect(lines.map(({ medianMs, kept }) => [medianMs, kept])).toEqual([
      [10, true],
      [7, false],
    ]);
  });

  it('does not count the first round and cleans up after a failure', async () => {
    const { run } = setup();
    const calls: string[] = [];
    const failing = bench({
      name: 'x',
      prepare: () => void calls.push('prepare'),
      contestants: {
        base: () => {
          throw new RangeError('broken');
        },
      },
      cleanUp: () => void calls.push('clean up'),
    });
    await expect(run(failing)).rejects.toThrow('broken');
    expect(calls).toEqual(['prepare', 'clean up']);
  });
});

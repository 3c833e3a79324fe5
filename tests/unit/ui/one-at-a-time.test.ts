import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../src/ui/one-at-a-time';

describe('an act that is done one at a time', () => {
  it('is not begun again while it is under way, and is once it has ended', async () => {
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const act = oneAtATime(async (name: string) => {
      begun.push(name);
      await new Promise<void>((end) => void ends.push(end));
    });
    const first = act('first');
    expect(act('second')).toBe(first);
    ends.shift()?.();
    await first;
    void act('third');
    expect(begun).toEqual(['first', 'third']);
  });

  it('can be tried again after it threw', async () => {
    let tries = 0;
    const act = oneAtATime(() => Promise.reject(new Error(`try ${++tries}`)));
    await expect(act()).rejects.toThrow('try 1');
    await expect(act()).rejects.toThrow('try 2');
  });
});

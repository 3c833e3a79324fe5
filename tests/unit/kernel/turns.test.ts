import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/kernel/turns';

describe('tasks that take turns', () => {
  it('begin at once where none is under way, else when the one before has ended, even badly', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const task = (name: string) => async (hasWaited: boolean) => {
      seen.push(`${name} begins${hasWaited ? ' after waiting' : ''}`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === 'a') throw new Error('a fails');
      return name;
    };
    const a = turns.take(task('a'));
    const b = turns.take(task('b'));
    expect(seen).toEqual(['a begins']);
    await expect(a).rejects.toThrow('a fails');
    expect(await b).toBe('b');
    expect(seen).toEqual(['a begins', 'a ends', 'b begins after waiting', 'b ends']);
    // Whoever was told that a task has ended begins the next a moment later.
    await new Promise((later) => setTimeout(later));
    expect(await turns.take((hasWaited) => Promise.resolve(hasWaited))).toBe(false);
  });
});

import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A warning is a defect nobody has looked at yet: any call of console.warn or console.error fails the test. */
const said: string[] = [];

function record(level: string): (...words: readonly unknown[]) => void {
  return (...words) => void said.push(`${level}: ${words.map(String).join(' ')}`);
}

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, 'warn').mockImplementation(record('warn'));
  vi.spyOn(console, 'error').mockImplementation(record('error'));
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});

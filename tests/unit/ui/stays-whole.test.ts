import { expect, it } from 'vitest';
import { staysWhole } from '../../../src/ui/stays-whole';

it.each([
  ['2026-11-18', true],
  ['09:47', true],
  ['1,005.50', true],
  ['−12.5%', true],
  ['', true],
  ['受理', true],
  ['西山支行', true],
  ['解放路支行', false],
  ['G2.2.1 等候', false],
  ['2024-01-01 09:47:00', false],
  ['138****8000', false],
])('a short cell stays on one line of a printed table: %j', (text, expected) => {
  expect(staysWhole(text)).toBe(expected);
});

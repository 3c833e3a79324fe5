import { expect, it } from 'vitest';
import { strengthOf } from '../../../src/app/passphrase-strength';

it.each([
  ['', 'short'],
  ['password', 'short'],
  ['12345678901234567890', 'short'],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'short'],
  ['abababababababababababab', 'short'],
  ['Summer2024', 'short'],
  ['质量管理', 'short'],
  ['Tr0ub4dor&3', 'fair'],
  ['春天的雨水', 'fair'],
  ['harbour lantern copper thistle', 'good'],
  ['灯塔铜钟兰花海风石阶', 'good'],
] as const)('%s: %s', (text, strength) => {
  expect(strengthOf(text)).toBe(strength);
});

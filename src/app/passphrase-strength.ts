export type PassphraseStrength = 'short' | 'fair' | 'good';

/** Bits from which guessing takes years even on rented machines, by the slow derivation in between. */
const fairBits = 55;
const goodBits = 75;

const pools: readonly (readonly [RegExp, number])[] = [
  [/[0-9]/, 10],
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e ]/, 33],
  [/[\u0080-\u{10ffff}]/u, 3000],
];

/**
 * A rough upper estimate of how hard a passphrase is to guess: repeated letters and runs such as 1234 count once.
 *
 * Words are easier to guess than their letters say; nobody is told that a passphrase is safe, only that it is too short.
 */
export function strengthOf(passphrase: string): PassphraseStrength {
  const letters = [...passphrase.normalize('NFKC')];
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const counted = codes.filter((code, i) => i === 0 || Math.abs(code - codes[i - 1]) > 1).length;
  const distinct = new Set(codes).size;
  const pool = pools.reduce((sum, [pattern, size]) => sum + (pattern.test(passphrase) ? size : 0), 0);
  const bits = Math.min(counted, 2 * distinct) * Math.log2(Math.max(1, pool));
  return bits < fairBits ? 'short' : bits < goodBits ? 'fair' : 'good';
}

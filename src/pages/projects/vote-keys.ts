/**
 * The votes of a cause after a key: `+` and ArrowUp give one, `-` and ArrowDown take one, a digit is the hands counted;
 * null for any other key.
 */
export function votesAfter(key: string, votes: number): number | null {
  if (key === '+' || key === '=' || key === 'ArrowUp') return votes + 1;
  if (key === '-' || key === 'ArrowDown') return Math.max(0, votes - 1);
  return /^\d$/.test(key) ? Number(key) : null;
}

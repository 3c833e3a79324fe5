/**
 * What a key makes of the votes of a cause: `+` and ArrowUp give one, `-` and ArrowDown take one, a digit is the hands
 * counted; null for any other key.
 */
export function voteOf(key: string): ((votes: number) => number) | null {
  if (key === '+' || key === '=' || key === 'ArrowUp') return (votes) => votes + 1;
  if (key === '-' || key === 'ArrowDown') return (votes) => Math.max(0, votes - 1);
  return /^\d$/.test(key) ? () => Number(key) : null;
}
